import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/teams/[teamId]/export/route";
import { EXPORTERS, type Exporters, type Role, ROLES } from "@/lib/platform/auth/permissions";
import { updateExporters } from "@/lib/agencies/agencies";
import { listExportRights } from "@/lib/exports/read/export-rights";
import { EXPORT_CONTENTS, type ExportContent, exportHref } from "@/lib/exports/document/export-options";
import { query } from "../support/database";
import {
  addToTeam,
  agencyContext,
  type AgencyFixture,
  createAgencyFixture,
  type Person,
  signInCookie,
  teamContext,
} from "../support/people";

/** Who may have what, written out: in the order admin, lead, member, partner, viewer. The partner has Tools 3 and 12. */
const Y = true;
const n = false;
const ALLOWED: Record<Exporters, Record<ExportContent, readonly boolean[]>> = {
  everyone: {
    toolkit: [Y, Y, Y, n, Y],
    tools: [Y, Y, Y, Y, Y],
    readiness: [Y, Y, Y, n, Y],
    brief: [Y, Y, Y, n, Y],
    compare: [Y, Y, Y, n, Y],
    plan: [Y, Y, Y, Y, Y],
    forms: [Y, Y, Y, Y, Y],
  },
  editors: {
    toolkit: [Y, Y, Y, n, n],
    tools: [Y, Y, Y, Y, n],
    readiness: [Y, Y, Y, n, n],
    brief: [Y, Y, Y, n, n],
    compare: [Y, Y, Y, n, n],
    plan: [Y, Y, Y, Y, n],
    forms: [Y, Y, Y, Y, Y],
  },
  leads: {
    toolkit: [Y, Y, n, n, n],
    tools: [Y, Y, n, n, n],
    readiness: [Y, Y, n, n, n],
    brief: [Y, Y, n, n, n],
    compare: [Y, Y, n, n, n],
    plan: [Y, Y, n, n, n],
    forms: [Y, Y, Y, Y, Y],
  },
  admins: {
    toolkit: [Y, n, n, n, n],
    tools: [Y, n, n, n, n],
    readiness: [Y, n, n, n, n],
    brief: [Y, n, n, n, n],
    compare: [Y, n, n, n, n],
    plan: [Y, n, n, n, n],
    forms: [Y, Y, Y, Y, Y],
  },
};

let fixture: AgencyFixture;
let people: Record<Role, Person>;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  fixture = await createAgencyFixture();
  people = {
    admin: fixture.admin,
    lead: await addToTeam(fixture, "lead"),
    member: await addToTeam(fixture, "member"),
    partner: await addToTeam(fixture, "partner", [3, 12]),
    viewer: await addToTeam(fixture, "viewer"),
  };
  for (const role of ROLES) cookies.set(role, await signInCookie(people[role]));
});

const setExporters = async (exporters: Exporters) =>
  updateExporters(await agencyContext(fixture.admin, fixture.agencyId), exporters);

function ask(role: Role, content: ExportContent, method: "GET" | "HEAD", more = ""): Promise<Response> {
  const { teamId } = fixture;
  const href = `${exportHref(teamId, { content, tools: content === "tools" ? ["3"] : [], milestone: content === "compare" ? randomUUID() : null })}${more}`;
  const request = new Request(`http://localhost:3000${href}`, { method, headers: { cookie: cookies.get(role) ?? "" } });
  return GET(request, { params: Promise.resolve({ teamId }) });
}

// HEAD asks whether there is a download without one being made.
describe.each(EXPORTERS)("with downloads for %s", (exporters) => {
  test.each(EXPORT_CONTENTS)("%s is for exactly the roles that may", async (content) => {
    await setExporters(exporters);
    const told = await Promise.all(ROLES.map(async (role) => (await ask(role, content, "HEAD")).status));
    expect(told).toEqual(ALLOWED[exporters][content].map((may) => (may ? 200 : 403)));
  });

  test("the page offers exactly what the route gives", async () => {
    for (const [index, role] of ROLES.entries()) {
      const rights = listExportRights(await teamContext(people[role], fixture.teamId), exporters);
      expect(rights.contents, role).toEqual(EXPORT_CONTENTS.filter((content) => content !== "compare" && ALLOWED[exporters][content][index]));
      expect(rights.isLimited, role).toBe(!ALLOWED[exporters].tools[index]);
      expect(rights.tools.map(({ number }) => number), role).toEqual(role === "partner" ? [3, 12] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    }
  });
});

test("a partner without Tools 12 and 13 is not offered the plan", async () => {
  const partner = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId);
  expect(listExportRights(partner, "everyone").contents).toEqual(["tools", "forms"]);
});

test("a refusal says in words what stands in the way, and is recorded with what was asked for", async () => {
  await setExporters("leads");
  const limited = await ask("member", "plan", "GET");
  expect([limited.status, await limited.text()]).toEqual([403, "Your agency has limited who may download the team’s work. Ask an agency admin."]);
  await setExporters("everyone");
  const role = await ask("partner", "toolkit", "GET");
  expect([role.status, await role.text()]).toEqual([403, "Your role does not allow this. Ask a team lead or an agency admin."]);
  const rows = await query<{ outcome: string; target: unknown }>(
    process.env.DATABASE_OWNER_URL as string,
    "select outcome, target from audit_event where action = 'export:team' and user_id = any($1) order by id desc limit 2",
    [[people.member.userId, people.partner.userId]],
  );
  const { teamId } = fixture;
  expect(rows).toEqual([
    { outcome: "refused", target: expect.objectContaining({ teamId, content: "toolkit", format: "pdf" }) },
    { outcome: "refused", target: expect.objectContaining({ teamId, content: "plan", format: "pdf" }) },
  ]);
});

test("choices that do not go together are refused with what to change", async () => {
  const response = await ask("admin", "forms", "GET", "&format=csv");
  expect([response.status, await response.text()]).toEqual([400, "Blank forms come as PDF or Word."]);
});

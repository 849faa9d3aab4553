import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { supervisorCheck } from "@/content/peer-support/worksheets/7-supervision";
import { TOOLS } from "@/content/toolkits";
import { addToolkit } from "@/lib/agencies/team-toolkits";
import { toolItems } from "@/lib/domain/tool/items";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { deleteOwnCheck, unshareOwnCheck } from "@/lib/personal/kept-checks";
import { getOwnCheck, listSharedChecks, saveOwnCheck, shareOwnCheck } from "@/lib/personal/personal-checks";
import type { TeamContext } from "@/lib/platform/auth/context";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const SECRET = "I am not sure that I share power well.";
const GIVEN = [
  { item: "ps1-knowledge-1", value: "learning" },
  { item: "ps1-next-words", value: SECRET },
];

let fixture: AgencyFixture;
let supervisor: Person;
let own: TeamContext;
let admin: TeamContext;
let partner: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  await addToolkit(await teamContext(fixture.admin, fixture.teamId, "team:update"), PEER_SUPPORT);
  supervisor = await addToTeam(fixture, "member");
  own = await teamContext(supervisor, fixture.teamId, "response:edit");
  admin = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  partner = await teamContext(await addToTeam(fixture, "partner"), fixture.teamId, "response:edit");
  await saveOwnCheck(own, supervisorCheck, GIVEN);
});
afterAll(closeConnections);

/** Whatever somebody's connection is shown of the table, asked with no condition at all. */
const rowsShownTo = (context: TeamContext) =>
  withAgencyConnection(context, async (client) => (await client.query("select user_id from personal_check")).rows.map(({ user_id: id }) => id as string));

describe("a personal check", () => {
  test("is its person's: saved, read again, changed and deleted by them", async () => {
    expect(await getOwnCheck(own, supervisorCheck)).toMatchObject({ answers: { "ps1-knowledge-1": { option: "learning" }, "ps1-next-words": SECRET }, sharedAt: null });
    await saveOwnCheck(own, supervisorCheck, [{ item: "ps1-knowledge-1", value: "" }]);
    expect((await getOwnCheck(own, supervisorCheck)).answers).toEqual({});
    await deleteOwnCheck(await agencyContext(supervisor, fixture.agencyId), { teamId: fixture.teamId, tool: supervisorCheck.ref });
    expect(await getOwnCheck(own, supervisorCheck)).toEqual({ answers: {}, changedAt: null, sharedAt: null });
  });

  test("is shown to nobody else by the database itself, an agency admin neither, before it is shared", async () => {
    expect(await rowsShownTo(own)).toEqual([supervisor.userId]);
    for (const other of [admin, partner]) {
      expect(await rowsShownTo(other)).toEqual([]);
      expect(await listSharedChecks(other, supervisorCheck)).toEqual([]);
      expect((await getOwnCheck(other, supervisorCheck)).answers).toEqual({});
    }
  });

  test("once shared is read by the team, not by partners, nor by another team, and no more when that is taken back", async () => {
    await shareOwnCheck(own, supervisorCheck);
    expect(await listSharedChecks(admin, supervisorCheck)).toEqual([
      { by: { by: { personId: supervisor.userId }, at: expect.any(String) }, answers: { "ps1-knowledge-1": { option: "learning" }, "ps1-next-words": SECRET } },
    ]);
    expect(await listSharedChecks(own, supervisorCheck)).toEqual([]);
    expect(await listSharedChecks(partner, supervisorCheck)).toEqual([]);
    const elsewhere = await createAgencyFixture("Elsewhere");
    const stranger = await teamContext(elsewhere.admin, elsewhere.teamId, "response:edit");
    expect(await rowsShownTo(stranger)).toEqual([]);
    await unshareOwnCheck(await agencyContext(supervisor, fixture.agencyId), { teamId: fixture.teamId, tool: supervisorCheck.ref });
    expect(await listSharedChecks(admin, supervisorCheck)).toEqual([]);
    expect(await rowsShownTo(admin)).toEqual([]);
  });

  test("shared is read no more once its person may only read the team, or left it for another: they could not take it back", async () => {
    await shareOwnCheck(own, supervisorCheck);
    const asIn = async (sql: string) => {
      await query(OWNER, sql, [fixture.teamId, supervisor.userId]);
      return listSharedChecks(admin, supervisorCheck);
    };
    expect(await asIn("update team_member set role = 'viewer' where team_id = $1 and user_id = $2")).toEqual([]);
    expect(await asIn("update team_member set role = 'member' where team_id = $1 and user_id = $2")).toHaveLength(1);
    expect(await asIn("delete from team_member where team_id = $1 and user_id = $2")).toEqual([]);
  });

  test("can't be changed, shared or deleted by anybody else, shared or not", async () => {
    await shareOwnCheck(own, supervisorCheck);
    const run = (sql: string) => withAgencyConnection(admin, async (client) => (await client.query(sql)).rowCount);
    expect(await run("update personal_check set answers = '{}'")).toBe(0);
    expect(await run("update personal_check set shared_at = null")).toBe(0);
    expect(await run("delete from personal_check")).toBe(0);
    await expect(
      run("insert into personal_check (agency_id, team_id, toolkit_id, tool_id, user_id, tool_version, answers) select agency_id, team_id, toolkit_id, 'other', user_id, 1, '{}' from personal_check"),
    ).rejects.toThrow("row-level security");
    expect((await getOwnCheck(own, supervisorCheck)).answers).toMatchObject({ "ps1-next-words": SECRET });
  });

  test("is among no tools, so that nothing which reads tools meets it, and in no download, shared or not", async () => {
    expect(TOOLS.filter(({ ref }) => ref.toolId === supervisorCheck.ref.toolId)).toEqual([]);
    const ids = new Set(TOOLS.flatMap(toolItems).map(({ id }) => id));
    expect(toolItems(supervisorCheck).filter(({ id }) => ids.has(id))).toEqual([]);
    await shareOwnCheck(own, supervisorCheck);
    for (const context of [own, admin]) {
      const document = await loadExportDocument(context, { ...DEFAULT_EXPORT, hasHistory: true, hasComments: true });
      expect(JSON.stringify([document, [...document.history], [...document.comments]])).not.toContain(SECRET);
    }
    const { rows } = await import("pg").then(async ({ default: pg }) => {
      const client = new pg.Client({ connectionString: OWNER });
      await client.connect();
      const found = await client.query<{ target: unknown }>("select target from audit_event").finally(() => client.end());
      return found;
    });
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  test("takes only answers that its questions have, and nothing is changed otherwise", async () => {
    for (const given of [
      [{ item: "ps1-knowledge-1", value: "superb" }],
      [{ item: "t9-i1-1", value: "5" }],
    ]) {
      await expect(saveOwnCheck(own, supervisorCheck, given)).rejects.toThrow();
    }
    expect((await getOwnCheck(own, supervisorCheck)).answers).toMatchObject({ "ps1-next-words": SECRET });
    await expect(shareOwnCheck(admin, supervisorCheck)).rejects.toThrow("Save your check first");
  });

  test("saved from a page that another page of theirs has overtaken is not overwritten, and the page is told", async () => {
    const { changedAt } = await getOwnCheck(own, supervisorCheck);
    const words = (value: string) => [{ item: "ps1-next-words", value }];
    const first = await saveOwnCheck(own, supervisorCheck, words("From the first page."), changedAt);
    await expect(saveOwnCheck(own, supervisorCheck, words("From the second page."), changedAt)).rejects.toThrow("saved from another page");
    await expect(saveOwnCheck(own, supervisorCheck, words("From a page of before there was one."), null)).rejects.toThrow("saved from another page");
    expect((await getOwnCheck(own, supervisorCheck)).answers).toEqual({ "ps1-next-words": "From the first page." });
    // The answer to the first was lost: it is sent again, and is no other page's.
    expect(await saveOwnCheck(own, supervisorCheck, words("From the first page."), changedAt)).toEqual(first);
    await saveOwnCheck(own, supervisorCheck, words("More from the first page."), first.changedAt);
    expect((await getOwnCheck(own, supervisorCheck)).answers).toEqual({ "ps1-next-words": "More from the first page." });
  });

  test("begun on two pages at once is one of them, and the other page is told", async () => {
    await deleteOwnCheck(await agencyContext(supervisor, fixture.agencyId), { teamId: fixture.teamId, tool: supervisorCheck.ref });
    const save = (value: string) => saveOwnCheck(own, supervisorCheck, [{ item: "ps1-next-words", value }], null);
    const saved = await Promise.allSettled([save("One."), save("Two.")]);
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("goes with its person when they leave the agency", async () => {
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), supervisor.userId);
    expect(await query(OWNER, "select * from personal_check where agency_id = $1", [fixture.agencyId])).toEqual([]);
  });
});

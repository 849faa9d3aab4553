import { asRequest } from "../../support/action-request";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { boundedText, emailText } from "@/lib/domain/text/bounded-text";
import { agencyAction, publicAction, teamAction, userAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import { renameTeam } from "@/lib/agencies/teams";
import { withAgency } from "@/lib/platform/db/with-agency";
import { addToTeam, createAgencyFixture, createPerson, signInCookie, type AgencyFixture } from "../../support/people";

let ours: AgencyFixture;
let theirs: AgencyFixture;
let cookie: string;

const renameAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: z.strictObject({ name: boundedText(100).min(1) }),
  run: (context, { name }) => renameTeam(context, name),
});

beforeAll(async () => {
  ours = await createAgencyFixture("Riverbend Police Department");
  theirs = await createAgencyFixture("Hillcrest Fire District");
  cookie = await signInCookie(ours.admin);
});

async function teamName({ agencyId, teamId, admin }: AgencyFixture): Promise<string> {
  const team = await withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.team.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: teamId } } }),
  );
  return team.name;
}

async function auditOf({ agencyId, admin }: AgencyFixture, action: string) {
  return withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.auditEvent.findMany({ where: { agencyId, action }, orderBy: { id: "asc" } }),
  );
}

describe("a team action", () => {
  test("runs for who may, and leaves an audit row", async () => {
    const before = (await auditOf(ours, "team:update")).length;
    const result = await asRequest(cookie, () => renameAction(ours.teamId, { name: "North team" }));
    expect(result).toMatchObject({ ok: true });
    expect(await teamName(ours)).toBe("North team");
    const rows = await auditOf(ours, "team:update");
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ userId: ours.admin.userId, outcome: "done", target: { teamId: ours.teamId } });
  });

  test.each([
    ["a key the form never had", { name: "Hijacked", agencyId: "x" }],
    ["a role", { name: "Hijacked", role: "admin" }],
    ["a query operator", { name: { not: "" } }],
    ["a list", ["Hijacked"]],
    ["nothing", undefined],
    ["null", null],
    ["a bad value", { name: "" }],
  ])("refuses %s and changes nothing", async (_, input) => {
    const before = await teamName(ours);
    const result = await asRequest(cookie, () => renameAction(ours.teamId, input as { name: string }));
    expect(result.ok).toBe(false);
    expect(await teamName(ours)).toBe(before);
  });

  test("names the field that was wrong", async () => {
    expect(await asRequest(cookie, () => renameAction(ours.teamId, { name: "" }))).toMatchObject({
      ok: false,
      fieldErrors: { name: expect.any(String) },
    });
  });

  test("refuses more arguments than it has", async () => {
    const withExtra = renameAction as unknown as (...args: unknown[]) => Promise<{ ok: boolean }>;
    expect(await asRequest(cookie, () => withExtra(ours.teamId, { name: "Hijacked" }, { role: "admin" }))).toMatchObject({ ok: false });
    expect(await teamName(ours)).not.toBe("Hijacked");
  });

  test.each([{ not: "" }, ["a"], 7, null, undefined])("refuses %j as a team id", async (id) => {
    const result = await asRequest(cookie, () => renameAction(id as unknown as string, { name: "Hijacked" }));
    expect(result.ok).toBe(false);
  });

  test("answers for a foreign team exactly as for one that doesn't exist, and touches neither", async () => {
    const foreign = await asRequest(cookie, () => renameAction(theirs.teamId, { name: "Hijacked" }));
    const missing = await asRequest(cookie, () => renameAction("0199aaaa-0000-7000-8000-000000000000", { name: "Hijacked" }));
    expect(foreign).toEqual(missing);
    expect(foreign.ok).toBe(false);
    expect(await teamName(theirs)).not.toBe("Hijacked");
  });

  test("refuses a role that may not", async () => {
    const viewer = await addToTeam(ours, "viewer");
    const result = await asRequest(await signInCookie(viewer), () => renameAction(ours.teamId, { name: "Hijacked" }));
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/role/) });
    expect(await teamName(ours)).not.toBe("Hijacked");
  });

  test("refuses someone signed out, and a session that ended meanwhile", async () => {
    expect(await asRequest("", () => renameAction(ours.teamId, { name: "Hijacked" }))).toMatchObject({ ok: false });
    const lead = await addToTeam(ours, "lead");
    const old = await signInCookie(lead);
    expect(await asRequest(old, () => renameAction(ours.teamId, { name: "South team" }))).toMatchObject({ ok: true });
    await revokeAllSessions(lead.userId);
    expect(await asRequest(old, () => renameAction(ours.teamId, { name: "Hijacked" }))).toMatchObject({ ok: false });
    expect(await teamName(ours)).toBe("South team");
  });

  test("undoes everything when its rule says no, tells why, and records the refusal", async () => {
    const before = await teamName(ours);
    const halfway = teamAction({
      permission: "team:update",
      rate: RATES.change,
      input: z.strictObject({}),
      run: async (context) => {
        await renameTeam(context, "Half done");
        throw new RefusedError("Not today.", { name: "Pick another day." });
      },
    });
    expect(await asRequest(cookie, () => halfway(ours.teamId, {}))).toEqual({
      ok: false,
      message: "Not today.",
      fieldErrors: { name: "Pick another day." },
    });
    expect(await teamName(ours)).toBe(before);
    expect((await auditOf(ours, "team:update")).at(-1)).toMatchObject({ outcome: "refused" });
  });

  test("undoes everything when it breaks, and doesn't tell what broke", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const before = await teamName(ours);
    const rows = (await auditOf(ours, "team:update")).length;
    const broken = teamAction({
      permission: "team:update",
      rate: RATES.change,
      input: z.strictObject({}),
      run: async (context) => {
        await renameTeam(context, "Half done");
        throw new Error("password=hunter2 at 10.0.0.7");
      },
    });
    const result = await asRequest(cookie, () => broken(ours.teamId, {}));
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toMatch(/hunter2|10\.0\.0\.7/);
    expect(log).toHaveBeenCalledOnce();
    expect(await teamName(ours)).toBe(before);
    expect(await auditOf(ours, "team:update")).toHaveLength(rows);
    log.mockRestore();
  });

  test("mails only after its change is committed", async () => {
    const seen: string[] = [];
    const action = teamAction({
      permission: "team:update",
      rate: RATES.change,
      input: z.strictObject({}),
      run: (context) => renameTeam(context, "Committed team"),
      finish: async () => void seen.push(await teamName(ours)),
    });
    await asRequest(cookie, () => action(ours.teamId, {}));
    expect(seen).toEqual(["Committed team"]);
  });

  test("can't be defined with a schema that lets unknown keys through", () => {
    expect(() => teamAction({ permission: "team:update", rate: RATES.change, input: z.object({ name: boundedText(100) }), run: async () => null })).toThrow(/strict/);
  });
});

test("an agency action refuses a team lead and a foreign admin", async () => {
  let runs = 0;
  const action = agencyAction({
    permission: "agency:update",
    rate: RATES.change,
    input: z.strictObject({}),
    run: async () => void (runs += 1),
  });
  const lead = await addToTeam(ours, "lead");
  expect(await asRequest(await signInCookie(lead), () => action(ours.agencyId, {}))).toMatchObject({ ok: false });
  expect(await asRequest(await signInCookie(theirs.admin), () => action(ours.agencyId, {}))).toMatchObject({ ok: false });
  expect(runs).toBe(0);
  expect(await asRequest(cookie, () => action(ours.agencyId, {}))).toMatchObject({ ok: true });
  expect(runs).toBe(1);
});

test("a user action acts as the session's person, whatever the input says", async () => {
  const person = await createPerson();
  const whoAction = userAction({ rate: RATES.account, event: false, input: z.strictObject({}), run: async (user) => user.userId });
  expect(await asRequest(await signInCookie(person), () => whoAction({}))).toEqual({ ok: true, data: person.userId });
  expect(await asRequest(await signInCookie(person), () => whoAction({ userId: ours.admin.userId } as unknown as Record<string, never>))).toMatchObject({ ok: false });
  expect(await asRequest("", () => whoAction({}))).toMatchObject({ ok: false });
});

test("a public action is as strict about its input", async () => {
  const action = publicAction({ rate: RATES.link, input: z.strictObject({ email: emailText(254, "Too long.", "No address.") }), run: async ({ email }) => email });
  expect(await asRequest("", () => action({ email: "a@b.example" }))).toEqual({ ok: true, data: "a@b.example" });
  expect(await asRequest("", () => action({ email: { not: "" } } as unknown as { email: string }))).toMatchObject({ ok: false });
});

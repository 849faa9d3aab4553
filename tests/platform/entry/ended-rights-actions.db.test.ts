import { asRequest } from "../../support/action-request";
import { beforeEach, expect, test, vi } from "vitest";
import pg from "pg";
import { createTeamAction, updateAgencyMemberAction } from "@/app/agencies/[agencyId]/actions";
import { inviteAction } from "@/app/teams/[teamId]/people/actions";
import { createThreadAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import { addEvidence, removeEvidence } from "@/lib/evidence/change-evidence";
import { rebuildDocument } from "@/lib/responses/rebuild-document";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { isEndedStanding } from "@/lib/platform/db/ended-standing";
import { connectionTurns } from "@/lib/platform/db/connection-turns";
import { env } from "@/lib/platform/env";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, refTo } from "@/tests/support/tools";
import { query } from "../../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../../support/people";

// An action whose author's rights end after they were checked, while it waits for a connection.

// Next's cache exists only inside its server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const itemId = toolItems(getTool(1))[0]?.id as string;
const owner = (sql: string, values: unknown[] = []) => query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql, values);

let fixture: AgencyFixture;
beforeEach(async () => {
  fixture = await createAgencyFixture();
  await owner("delete from throttle");
});

/** Starts `act`, and ends the rights when they have been checked and no connection is free for the write. */
async function endBeforeWrite<T>(act: () => Promise<T>, end: () => Promise<unknown>): Promise<T> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const turns = Array.from({ length: env().DATABASE_POOL }, (_, index) => ({ group: `other ${index}`, member: "somebody" }));
  const leaves = await Promise.all(turns.map((turn) => connectionTurns().prisma.enter(turn)));
  void gate.then(() => leaves.forEach((leave) => leave()));
  const acting = act();
  // How often it is done is counted once the rights were checked.
  try {
    await expect.poll(() => owner("select key from throttle where key like '%:agency:%'"), { timeout: 10_000 }).not.toEqual([]);
    await end();
  } finally {
    letGo();
  }
  return acting;
}

const ENDS: [what: string, end: (author: Person) => Promise<unknown>, message: RegExp][] = [
  ["was removed from the agency", ({ userId }) => owner("delete from membership where user_id = $1", [userId]), /could not find/],
  ["was removed from the team", ({ userId }) => owner("delete from team_member where user_id = $1", [userId]), /could not find/],
  ["lost the tool", ({ userId }) => owner("update team_member set tool_keys = '{2}' where user_id = $1", [userId]), /could not find/],
  ["signed out", ({ userId }) => revokeAllSessions(userId), /signed out/],
  ["had their account disabled", ({ userId }) => owner("update user_account set disabled_at = now() where id = $1", [userId]), /signed out/],
];

test.each(ENDS)("whoever %s while their action waited has changed nothing", async (_what, end, message) => {
  const author = await addToTeam(fixture, "partner", [1]);
  const cookie = await signInCookie(author);
  const send = () => asRequest(cookie, () => createThreadAction(fixture.teamId, { toolRef: refTo(1), itemId, body: "Too late." }));
  expect(await endBeforeWrite(send, () => end(author))).toEqual({ ok: false, message: expect.stringMatching(message) });
  expect(await owner("select id from comment where agency_id = $1", [fixture.agencyId])).toEqual([]);
});

test.each([
  ["is no admin any more", "update membership set is_admin = false where user_id = $1", /role does not allow/],
  ["was removed", "delete from membership where user_id = $1", /could not find/],
  ["had their account disabled", "update user_account set disabled_at = now() where id = $1", /signed out/],
])("an admin who %s while their action waited has changed nothing", async (_what, sql, message) => {
  const cookie = await signInCookie(fixture.admin);
  const send = () => asRequest(cookie, () => createTeamAction(fixture.agencyId, { name: "Too late" }));
  const answer = await endBeforeWrite(send, () => owner(sql, [fixture.admin.userId]));
  expect(answer).toEqual({ ok: false, message: expect.stringMatching(message) });
  expect(await owner("select id from team where agency_id = $1 and name = 'Too late'", [fixture.agencyId])).toEqual([]);
});

test("a file whose sender was taken out at the last moment is refused, not a failure", async () => {
  const author = await addToTeam(fixture, "partner", [1]);
  const context = await teamContext(author, fixture.teamId);
  await owner("delete from team_member where user_id = $1", [author.userId]);
  const file = { name: "note.txt", bytes: new TextEncoder().encode("Too late.") };
  await expect(addEvidence(context, { toolRef: refTo(1), itemId }, file, { source: null })).rejects.toSatisfy(isEndedStanding);
});

/** Starts `act` while somebody else holds what it needs; once it waits for that, the rights end, and then it is let go. */
async function endWhileItWaits<T>(held: string, act: () => Promise<T>, end: string, author: Person): Promise<T> {
  const holder = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query(held, [fixture.agencyId]);
    const acting = act();
    await expect.poll(() => owner("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"), { timeout: 10_000 }).not.toEqual([]);
    await holder.query(end, [author.userId]);
    await holder.query("commit");
    return await acting;
  } finally {
    await holder.end();
  }
}

const PEOPLE = "select from agency where id = $1 for no key update";
const TAKEN_OUT = "delete from membership where user_id = $1";

test("an admin who is taken out by a colleague, for whom their own act waits, makes nobody an admin", async () => {
  const other = await addToTeam(fixture, "member");
  const cookie = await signInCookie(fixture.admin);
  const act = () => asRequest(cookie, () => updateAgencyMemberAction(fixture.agencyId, { userId: other.userId, isAdmin: true }));
  expect(await endWhileItWaits(PEOPLE, act, TAKEN_OUT, fixture.admin)).toEqual({ ok: false, message: expect.stringMatching(/could not find/) });
  expect(await owner("select is_admin from membership where user_id = $1", [other.userId])).toEqual([{ is_admin: false }]);
});

test.each([
  ["was taken out", TAKEN_OUT, /could not find/],
  ["leads no more", "update team_member set role = 'member' where user_id = $1", /role does not allow/],
])("a lead who %s while their invitation waited invites nobody", async (_what, end, message) => {
  const lead = await addToTeam(fixture, "lead");
  const cookie = await signInCookie(lead);
  const act = () => asRequest(cookie, () => inviteAction(fixture.teamId, { email: "later@guests.example", role: "lead", toolKeys: [] }));
  expect(await endWhileItWaits(PEOPLE, act, end, lead)).toEqual({ ok: false, message: expect.stringMatching(message) });
  expect(await owner("select id from invitation where agency_id = $1", [fixture.agencyId])).toEqual([]);
});

test("whoever was taken out while their comment waited for a save has written none", async () => {
  await updateAnswersAsServer(await teamContext(fixture.admin, fixture.teamId), refTo(1), { [itemId]: "An answer." });
  const author = await addToTeam(fixture, "partner", [1]);
  const cookie = await signInCookie(author);
  const act = () => asRequest(cookie, () => createThreadAction(fixture.teamId, { toolRef: refTo(1), itemId, body: "Too late." }));
  const held = "select from response where agency_id = $1 for update";
  expect(await endWhileItWaits(held, act, TAKEN_OUT, author)).toEqual({ ok: false, message: expect.stringMatching(/could not find/) });
  expect(await owner("select id from comment where agency_id = $1", [fixture.agencyId])).toEqual([]);
});

test("a file is not removed by somebody who was taken out at the last moment", async () => {
  const author = await addToTeam(fixture, "partner", [1]);
  const context = await teamContext(author, fixture.teamId);
  const file = { name: "note.txt", bytes: new TextEncoder().encode("It stays.") };
  const place = { toolRef: refTo(1), itemId };
  const added = await addEvidence(context, place, file, { source: null });
  await owner("delete from team_member where user_id = $1", [author.userId]);
  await expect(removeEvidence(context, place, added?.id ?? "", { source: null })).rejects.toSatisfy(isEndedStanding);
  expect(await owner("select id from evidence_file where agency_id = $1", [fixture.agencyId])).toHaveLength(1);
});

test("somebody else's file is not removed by a lead who became a member at the last moment; one of their own is", async () => {
  const lead = await addToTeam(fixture, "lead");
  const context = await teamContext(lead, fixture.teamId);
  const place = { toolRef: refTo(1), itemId };
  const fileOf = (words: string) => ({ name: `${words}.txt`, bytes: new TextEncoder().encode(words) });
  const theirs = await addEvidence(await teamContext(fixture.admin, fixture.teamId), place, fileOf("Theirs"), { source: null });
  const own = await addEvidence(context, place, fileOf("Own"), { source: null });
  await owner("update team_member set role = 'member' where user_id = $1", [lead.userId]);
  await expect(removeEvidence(context, place, theirs?.id ?? "", { source: null })).rejects.toSatisfy(isEndedStanding);
  expect(await owner("select id from evidence_file where agency_id = $1", [fixture.agencyId])).toHaveLength(2);
  expect(await removeEvidence(context, place, own?.id ?? "", { source: null })).toEqual({ name: "Own.txt" });
});

test("a document is not built anew by an admin who stopped being one while it was built", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId, "response:rebuild");
  await updateAnswersAsServer(context, refTo(1), { [itemId]: "An answer." });
  const before = await owner("select last_seq, snapshot from response where agency_id = $1", [fixture.agencyId]);
  await owner("update membership set is_admin = false where user_id = $1", [fixture.admin.userId]);
  await expect(rebuildDocument(context, refTo(1))).rejects.toSatisfy(isEndedStanding);
  expect(await owner("select last_seq, snapshot from response where agency_id = $1", [fixture.agencyId])).toEqual(before);
});

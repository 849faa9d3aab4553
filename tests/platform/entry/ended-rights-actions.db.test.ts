import { asRequest } from "../../support/action-request";
import { beforeEach, expect, test, vi } from "vitest";
import { createTeamAction } from "@/app/agencies/[agencyId]/actions";
import { createThreadAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import { addEvidence } from "@/lib/evidence/change-evidence";
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

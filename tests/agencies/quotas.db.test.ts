import { asRequest } from "../support/action-request";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createTeamAction } from "@/app/agencies/[agencyId]/actions";
import { createThreadAction, replyAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { createAgency } from "@/lib/agencies/agencies";
import { COMMENTS_PER_PERSON, createThread, replyToThread } from "@/lib/comments/change-comments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { acceptInvitation } from "@/lib/people/invitation-acceptance";
import { createTeamInvitation } from "@/lib/people/invitations";
import { createTeam } from "@/lib/agencies/teams";
import { toolItems } from "@/lib/domain/tool/items";
import {
  AGENCIES_PER_ADMIN,
  COMMENTS_PER_PERSON_AND_TOOL,
  EVIDENCE_AGENCY_MAX_BYTES,
  INVITATIONS_PER_AGENCY,
  MEMBERS_PER_AGENCY,
  TEAMS_PER_AGENCY,
} from "@/lib/domain/limits";
import { getTool, refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, createPerson, type Person, signInCookie, teamContext } from "../support/people";

// Next's cache exists only inside its server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const OWNER = () => process.env.DATABASE_OWNER_URL as string;
const TOOL = 1;
const ITEM = toolItems(getTool(TOOL))[0]?.id as string;

let fixture: AgencyFixture;
beforeEach(async () => {
  fixture = await createAgencyFixture();
});

/** How many of these came through, and why the first of the others did not. */
async function outcomes(work: readonly Promise<unknown>[]): Promise<[done: number, reason: string | null]> {
  const settled = await Promise.allSettled(work);
  const refused = settled.find(({ status }) => status === "rejected");
  return [settled.filter(({ status }) => status === "fulfilled").length, refused ? String((refused as PromiseRejectedResult).reason.message) : null];
}

test("an agency has so many teams and no more, also when the last ones are made at once", async () => {
  const context = await agencyContext(fixture.admin, fixture.agencyId, "team:create");
  await query(OWNER(), `insert into team (agency_id, id, name) select $1, gen_random_uuid(), 'Team ' || n from generate_series(1, $2::int) n`, [
    fixture.agencyId,
    TEAMS_PER_AGENCY - 3,
  ]);
  const [done, reason] = await outcomes(["A", "B", "C", "D", "E"].map((name) => createTeam(context, name)));
  expect([done, reason]).toEqual([2, expect.stringMatching(/can have 100 teams/)]);
  expect(await asRequest(await signInCookie(fixture.admin), () => createTeamAction(fixture.agencyId, { name: "F" }))).toMatchObject({
    ok: false,
    message: expect.stringMatching(/can have 100 teams/),
  });
});

test("one person makes so many agencies and no more, also at once; another person still makes theirs", async () => {
  const person = await createPerson();
  const agency = { name: "An agency", kind: "fire", state: "OH", teamName: "A team", displayName: "Somebody" } as const;
  const [done, reason] = await outcomes(Array.from({ length: AGENCIES_PER_ADMIN + 3 }, () => createAgency(person.userId, agency)));
  expect([done, reason]).toEqual([AGENCIES_PER_ADMIN, expect.stringMatching(/admin of 20 agencies/)]);
  await expect(createAgency((await createPerson()).userId, agency)).resolves.toBeDefined();
});

test("an agency has so many open invitations and no more; one that is taken back makes room", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId, "team-member:invite");
  await query(
    OWNER(),
    `insert into invitation (agency_id, id, team_id, email, role, token_hash, invited_by, expires_at)
     select $1, gen_random_uuid(), $2, 'guest' || n || '@guests.example', 'member', sha256(('t' || n)::bytea), $3, now() + interval '7 days'
       from generate_series(1, $4::int) n`,
    [fixture.agencyId, fixture.teamId, fixture.admin.userId, INVITATIONS_PER_AGENCY - 1],
  );
  const invite = (name: string) => createTeamInvitation(context, { email: `${name}@guests.example`, role: "member", toolKeys: [] });
  const [done, reason] = await outcomes([invite("a"), invite("b"), invite("c")]);
  expect([done, reason]).toEqual([1, expect.stringMatching(/500 open invitations/)]);
  // The same address again takes the place of its older invitation.
  await expect(invite("guest1")).resolves.toBeDefined();
  await query(OWNER(), "update invitation set revoked_at = now() where agency_id = $1 and email = 'guest2@guests.example'", [fixture.agencyId]);
  await expect(invite("d")).resolves.toBeDefined();
});

test("an agency has so many people and no more; who is in it already can still join another team", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId, "team-member:invite");
  const member = await addToTeam(fixture, "member");
  const guest = await createPerson();
  await query(
    OWNER(),
    `insert into membership (agency_id, user_id, is_admin, display_name)
     select $1, gen_random_uuid(), false, 'Member ' || n from generate_series(1, $2::int) n`,
    [fixture.agencyId, MEMBERS_PER_AGENCY - 2],
  );
  const invitation = await createTeamInvitation(context, { email: guest.email, role: "member", toolKeys: [] });
  await expect(acceptInvitation(invitation.token, guest)).rejects.toThrow(/2,000 people/);
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), "Second");
  const second = await teamContext(fixture.admin, teamId, "team-member:invite");
  const again = await createTeamInvitation(second, { email: member.email, role: "member", toolKeys: [] });
  await expect(acceptInvitation(again.token, member)).resolves.toBeDefined();
});

test("an agency's files have a weight that all its teams share", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId, "evidence:edit");
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), "Second");
  // Ten bytes are left.
  await query(
    OWNER(),
    `insert into evidence_file (agency_id, id, team_id, toolkit_id, tool_id, item_id, name, media_type, size_bytes, sha256, uploaded_by, storage_key)
     select $1, gen_random_uuid(), $2, 'ps-cope', 'tool-1', $3, 'file' || n || '.txt', 'text/plain', $4::bigint / 1000 - (n = 1)::int * 10, sha256(('f' || n)::bytea), $5, 'elsewhere/' || n
       from generate_series(1, 1000) n`,
    [fixture.agencyId, teamId, ITEM, EVIDENCE_AGENCY_MAX_BYTES, fixture.admin.userId],
  );
  const add = (text: string) => addEvidence(context, { toolRef: refTo(TOOL), itemId: ITEM }, { name: "note.txt", bytes: new TextEncoder().encode(text) }, { source: null });
  const [done, reason] = await outcomes([add("six by"), add("by six")]);
  expect([done, reason]).toEqual([1, expect.stringMatching(/agency’s files would pass/)]);
});

describe("comments of one person", () => {
  let member: Person;
  beforeEach(async () => {
    member = await addToTeam(fixture, "member");
  });

  test("pause after two hundred in an hour, in new conversations and in replies; teammates go on", async () => {
    const context = await teamContext(member, fixture.teamId, "comment:create");
    const threadId = await createThread(context, { toolRef: refTo(TOOL), itemId: ITEM, body: "First." });
    await query(OWNER(), "update throttle set attempts = $1 where key like 'comment:person:%'", [COMMENTS_PER_PERSON.limit - 2]);
    await replyToThread(context, { toolRef: refTo(TOOL), threadId, body: "Second to last." });
    await replyToThread(context, { toolRef: refTo(TOOL), threadId, body: "Last." });
    const cookie = await signInCookie(member);
    const words = { ok: false, message: expect.stringMatching(/^You wrote many comments in the last hour\. Please wait/) };
    expect(await asRequest(cookie, () => replyAction(fixture.teamId, { toolRef: refTo(TOOL), threadId, body: "No." }))).toMatchObject(words);
    expect(await asRequest(cookie, () => createThreadAction(fixture.teamId, { toolRef: refTo(TOOL), itemId: ITEM, body: "No." }))).toMatchObject(words);
    expect(COMMENTS_PER_PERSON).toMatchObject({ limit: 200, minutes: 60 });
    const teammate = await teamContext(fixture.admin, fixture.teamId, "comment:create");
    await expect(replyToThread(teammate, { toolRef: refTo(TOOL), threadId, body: "Mine." })).resolves.toBeDefined();
  });

  test("in one tool end after so many a day, also at once; another tool takes more, and so does the next day", async () => {
    const context = await teamContext(member, fixture.teamId, "comment:create");
    const threadId = await createThread(context, { toolRef: refTo(TOOL), itemId: ITEM, body: "First." });
    await query(
      OWNER(),
      `insert into comment (agency_id, id, thread_id, body, created_by)
       select $1, gen_random_uuid(), $2, 'Words', $3 from generate_series(1, $4::int)`,
      [fixture.agencyId, threadId, member.userId, COMMENTS_PER_PERSON_AND_TOOL - 3],
    );
    const begin = (tool: number) =>
      createThread(context, { toolRef: refTo(tool), itemId: toolItems(getTool(tool))[0]?.id as string, body: "More." });
    const [done, reason] = await outcomes(Array.from({ length: 5 }, () => begin(TOOL)));
    expect([done, reason]).toEqual([2, expect.stringMatching(/300 comments in this tool/)]);
    await expect(begin(2)).resolves.toBeDefined();
    await query(OWNER(), "update comment set created_at = now() - interval '25 hours' where agency_id = $1", [fixture.agencyId]);
    await expect(begin(TOOL)).resolves.toBeDefined();
  });
});

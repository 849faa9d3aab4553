import { beforeEach, describe, expect, test } from "vitest";
import { createAgency } from "@/lib/agencies/agencies";
import { createTeam } from "@/lib/agencies/teams";
import { startPasswordReset } from "@/lib/accounts/account-links";
import { updateAgencyMember } from "@/lib/people/agency-members";
import { findLastBackIn, getBackIn, joinByCode } from "@/lib/people/code-acceptance";
import { acceptInvitation, acceptInvitationAsNewPerson, findInvitation } from "@/lib/people/invitation-acceptance";
import { createTeamInvitation, listInvitations, renewInvitation, revokeInvitation } from "@/lib/people/invitations";
import { createBackInCode, createJoinCode, handOver } from "@/lib/people/join-codes";
import { listTeamMembers, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { createSession, findSessionById } from "@/lib/platform/auth/session-store";
import { verifySignIn } from "@/lib/platform/auth/sign-in";
import { deliverMail } from "@/lib/platform/mail/outbox";
import { listOwnSeats, saveOwnSeats } from "@/lib/roster/own-seats";
import { keysOf } from "@/tests/support/tools";
import { query } from "../support/database";
import { lettersTo } from "../support/outbox";
import { addToTeam, agencyContext, createAgencyFixture, createPerson, teamContext, type AgencyFixture, type Person } from "../support/people";

const DEAD = /no longer works/;
const PASSWORD = "seven lanterns over quiet water";
const OTHER_PASSWORD = "gravel teapot lantern moth";
const OWNER = () => process.env.DATABASE_OWNER_URL as string;

let ours: AgencyFixture;
let lead: Person;
let count = 0;

beforeEach(async () => {
  ours = await createAgencyFixture();
  lead = await addToTeam(ours, "lead");
});

const leadContext = () => teamContext(lead, ours.teamId, "team-member:invite");
const nextName = () => `blue-heron-${(count += 1)}`;
const makeCode = async (role: "member" | "partner" = "partner") => createJoinCode(await leadContext(), { role, toolKeys: role === "partner" ? keysOf(3) : [] });

/** Somebody who joined with a code. */
async function joinSomebody(role: "member" | "partner" = "partner") {
  const signInName = nextName();
  const { code } = await makeCode(role);
  await joinByCode(code, { name: `Otter ${count}`, signInName, password: PASSWORD });
  const userId = await verifySignIn({ email: signInName, password: PASSWORD }, null);
  if (!userId) throw new Error("not signed in");
  return { userId, signInName };
}

describe("a code to join", () => {
  test("makes an account without an address, in the role it says and with its tools, and signs in with its name", async () => {
    const { userId, signInName } = await joinSomebody();
    expect(signInName).not.toContain("@");
    const context = await teamContext({ userId }, ours.teamId);
    expect([context.role, context.toolKeys]).toEqual(["partner", keysOf(3)]);
    expect(await verifySignIn({ email: signInName.toUpperCase(), password: PASSWORD }, null)).toBe(userId);
  });

  test("works once, for seven days, and is kept only as a hash", async () => {
    const { code, invitationId } = await makeCode();
    const [row] = await query<{ token_hash: Buffer; days: number }>(
      OWNER(),
      "select token_hash, extract(epoch from expires_at - created_at) / 86400 as days from invitation where id = $1",
      [invitationId],
    );
    expect(Buffer.compare(row!.token_hash, hashSecret(code))).toBe(0);
    expect(Number(row!.days)).toBeCloseTo(7, 2);
    await joinByCode(code, { name: "First", signInName: nextName(), password: PASSWORD });
    await expect(joinByCode(code, { name: "Second", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
    const late = await makeCode();
    await query(OWNER(), "update invitation set expires_at = now() - interval '1 minute' where id = $1", [late.invitationId]);
    await expect(joinByCode(late.code, { name: "Third", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
  });

  test("is listed without its letters, can be taken back, and is not sent again", async () => {
    const { code, invitationId } = await makeCode();
    const listed = await listInvitations(await leadContext());
    expect(listed).toMatchObject([{ invitationId, email: null, isBackIn: false, role: "partner" }]);
    expect(JSON.stringify(listed)).not.toContain(code);
    await expect(renewInvitation(await leadContext(), invitationId)).rejects.toThrow(/not open/);
    await revokeInvitation(await leadContext(), invitationId);
    await expect(joinByCode(code, { name: "Late", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
  });

  test("one doesn't end another: each is for one person", async () => {
    const [one, two] = [await makeCode(), await makeCode()];
    for (const { code } of [one, two]) await joinByCode(code, { name: `Person ${nextName()}`, signInName: nextName(), password: PASSWORD });
  });

  test.each(["lead", "viewer", "admin"])("never gives the role %s, whoever asks", async (role) => {
    await expect(createJoinCode(await leadContext(), { role: role as "member", toolKeys: [] })).rejects.toMatchObject({ fieldErrors: { role: expect.any(String) } });
    if (role === "admin") return;
    await expect(
      query(OWNER(), `insert into invitation (agency_id, id, team_id, role, tool_keys, token_hash, invited_by, expires_at) values ($1, gen_random_uuid(), $2, $3::team_role, '{}', '\\x01', $4, now())`, [ours.agencyId, ours.teamId, role, lead.userId]),
    ).rejects.toThrow(/invitation_code_role/);
  });

  test("ends with the rights of whoever made it", async () => {
    const { code } = await makeCode();
    await removeTeamMember(await teamContext(ours.admin, ours.teamId), lead.userId);
    await expect(joinByCode(code, { name: "Late", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
  });

  test("lets somebody with an account join with it instead", async () => {
    const person = await createPerson("Sam Otter");
    const { code } = await makeCode("member");
    await acceptInvitation(code, person);
    expect((await authorizeTeam(person.userId, ours.teamId, "team:view")).ok).toBe(true);
  });

  test("refuses a sign-in name that is taken, and a guessable password, at their fields, and keeps the code", async () => {
    const { signInName } = await joinSomebody();
    const { code } = await makeCode();
    await expect(joinByCode(code, { name: "Wren", signInName, password: PASSWORD })).rejects.toMatchObject({ fieldErrors: { signInName: expect.any(String) } });
    await expect(joinByCode(code, { name: "Wren", signInName: nextName(), password: "password" })).rejects.toMatchObject({ fieldErrors: { password: expect.any(String) } });
    await joinByCode(code, { name: "Wren", signInName: nextName(), password: PASSWORD });
  });

  test("makes no account for an address, and an invitation by mail none without one", async () => {
    const { code } = await makeCode();
    await expect(joinByCode(code, { name: "Wren", signInName: "wren@people.example", password: PASSWORD })).rejects.toThrow();
    await expect(acceptInvitationAsNewPerson(code, { name: "Wren", password: PASSWORD })).rejects.toThrow(DEAD);
    const invited = await createTeamInvitation(await leadContext(), { email: "wren@people.example", role: "member", toolKeys: [] });
    await expect(joinByCode(invited.token, { name: "Wren", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
    expect(await query(OWNER(), "select from user_account where email = 'wren@people.example'")).toHaveLength(0);
  });
});

test("whoever tries again because no answer came reads that the code was used, and that they can sign in", async () => {
  const { code } = await makeCode();
  const person = { name: "Otter", signInName: nextName(), password: PASSWORD };
  await joinByCode(code, person);
  await expect(joinByCode(code, person)).rejects.toThrow(/accepted already\. If that was you, sign in/);
  const userId = (await verifySignIn({ email: person.signInName, password: PASSWORD }, null)) as string;
  const back = await createBackInCode(await leadContext(), userId);
  await getBackIn(back.code, OTHER_PASSWORD, null);
  await expect(getBackIn(back.code, OTHER_PASSWORD, null)).rejects.toThrow(/used already\. If that was you, sign in/);
});

test("of five who use one code, or one link, at once one joins, and no account is made for the others", async () => {
  const rows = async (table: string) => Number((await query<{ count: string }>(OWNER(), `select count(*) from ${table}`))[0]?.count);
  const { code } = await makeCode();
  const email = `${nextName()}@people.example`;
  const { token } = await createTeamInvitation(await leadContext(), { email, role: "member", toolKeys: [] });
  const uses: readonly ((index: number) => Promise<unknown>)[] = [
    (index) => joinByCode(code, { name: `Person ${index}`, signInName: nextName(), password: PASSWORD }),
    (index) => acceptInvitationAsNewPerson(token, { name: `Guest ${index}`, password: PASSWORD }),
  ];
  for (const use of uses) {
    const [accounts, places] = [await rows("user_account"), await rows("membership")];
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(use));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) if (answer.status === "rejected") expect(String(answer.reason)).toMatch(/no longer works/);
    expect([await rows("user_account"), await rows("membership")]).toEqual([accounts + 1, places + 1]);
  }
});

test("a name that somebody else took at that moment makes no account either", async () => {
  const [one, two] = [await makeCode(), await makeCode()];
  const names = [nextName(), nextName()];
  const answers = await Promise.allSettled([one, two].map(({ code }, index) => joinByCode(code, { name: "Kingfisher", signInName: names[index]!, password: PASSWORD })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await query(OWNER(), "select from user_account where email = any($1)", [names])).toHaveLength(1);
});

describe("somebody without an address", () => {
  test("has their sign-in name shown to nobody, and leads are told that there is no address", async () => {
    const { userId, signInName } = await joinSomebody();
    const members = await listTeamMembers(await leadContext());
    expect(members.find((member) => member.userId === userId)).toMatchObject({ email: null, hasNoAddress: true });
    expect(JSON.stringify(members)).not.toContain(signInName);
    expect((await listTeamMembers(await teamContext({ userId }, ours.teamId))).every(({ hasNoAddress }) => !hasNoAddress)).toBe(true);
  });

  test("is sent no letter", async () => {
    const { signInName } = await joinSomebody();
    expect(await deliverMail({ to: signInName, subject: "Hello", text: "Hello" })).toBe(false);
    await startPasswordReset(signInName, null);
    expect(await lettersTo(signInName)).toEqual([]);
  });

  test("becomes no lead, no admin and makes no agency", async () => {
    const { userId } = await joinSomebody("member");
    await expect(updateTeamMember(await leadContext(), { userId, role: "lead", toolKeys: [] })).rejects.toMatchObject({ fieldErrors: { role: expect.any(String) } });
    await expect(updateAgencyMember(await agencyContext(ours.admin, ours.agencyId, "agency-member:update"), userId, true)).rejects.toThrow(/without an email address/);
    await expect(createAgency(userId, { name: "Mine", kind: "fire", state: "OH", teamName: "Ours", displayName: "Otter" })).rejects.toThrow(/email address of your own/);
  });
});

describe("a code to get back in", () => {
  test("sets a new password once, ends every session, and the person's own page says when", async () => {
    const { userId, signInName } = await joinSomebody();
    const sid = await createSession(userId);
    expect(await findLastBackIn(userId)).toBeNull();
    const { code } = await createBackInCode(await leadContext(), userId);
    expect(await findSessionById(sid)).not.toBeNull();
    expect(await findInvitation(code)).toMatchObject({ state: "open", email: null, backInAs: signInName });
    expect(await getBackIn(code, OTHER_PASSWORD, null)).toEqual({ signInName });
    expect(await findSessionById(sid)).toBeNull();
    expect(await verifySignIn({ email: signInName, password: PASSWORD }, null)).toBeNull();
    expect(await verifySignIn({ email: signInName, password: OTHER_PASSWORD }, null)).toBe(userId);
    expect(await findLastBackIn(userId)).toBeInstanceOf(Date);
    // A mail server would take the sign-in name for somebody's of its own.
    expect(await lettersTo(signInName)).toEqual([]);
    await expect(getBackIn(code, PASSWORD, null)).rejects.toThrow(DEAD);
  });

  test("leaves nothing to be read of what its person said of themselves alone, and touches nobody else's", async () => {
    const { userId } = await joinSomebody("member");
    const own = await teamContext({ userId }, ours.teamId);
    const other = await teamContext(await addToTeam(ours, "member"), ours.teamId);
    for (const context of [own, other]) await saveOwnSeats(context, ["lived-experience"]);
    const { code } = await createBackInCode(await leadContext(), userId);
    expect(await listOwnSeats(own)).toEqual(["lived-experience"]);
    await getBackIn(code, OTHER_PASSWORD, null);
    expect([await listOwnSeats(own), await listOwnSeats(other)]).toEqual([[], ["lived-experience"]]);
  });

  test("is no way to join, and a code to join is no way in", async () => {
    const { userId } = await joinSomebody();
    const { code } = await createBackInCode(await leadContext(), userId);
    await expect(joinByCode(code, { name: "Wren", signInName: nextName(), password: PASSWORD })).rejects.toThrow(DEAD);
    await expect(acceptInvitation(code, await createPerson())).rejects.toThrow(DEAD);
    await expect(getBackIn((await makeCode()).code, OTHER_PASSWORD, null)).rejects.toThrow(DEAD);
  });

  test("ends an earlier one, and ends when its person is taken out or given less", async () => {
    const { userId } = await joinSomebody("member");
    const early = await createBackInCode(await leadContext(), userId);
    const late = await createBackInCode(await leadContext(), userId);
    await expect(getBackIn(early.code, OTHER_PASSWORD, null)).rejects.toThrow(DEAD);
    await updateTeamMember(await leadContext(), { userId, role: "viewer", toolKeys: [] });
    await expect(getBackIn(late.code, OTHER_PASSWORD, null)).rejects.toThrow(DEAD);
    const last = await createBackInCode(await leadContext(), userId);
    await removeTeamMember(await leadContext(), userId);
    await expect(getBackIn(last.code, OTHER_PASSWORD, null)).rejects.toThrow(DEAD);
  });

  test("is made for nobody who has an address, nor for oneself, nor for a stranger", async () => {
    const member = await addToTeam(ours, "member");
    const stranger = await createAgencyFixture("Elsewhere");
    for (const userId of [member.userId, ours.admin.userId, lead.userId, stranger.admin.userId]) {
      await expect(createBackInCode(await leadContext(), userId)).rejects.toThrow();
    }
  });

  test("reaches no further than whoever makes it: not into another team, not into another agency", async () => {
    const { userId, signInName } = await joinSomebody("member");
    const admin = await agencyContext(ours.admin, ours.agencyId, "team:create");
    const { teamId } = await createTeam(admin, "Second team");
    const second = await teamContext(ours.admin, teamId, "team-member:invite");
    await acceptInvitation((await createJoinCode(second, { role: "member", toolKeys: [] })).code, { userId, email: signInName, name: "Otter" });
    await expect(createBackInCode(await leadContext(), userId)).rejects.toThrow(/leads every team/);
    const { code } = await createBackInCode(second, userId);

    const elsewhere = await createAgencyFixture("Elsewhere");
    const there = await createJoinCode(await teamContext(elsewhere.admin, elsewhere.teamId, "team-member:invite"), { role: "member", toolKeys: [] });
    await acceptInvitation(there.code, { userId, email: signInName, name: "Otter" });
    await expect(createBackInCode(second, userId)).rejects.toThrow(/leads every team/);
    // Nor with one that was made before they joined elsewhere.
    await expect(getBackIn(code, OTHER_PASSWORD, null)).rejects.toThrow(DEAD);
    expect(await verifySignIn({ email: signInName, password: PASSWORD }, null)).toBe(userId);
  });
});

test("a code is handed over in groups, and as a link", async () => {
  const made = await makeCode();
  const handed = await handOver(made);
  expect(handed.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(handed.link).toBe(`http://localhost:3000/invitation/${made.code}`);
});

import { beforeEach, describe, expect, test } from "vitest";
import { authorizeAgency, authorizeTeam } from "@/lib/platform/auth/authorize";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { verifySignIn } from "@/lib/platform/auth/sign-in";
import { countAttempt } from "@/lib/platform/rates/throttle";
import { updateAgencyMember } from "@/lib/people/agency-members";
import { acceptInvitation, acceptInvitationAgain, acceptInvitationAsNewPerson, findInvitation } from "@/lib/people/invitation-acceptance";
import {
  createAdminInvitation,
  createTeamInvitation,
  INVITATION_DAYS,
  INVITATIONS_PER_PERSON,
  listInvitations,
  renewInvitation,
  revokeInvitation,
  sendInvitation,
} from "@/lib/people/invitations";
import { removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { createTeam } from "@/lib/agencies/teams";
import { withAgency } from "@/lib/platform/db/with-agency";
import { keysOf } from "@/tests/support/tools";
import { lettersTo } from "../support/outbox";
import { addToTeam, agencyContext, createAgencyFixture, createPerson, teamContext, type AgencyFixture } from "../support/people";

const DEAD = /no longer works/;
let ours: AgencyFixture;
let guestCount = 0;

beforeEach(async () => {
  ours = await createAgencyFixture();
});

const guestEmail = () => `guest.${(guestCount += 1)}@guests.example`;

async function invite(email: string, role: "lead" | "member" | "viewer" = "member") {
  const context = await teamContext(ours.admin, ours.teamId, "team-member:invite");
  return createTeamInvitation(context, { email, role, toolKeys: [] });
}

async function rowOf(invitationId: string) {
  const { agencyId, admin } = ours;
  return withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.invitation.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: invitationId } } }),
  );
}

async function setExpiry(invitationId: string, expiresAt: Date): Promise<void> {
  const { agencyId, admin } = ours;
  await withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.invitation.update({ where: { agencyId_id: { agencyId, id: invitationId } }, data: { expiresAt } }),
  );
}

describe("an invitation's link", () => {
  test("is mailed and shown once; the database keeps only its hash", async () => {
    const email = guestEmail();
    const pending = await invite(email);
    const sent = await sendInvitation(pending);
    expect(sent).toMatchObject({ email, isMailed: true, link: `http://localhost:3000/invitation/${pending.token}` });
    const [letter] = await lettersTo(email);
    expect(letter?.text).toContain(sent.link);
    expect(letter?.text).toContain("Team member");
    const row = await rowOf(pending.invitationId);
    expect(Buffer.compare(row.tokenHash, hashSecret(pending.token))).toBe(0);
    expect(JSON.stringify(await listInvitations(await teamContext(ours.admin, ours.teamId)))).not.toContain(pending.token);
  });

  test("holds at least 128 bits and differs each time", async () => {
    const tokens = [(await invite(guestEmail())).token, (await invite(guestEmail())).token];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  });

  test("works for seven days", async () => {
    const person = await createPerson();
    const { invitationId, token } = await invite(person.email);
    const { createdAt, expiresAt } = await rowOf(invitationId);
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 86_400_000)).toBe(INVITATION_DAYS);
    await setExpiry(invitationId, new Date(Date.now() - 1));
    expect(await findInvitation(token)).toMatchObject({ state: "expired" });
    await expect(acceptInvitation(token, person)).rejects.toThrow(DEAD);
  });

  test("works once, also when it is pressed twice at the same time", async () => {
    const person = await createPerson();
    const { token } = await invite(person.email);
    const results = await Promise.allSettled([acceptInvitation(token, person), acceptInvitation(token, person)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptInvitation(token, person)).rejects.toThrow(DEAD);
    expect(await findInvitation(token)).toMatchObject({ state: "used" });
  });

  test("is answered alike to whoever accepted it and lost the answer, until they are out again", async () => {
    const person = await createPerson();
    const { token } = await invite(person.email);
    const joined = await acceptInvitationAgain(token, person);
    expect(await acceptInvitationAgain(token, person)).toEqual(joined);
    await expect(acceptInvitationAgain(token, await createPerson())).rejects.toThrow(DEAD);
    await removeTeamMember(await teamContext(ours.admin, ours.teamId), person.userId);
    await expect(acceptInvitationAgain(token, person)).rejects.toThrow(DEAD);
    const guest = { name: "Somebody New", password: "seven lanterns over quiet water" };
    await expect(acceptInvitationAsNewPerson(token, guest)).rejects.toThrow(/accepted already. If that was you, sign in/);
  });

  test("stops working when it is taken back", async () => {
    const person = await createPerson();
    const { invitationId, token } = await invite(person.email);
    await revokeInvitation(await teamContext(ours.admin, ours.teamId), invitationId);
    expect(await findInvitation(token)).toMatchObject({ state: "revoked" });
    await expect(acceptInvitation(token, person)).rejects.toThrow(DEAD);
  });

  test("is replaced when it is sent again: the old one is dead, the new one lives seven days", async () => {
    const person = await createPerson();
    const { invitationId, token: old } = await invite(person.email);
    await setExpiry(invitationId, new Date(Date.now() - 1));
    const { token } = await renewInvitation(await teamContext(ours.admin, ours.teamId), invitationId);
    expect(await findInvitation(old)).toBeNull();
    await expect(acceptInvitation(old, person)).rejects.toThrow(DEAD);
    expect(await acceptInvitation(token, person)).toEqual({ agencyId: ours.agencyId, teamId: ours.teamId });
  });

  test("is replaced by a second invitation to the same person and team", async () => {
    const person = await createPerson();
    const { token: first } = await invite(person.email, "lead");
    const { token: second } = await invite(person.email, "viewer");
    await expect(acceptInvitation(first, person)).rejects.toThrow(DEAD);
    await acceptInvitation(second, person);
    expect(await teamContext(person, ours.teamId)).toMatchObject({ role: "viewer" });
  });

  test("that nobody made opens nothing", async () => {
    expect(await findInvitation("A".repeat(43))).toBeNull();
    await expect(acceptInvitation("A".repeat(43), await createPerson())).rejects.toThrow(DEAD);
  });
});

describe("accepting", () => {
  test("gives the role and tools that were chosen, in that team only", async () => {
    const person = await createPerson();
    const context = await teamContext(ours.admin, ours.teamId, "team-member:invite");
    const { token } = await createTeamInvitation(context, { email: person.email, role: "partner", toolKeys: keysOf(5, 6) });
    await acceptInvitation(token, person);
    expect(await teamContext(person, ours.teamId)).toMatchObject({ role: "partner", toolKeys: keysOf(5, 6) });
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    expect(await authorizeTeam(person.userId, teamId, "team:view")).toMatchObject({ ok: false });
  });

  test("is refused to another address, and the invitation stays open", async () => {
    const [invited, other] = [await createPerson("Invited"), await createPerson("Other")];
    const { token } = await invite(invited.email);
    await expect(acceptInvitation(token, other)).rejects.toThrow(invited.email);
    expect(await authorizeTeam(other.userId, ours.teamId, "team:view")).toMatchObject({ ok: false });
    await acceptInvitation(token, invited);
  });

  test("makes an account for someone new, who can then sign in", async () => {
    const email = guestEmail();
    const { token } = await invite(email);
    expect(await findInvitation(token)).toMatchObject({ state: "open", hasAccount: false, email });
    const password = "gravel teapot lantern moth";
    const joined = await acceptInvitationAsNewPerson(token, { name: "Gale Guest", password });
    expect(joined).toMatchObject({ teamId: ours.teamId, email });
    const userId = await verifySignIn({ email, password }, null);
    expect(userId).not.toBeNull();
    expect(await authorizeTeam(userId ?? "", ours.teamId, "response:edit")).toMatchObject({ ok: true });
  });

  test("never lets a link choose a new password for an account that exists", async () => {
    const person = await createPerson();
    const { token } = await invite(person.email);
    await expect(
      acceptInvitationAsNewPerson(token, { name: "Stranger", password: "gravel teapot lantern moth" }),
    ).rejects.toThrow(/exists already/);
    expect(await verifySignIn(person, null)).toBe(person.userId);
  });

  test("asks for as good a password as signing up", async () => {
    const { token } = await invite(guestEmail());
    await expect(acceptInvitationAsNewPerson(token, { name: "Gale", password: "Riverbend Police 1" })).rejects.toMatchObject({
      fieldErrors: { password: expect.any(String) },
    });
    expect(await findInvitation(token)).toMatchObject({ state: "open", hasAccount: false });
  });

  test("keeps the role of someone who joined meanwhile", async () => {
    const lead = await addToTeam(ours, "lead");
    const admin = await teamContext(ours.admin, ours.teamId);
    await expect(createTeamInvitation(admin, { email: lead.email, role: "viewer", toolKeys: [] })).rejects.toMatchObject({
      fieldErrors: { email: expect.stringMatching(/already/) },
    });
    expect(await teamContext(lead, ours.teamId)).toMatchObject({ role: "lead" });
  });
});

describe("an inviter gives no more than they have", () => {
  test.each(["member", "partner", "viewer"] as const)("a %s can't invite at all", async (role) => {
    const person = await addToTeam(ours, role);
    expect(await authorizeTeam(person.userId, ours.teamId, "team-member:invite")).toMatchObject({ ok: false, reason: "forbidden" });
    const context = await teamContext(person, ours.teamId);
    await expect(createTeamInvitation(context, { email: guestEmail(), role: "viewer", toolKeys: [] })).rejects.toThrow();
  });

  test("a partner is invited to at least one tool; other roles carry none", async () => {
    const context = await teamContext(ours.admin, ours.teamId);
    await expect(createTeamInvitation(context, { email: guestEmail(), role: "partner", toolKeys: [] })).rejects.toMatchObject({
      fieldErrors: { toolKeys: expect.any(String) },
    });
    const { invitationId } = await createTeamInvitation(context, { email: guestEmail(), role: "member", toolKeys: keysOf(3) });
    expect((await rowOf(invitationId)).toolKeys).toEqual([]);
  });

  test("an invitation dies with its sender's role", async () => {
    const lead = await addToTeam(ours, "lead");
    const leadContext = await teamContext(lead, ours.teamId, "team-member:invite");
    const demoted = await createTeamInvitation(leadContext, { email: guestEmail(), role: "lead", toolKeys: [] });
    const admin = await teamContext(ours.admin, ours.teamId);
    await updateTeamMember(admin, { userId: lead.userId, role: "viewer", toolKeys: [] });
    expect(await findInvitation(demoted.token)).toMatchObject({ state: "revoked" });

    const other = await addToTeam(ours, "lead");
    const removed = await createTeamInvitation(await teamContext(other, ours.teamId), { email: guestEmail(), role: "lead", toolKeys: [] });
    await removeTeamMember(admin, other.userId);
    expect(await findInvitation(removed.token)).toMatchObject({ state: "revoked" });
  });

  test("even one that nobody thought of taking back", async () => {
    const lead = await addToTeam(ours, "lead");
    const guest = await createPerson();
    const context = await teamContext(lead, ours.teamId, "team-member:invite");
    const { token } = await createTeamInvitation(context, { email: guest.email, role: "lead", toolKeys: [] });
    const { agencyId, teamId, admin } = ours;
    await withAgency({ agencyId, userId: admin.userId }, (tx) =>
      tx.teamMember.update({
        where: { agencyId_teamId_userId: { agencyId, teamId, userId: lead.userId } },
        data: { role: "viewer" },
      }),
    );
    await expect(acceptInvitation(token, guest)).rejects.toThrow(DEAD);
    expect(await authorizeTeam(guest.userId, teamId, "team:view")).toMatchObject({ ok: false });
  });

  test("so does an invitation to be an admin", async () => {
    const second = await createPerson();
    const adminContext = await agencyContext(ours.admin, ours.agencyId, "agency-member:invite");
    await acceptInvitation((await createAdminInvitation(adminContext, second.email)).token, second);
    const guest = await createPerson();
    const { token } = await createAdminInvitation(await agencyContext(second, ours.agencyId), guest.email);
    await updateAgencyMember(adminContext, second.userId, false);
    await expect(acceptInvitation(token, guest)).rejects.toThrow(DEAD);
    expect(await authorizeAgency(guest.userId, ours.agencyId, "agency:view")).toMatchObject({ ok: false });
  });
});

test("an admin's invitation makes an admin, also of someone who is in a team already", async () => {
  const member = await addToTeam(ours, "member");
  const context = await agencyContext(ours.admin, ours.agencyId, "agency-member:invite");
  const { token } = await createAdminInvitation(context, member.email);
  expect(await acceptInvitation(token, member)).toEqual({ agencyId: ours.agencyId, teamId: null });
  expect(await authorizeAgency(member.userId, ours.agencyId, "agency:update")).toMatchObject({ ok: true });
  expect(await teamContext(member, ours.teamId)).toMatchObject({ role: "admin" });
});

test("one team's lead can't see, renew or take back another team's invitations", async () => {
  const lead = await addToTeam(ours, "lead");
  const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
  const other = await teamContext(ours.admin, teamId);
  const { invitationId, token } = await createTeamInvitation(other, { email: guestEmail(), role: "member", toolKeys: [] });
  const context = await teamContext(lead, ours.teamId);
  expect(await listInvitations(context)).toEqual([]);
  await expect(revokeInvitation(context, invitationId)).rejects.toThrow();
  await expect(renewInvitation(context, invitationId)).rejects.toThrow();
  expect(await findInvitation(token)).toMatchObject({ state: "open" });
});

test("another agency's admin can't either", async () => {
  const theirs = await createAgencyFixture("Hillcrest Fire District");
  const { invitationId, token } = await invite(guestEmail());
  const context = await teamContext(theirs.admin, theirs.teamId);
  await expect(revokeInvitation(context, invitationId)).rejects.toThrow();
  expect(await findInvitation(token)).toMatchObject({ state: "open" });
});

test("one person sends at most sixty invitations an hour", async () => {
  const context = await agencyContext(ours.admin, ours.agencyId);
  for (let i = 0; i < 59; i++) await countAttempt(INVITATIONS_PER_PERSON, ours.admin.userId);
  await createAdminInvitation(context, guestEmail());
  await expect(createAdminInvitation(context, guestEmail())).rejects.toThrow(/wait an hour/);
});

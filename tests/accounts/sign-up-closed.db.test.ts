import { asRequest } from "../support/action-request";
import { expect, test } from "vitest";

process.env.SIGN_UP = "closed";
const { confirmSignUpAction, signUpAction } = await import("@/app/(account)/sign-up/actions");
const { startSignUp } = await import("@/lib/accounts/account-links");
const { hasAccount } = await import("@/lib/accounts/accounts");
const { acceptInvitationAsNewPerson } = await import("@/lib/people/invitation-acceptance");
const { joinByCode } = await import("@/lib/people/code-acceptance");
const { createJoinCode } = await import("@/lib/people/join-codes");
const { createTeamInvitation } = await import("@/lib/people/invitations");
const { listOutbox } = await import("@/lib/platform/mail/outbox");
const { tokenInMail } = await import("../support/outbox");
const { createAgencyFixture, teamContext } = await import("../support/people");

test("with sign-up closed the server refuses it, whatever the screens show", async () => {
  const input = { name: "Somebody", email: "somebody@newcomers.example", password: "violet otter hums quietly" };
  expect(await asRequest("", () => signUpAction(input))).toMatchObject({ ok: false, message: expect.stringMatching(/closed/) });
  expect(await listOutbox()).toEqual([]);
});

test("a link mailed before sign-up was closed makes no account any more", async () => {
  const person = { name: "Somebody", email: "early@newcomers.example", password: "violet otter hums quietly" };
  await startSignUp(person, null);
  const token = await tokenInMail(person.email, "sign-up/confirm");
  const answer = await asRequest("", () => confirmSignUpAction({ token, password: person.password }));
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/closed/) });
  expect(await hasAccount(person.email)).toBe(false);
});

test("people who are invited still get in", async () => {
  const { admin, teamId } = await createAgencyFixture();
  const invitation = { email: "guest@guests.example", role: "member" as const, toolKeys: [] };
  const { token } = await createTeamInvitation(await teamContext(admin, teamId), invitation);
  expect(await acceptInvitationAsNewPerson(token, { name: "Gale", password: "gravel teapot lantern moth" })).toMatchObject({ teamId });
});

test("but one code makes one account, however many use it at once", async () => {
  const { admin, teamId } = await createAgencyFixture();
  const { code } = await createJoinCode(await teamContext(admin, teamId, "team-member:invite"), { role: "member", toolKeys: [] });
  const names = [1, 2, 3, 4, 5].map((number) => `plover-${number}-${teamId.slice(-12)}`);
  const uses = names.map((signInName, index) => joinByCode(code, { name: `Plover ${index}`, signInName, password: "gravel teapot lantern moth" }));
  expect((await Promise.allSettled(uses)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await Promise.all(names.map(hasAccount)).then((made) => made.filter(Boolean))).toHaveLength(1);
});

import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asRequest } from "../support/action-request";

// With a mail server an account for an address is only made by who can read its mail.

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const letters: { to: string; text: string }[] = [];
let isRefusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_, __, done) => done(isRefusing ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : undefined),
  onData: (stream, session, done) => {
    simpleParser(stream).then(({ text }) => {
      letters.push({ to: session.envelope.rcptTo[0]?.address ?? "", text: text ?? "" });
      done();
    }, done);
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

const { inviteAction, renewInvitationAction } = await import("@/app/teams/[teamId]/people/actions");
const { inviteAdminAction, renewAdminInvitationAction } = await import("@/app/agencies/[agencyId]/actions");
const { acceptAsNewPersonAction } = await import("@/app/(account)/invitation/[token]/actions");
const { findInvitation } = await import("@/lib/people/invitation-acceptance");
const { listInvitations } = await import("@/lib/people/invitations");
const { hasAccount } = await import("@/lib/accounts/accounts");
const { mailRoute } = await import("@/lib/platform/mail/outbox");
const { withAgency } = await import("@/lib/platform/db/with-agency");
const { agencyContext, createAgencyFixture, signInCookie, teamContext } = await import("../support/people");
type AgencyFixture = Awaited<ReturnType<typeof createAgencyFixture>>;

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

let ours: AgencyFixture;
let cookie: string;
let guests = 0;
let email: string;

beforeEach(async () => {
  isRefusing = false;
  letters.length = 0;
  ours = await createAgencyFixture();
  cookie = await signInCookie(ours.admin);
  email = `guest.${(guests += 1)}@guests.example`;
});

const person = { name: "Gale Guest", password: "gravel teapot lantern moth" };
const inviteToTeam = () => asRequest(cookie, () => inviteAction(ours.teamId, { email, role: "member", toolKeys: [] }));
const inviteToAgency = () => asRequest(cookie, () => inviteAdminAction(ours.agencyId, { email }));
const tokenIn = (text: string | undefined) => /\/invitation\/([\w-]{43})/.exec(text ?? "")?.[1] ?? "";
const actor = () => ({ agencyId: ours.agencyId, userId: ours.admin.userId });
const rows = () => withAgency(actor(), (tx) => tx.invitation.findMany({ where: { agencyId: ours.agencyId } }));
const auditTargets = () => withAgency(actor(), (tx) => tx.auditEvent.findMany({ where: { agencyId: ours.agencyId }, select: { target: true } }));

describe("with a mail server", () => {
  test.each([
    ["to a team", inviteToTeam],
    ["to run the agency", inviteToAgency],
  ])("whoever invites %s is not shown the link, nowhere", async (_, invite) => {
    expect(mailRoute()).toBe("smtp");
    const made = await invite();
    expect(made).toEqual({ ok: true, data: { email, link: null, isMailed: true } });
    const token = tokenIn(letters[0]?.text);
    expect(letters.map(({ to }) => to)).toEqual([email]);
    expect(await findInvitation(token)).toMatchObject({ state: "open", mayMakeAccount: true });

    const [invitation] = await rows();
    const ids = { invitationId: invitation?.id ?? "" };
    const again =
      invitation?.teamId === null
        ? await asRequest(cookie, () => renewAdminInvitationAction(ours.agencyId, ids))
        : await asRequest(cookie, () => renewInvitationAction(ours.teamId, ids));
    expect(again).toEqual({ ok: true, data: { email, link: null, isMailed: true } });
    const renewed = tokenIn(letters[1]?.text);

    const listed = [
      await listInvitations(await teamContext(ours.admin, ours.teamId)),
      await listInvitations(await agencyContext(ours.admin, ours.agencyId)),
    ];
    const seen = JSON.stringify([made, again, listed, await auditTargets()]);
    for (const secret of [token, renewed]) {
      expect(secret).toHaveLength(43);
      expect(seen).not.toContain(secret);
    }
  });

  test("they learn that a letter could not be sent, and can try again, still without the link", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    isRefusing = true;
    expect(await inviteToTeam()).toEqual({ ok: true, data: { email, link: null, isMailed: false } });
    log.mockRestore();
    isRefusing = false;
    const [invitation] = await rows();
    const again = await asRequest(cookie, () => renewInvitationAction(ours.teamId, { invitationId: invitation?.id ?? "" }));
    expect(again).toEqual({ ok: true, data: { email, link: null, isMailed: true } });
  });

  test("whoever reads the letter makes the account", async () => {
    await inviteToTeam();
    const token = tokenIn(letters[0]?.text);
    expect(await asRequest("", () => acceptAsNewPersonAction({ token, ...person }))).toMatchObject({ ok: true, data: { email } });
    expect(await hasAccount(email)).toBe(true);
  });

  test("a link that was shown before there was a mail server makes no account; sent again by mail it does", async () => {
    await inviteToTeam();
    const token = tokenIn(letters[0]?.text);
    const [invitation] = await rows();
    const id = invitation?.id ?? "";
    await withAgency(actor(), (tx) =>
      tx.invitation.update({ where: { agencyId_id: { agencyId: ours.agencyId, id } }, data: { isLinkShown: true } }),
    );
    expect(await findInvitation(token)).toMatchObject({ state: "open", mayMakeAccount: false });
    expect(await asRequest("", () => acceptAsNewPersonAction({ token, ...person }))).toMatchObject({ ok: false, message: expect.stringMatching(/send the invitation again/) });
    expect(await hasAccount(email)).toBe(false);

    await asRequest(cookie, () => renewInvitationAction(ours.teamId, { invitationId: id }));
    const renewed = tokenIn(letters[1]?.text);
    expect(await asRequest("", () => acceptAsNewPersonAction({ token: renewed, ...person }))).toMatchObject({ ok: true });
  });
});

import { asRequest } from "../../support/action-request";
import { expect, test, vi } from "vitest";

process.env.EMBEDDED_DATABASE = "false";
delete process.env.SMTP_URL;
const { askForResetAction } = await import("@/app/(account)/forgot-password/actions");
const { signUpAction } = await import("@/app/(account)/sign-up/actions");
const { createTeamInvitation, sendInvitation } = await import("@/lib/people/invitations");
const { mailRoute } = await import("@/lib/platform/mail/outbox");
const { createAgencyFixture, teamContext } = await import("../../support/people");

test("without a mail server or an outbox, people are told that mail is off", async () => {
  expect(mailRoute()).toBe("off");
  const input = { name: "Somebody", email: "somebody@newcomers.example", password: "violet otter hums quietly" };
  expect(await asRequest("", () => signUpAction(input))).toMatchObject({ ok: false, message: expect.stringMatching(/can’t send mail/) });
  expect(await asRequest("", () => askForResetAction({ email: input.email }))).toMatchObject({ ok: false });
});

test("an invitation can still be handed over: its link is shown, and the log names the setting", async () => {
  const log = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { admin, teamId } = await createAgencyFixture();
  const invitation = { email: "guest@guests.example", role: "member" as const, toolKeys: [] };
  const sent = await sendInvitation(await createTeamInvitation(await teamContext(admin, teamId), invitation));
  expect(sent).toMatchObject({ isMailed: false, link: expect.stringContaining("/invitation/") });
  expect(log).toHaveBeenCalledWith(expect.stringContaining("SMTP_URL"));
  log.mockRestore();
});

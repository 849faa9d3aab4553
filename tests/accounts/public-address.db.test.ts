import { expect, test, vi } from "vitest";
import { connectionFrom } from "../support/connection";

// The embedded database behind a public address: in a file of its own, because the settings are read once.
process.env.APP_URL = "https://workbook.example";
const { hasSampleAccount, createAccount } = await import("@/lib/accounts/accounts");
const { deliverMail, listOutbox, mailRoute, mayReadOutbox } = await import("@/lib/platform/mail/outbox");

test("with a public address there is no sample to open and no outbox to read, not even from this machine", async () => {
  await createAccount({ name: "Sample", email: "sample@people.example", password: "violet otter hums quietly", isSample: true });
  const here = new Headers({ host: "localhost:3000", "x-workbook-connection": connectionFrom("127.0.0.1") });
  expect(await hasSampleAccount(here)).toBe(false);
  expect(mayReadOutbox(here)).toBe(false);
  const log = vi.spyOn(console, "warn").mockReturnValue();
  expect([mailRoute(), await deliverMail({ to: "robin@partner.example", subject: "Hello", text: "A letter" }), await listOutbox()]).toEqual(["off", false, []]);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

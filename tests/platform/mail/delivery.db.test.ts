import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test, vi } from "vitest";

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _, done) => done(address.startsWith("refused") ? new Error("no such mailbox") : undefined),
  onData: (stream, session, done) => {
    received.push(...session.envelope.rcptTo.map(({ address }) => address));
    stream.resume().on("end", () => done());
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const { deliverMail, listOutbox, mailRoute } = await import("@/lib/platform/mail/outbox");
const { authDb } = await import("@/lib/platform/db/client");

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const letter = (to: string) => ({ to, subject: "Hello", text: "A letter" });

test("with a mail server, letters go there and not to the outbox", async () => {
  expect(mailRoute()).toBe("smtp");
  expect(await deliverMail(letter("robin@partner.example"))).toBe(true);
  expect(received).toEqual(["robin@partner.example"]);
  expect(await listOutbox()).toEqual([]);
});

test("with a mail server, letters kept from before are not shown any more", async () => {
  await authDb().outboxMail.create({ data: letter("earlier@partner.example") });
  expect(await listOutbox()).toEqual([]);
});

test("a letter the server refuses is reported, and breaks nothing", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await deliverMail(letter("refused@partner.example"))).toBe(false);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

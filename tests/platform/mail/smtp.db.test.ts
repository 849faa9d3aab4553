import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitationMail, resetPasswordMail } from "@/lib/platform/mail/letters";
import { sendBySmtp } from "@/lib/platform/mail/smtp";

interface Delivery {
  readonly to: readonly string[];
  readonly mail: ParsedMail;
}

const FROM = "PS-COPE Workbook <no-reply@workbook.example>";
const deliveries: Delivery[] = [];
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith("refused") ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : undefined),
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        deliveries.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

beforeEach(() => {
  deliveries.length = 0;
});

test("a letter reaches the mail server whole, in any script", async () => {
  const link = `https://workbook.example/invitation/${"a".repeat(43)}`;
  const message = invitationMail("robin@partner.example", link, {
    agencyName: "Département de l’Ârgoat 東",
    teamName: "Équipe № 1",
    invitedByName: "Zoë Ångström",
    roleLabel: "Community partner",
    days: 7,
  });
  await sendBySmtp(url, FROM, message);
  const [{ to, mail }] = deliveries as [Delivery];
  expect(to).toEqual(["robin@partner.example"]);
  expect(mail.from?.text).toBe('"PS-COPE Workbook" <no-reply@workbook.example>');
  expect(mail.subject).toBe("Invitation to work with Département de l’Ârgoat 東");
  expect(mail.text?.trim()).toBe(message.text.trim());
  expect(mail.text).toContain(link);
  expect(mail.html).toBe(false);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
});

describe("what people type can't add recipients or headers", () => {
  test("a line break in a name stays in its line", async () => {
    const message = invitationMail("robin@partner.example", "https://workbook.example/x", {
      agencyName: "Riverbend\r\nBcc: thief@elsewhere.example",
      teamName: null,
      invitedByName: "Casey\n\nYour account is blocked. Open https://elsewhere.example",
      roleLabel: "Agency admin",
      days: 7,
    });
    await sendBySmtp(url, FROM, message);
    const [{ to, mail }] = deliveries as [Delivery];
    expect(to).toEqual(["robin@partner.example"]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toContain("Riverbend Bcc: thief@elsewhere.example");
    expect(mail.text).not.toMatch(/^Your account is blocked/m);
  });

  test.each(["robin@partner.example, thief@elsewhere.example", "robin@partner.example\r\nRCPT TO:<thief@elsewhere.example>"])(
    "the address %j reaches no thief",
    async (address) => {
      await sendBySmtp(url, FROM, resetPasswordMail(address, "https://workbook.example/x", 10)).catch(() => undefined);
      expect(deliveries.flatMap(({ to }) => to)).not.toContain("thief@elsewhere.example");
    },
  );
});

test("a refused recipient and an absent server are errors, not silence", async () => {
  await expect(sendBySmtp(url, FROM, resetPasswordMail("refused@partner.example", "https://workbook.example/x", 10))).rejects.toThrow(/550/);
  await expect(sendBySmtp("smtp://127.0.0.1:1", FROM, resetPasswordMail("a@b.example", "https://w.example/x", 10))).rejects.toThrow();
});

test("an address that is no mail server's is told at once", async () => {
  await expect(sendBySmtp("https://mail.example", FROM, resetPasswordMail("a@b.example", "https://w.example/x", 10))).rejects.toThrow(/SMTP_URL/);
});

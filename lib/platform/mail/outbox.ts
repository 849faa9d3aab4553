import "server-only";
import { authDb } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { isLocalVisit } from "@/lib/platform/http/local-visit";
import { isLoopbackHost } from "@/lib/platform/http/own-origin.mjs";
import { sendBySmtp, type MailMessage } from "./smtp";

/** Where letters go: a mail server, the outbox page (embedded database, reached at this machine), or nowhere. */
export type MailRoute = "smtp" | "outbox" | "off";

export function mailRoute(): MailRoute {
  const { SMTP_URL, EMBEDDED_DATABASE, APP_URL } = env();
  if (SMTP_URL) return "smtp";
  return EMBEDDED_DATABASE && isLoopbackHost(new URL(APP_URL).host) ? "outbox" : "off";
}

/** Whether people are told by mail of what waits for them. False where mail is off, or it is set not to be mailed. */
export function sendsNotices(): boolean {
  return env().MENTION_MAIL_MINUTES > 0 && mailRoute() !== "off";
}

/** Whether whoever asks with these headers may read the outbox: it holds links that open accounts. */
export function mayReadOutbox(headers: Pick<Headers, "get">): boolean {
  return mailRoute() === "outbox" && isLocalVisit(headers);
}

/** Sends or keeps a letter. @returns false when it went nowhere; the log says why. Never throws. */
export async function deliverMail(message: MailMessage): Promise<boolean> {
  // Somebody who joined without an address signs in with a name; nothing is sent there.
  if (!message.to.includes("@")) return false;
  if (mailRoute() === "off") {
    console.warn(`Mail is off, so “${message.subject}” was not sent. Set SMTP_URL to send mail.`);
    return false;
  }
  try {
    await handOverMail(message);
    return true;
  } catch (error) {
    console.error(`“${message.subject}” could not be sent:`, error);
    return false;
  }
}

/** Gives a letter to the mail server, or to the outbox. @throws when it is not taken, or mail is off. */
export async function handOverMail(message: MailMessage): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  const { to, subject, text } = message;
  switch (mailRoute()) {
    case "smtp":
      return sendBySmtp(SMTP_URL ?? "", MAIL_FROM, message);
    case "outbox":
      await authDb().outboxMail.create({ data: { to, subject, text } });
      return;
    case "off":
      throw new Error("Mail is off");
  }
}

export interface OutboxLetter extends Pick<MailMessage, "to" | "subject" | "text"> {
  readonly id: string;
  readonly createdAt: Date;
}

/** The newest hundred letters; empty where letters do not go to the outbox. */
export async function listOutbox(): Promise<readonly OutboxLetter[]> {
  if (mailRoute() !== "outbox") return [];
  const rows = await authDb().outboxMail.findMany({ orderBy: { id: "desc" }, take: 100 });
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}

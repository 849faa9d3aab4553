import "server-only";
import { createTransport, type Transporter } from "nodemailer";

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  /** Plain text: links stay visible, and nothing can be hidden in them. */
  readonly text: string;
  /** Of a letter that may be sent again after a crash: always the same, so that mailboxes know it. */
  readonly messageId?: string;
  /** Where mail programs stop letters like this for whoever asks them to: see lib/accounts/stop-links.ts. */
  readonly oneClickStop?: string;
}

const transports = new Map<string, Transporter>();

function transportFor(url: string): Transporter {
  let transport = transports.get(url);
  if (!transport) {
    const { protocol } = new URL(url);
    if (protocol !== "smtp:" && protocol !== "smtps:") throw new Error(`SMTP_URL must begin with smtp:// or smtps://, not ${protocol}`);
    transport = createTransport(url, { pool: false, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as object);
    transports.set(url, transport);
  }
  return transport;
}

/** Hands a message to the mail server. @throws when it isn't taken. */
export async function sendBySmtp(url: string, from: string, message: MailMessage): Promise<void> {
  await transportFor(url).sendMail({
    from,
    // An address as data, never parsed from text: "a@x, b@y" must not become two.
    to: [{ name: "", address: message.to }],
    subject: oneLine(message.subject),
    text: message.text,
    ...(message.messageId === undefined ? {} : { messageId: message.messageId }),
    headers: { "Auto-Submitted": "auto-generated", ...stopHeaders(message) },
  });
}

/** RFC 8058. Mail programs believe it where the operator's mail server signs both headers. */
function stopHeaders({ oneClickStop }: MailMessage): Record<string, string> {
  if (oneClickStop === undefined) return {};
  return { "List-Unsubscribe": `<${oneClickStop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

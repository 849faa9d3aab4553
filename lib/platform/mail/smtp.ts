import "server-only";
import { createTransport, type Transporter } from "nodemailer";

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  /** Plain text: links stay visible, and nothing can be hidden in them. */
  readonly text: string;
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
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

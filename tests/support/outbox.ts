import { listOutbox } from "@/lib/platform/mail/outbox";

/** The letters kept for this address, newest first. */
export async function lettersTo(email: string): Promise<readonly { subject: string; text: string }[]> {
  return (await listOutbox()).filter((letter) => letter.to === email);
}

/** The token in the newest letter's link to this page of the app. */
export async function tokenInMail(email: string, page: "sign-up/confirm" | "reset-password"): Promise<string> {
  const [letter] = await lettersTo(email);
  const token = new RegExp(`/${page}\\?token=([\\w-]+)`).exec(letter?.text ?? "")?.[1];
  if (!token) throw new Error(`no ${page} link was mailed to ${email}`);
  return token;
}

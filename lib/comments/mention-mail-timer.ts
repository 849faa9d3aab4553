import "server-only";
import { env } from "@/lib/platform/env";
import { sendMentionMails } from "./mention-mail";

const EVERY_MS = 60_000;

// One timer per process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { mentionMailTimer?: NodeJS.Timeout };

/** Looks every minute for mentions to mail. Doesn't keep the process alive; a failed look is logged, the next one comes. */
export function startMentionMail(): void {
  clearInterval(holder.mentionMailTimer);
  if (env().MENTION_MAIL_MINUTES === 0) return;
  let isLooking = false;
  holder.mentionMailTimer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await sendMentionMails();
    } catch (error) {
      console.error("Mentions could not be looked up:", error);
    } finally {
      isLooking = false;
    }
  }, EVERY_MS);
  holder.mentionMailTimer.unref();
}

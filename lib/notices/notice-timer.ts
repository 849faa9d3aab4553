import "server-only";
import { env } from "@/lib/platform/env";
import { sendNotices } from "./notice-mail";

const EVERY_MS = 60_000;

// One timer per process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { noticeTimer?: NodeJS.Timeout };

/** Looks every minute for what people are to be told by mail. Doesn't keep the process alive; a failed look is logged, the next one comes. */
export function startNotices(): void {
  clearInterval(holder.noticeTimer);
  if (env().MENTION_MAIL_MINUTES === 0) return;
  let isLooking = false;
  holder.noticeTimer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await sendNotices();
    } catch (error) {
      console.error("What people are to be told could not be looked up:", error);
    } finally {
      isLooking = false;
    }
  }, EVERY_MS);
  holder.noticeTimer.unref();
}

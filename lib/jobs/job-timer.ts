import "server-only";
import { throwAwayOldDays } from "@/lib/feedback/throw-away";
import { env } from "@/lib/platform/env";
import { endLeftSittings } from "@/lib/sittings/end-left";
import { lookForJobs } from "./look-for-jobs";

const EVERY_MS = 60_000;
/** What another process left behind need not wait for a minute. */
const FIRST_MS = 2_000;

// One timer per process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { jobTimer?: NodeJS.Timeout };

/** Looks every minute for what is to be done beside requests. Doesn't keep the process alive; a failed look is logged, the next one comes. */
export function startJobs(): void {
  clearTimeout(holder.jobTimer);
  const tasks = [throwAwayOldDays, endLeftSittings, ...(env().MENTION_MAIL_MINUTES === 0 ? [] : [lookForJobs])];
  const look = async () => {
    for (const task of tasks) {
      try {
        await task();
      } catch (error) {
        console.error("What is to be done could not be looked up:", error);
      }
    }
    plan(EVERY_MS);
  };
  const plan = (inMs: number) => {
    holder.jobTimer = setTimeout(look, inMs);
    holder.jobTimer.unref();
  };
  plan(FIRST_MS);
}

import "server-only";
import { noticeJobs, planNotices } from "@/lib/notices/notice-jobs";
import type { JobKind } from "@/lib/platform/jobs/job";
import { runJobs } from "@/lib/platform/jobs/run-jobs";
import { sendsNotices } from "@/lib/platform/mail/outbox";
import { planReminders } from "@/lib/reminders/plan-reminders";
import { reminderJobs } from "@/lib/reminders/reminder-jobs";

/** Whatever is done beside requests; each kind with what finds its work. */
const KINDS: readonly { readonly jobs: JobKind; readonly plan: (now: Date, most: number) => Promise<void> }[] = [
  { jobs: noticeJobs, plan: planNotices },
  { jobs: reminderJobs, plan: planReminders },
];

const PER_LOOK = 500;

/** Makes the jobs that are due and does them, until none is left. @returns how many letters were sent. */
export async function lookForJobs(now: Date = new Date()): Promise<number> {
  if (!sendsNotices()) return 0;
  for (const { plan } of KINDS) await plan(now, PER_LOOK);
  let sent = 0;
  for (;;) {
    const figures = await runJobs(KINDS.map(({ jobs }) => jobs), now, PER_LOOK);
    sent += figures.sent;
    // Where all fail, as without a database, there is no use in going on at once.
    if (figures.found < PER_LOOK || figures.failed === figures.found) return sent;
  }
}

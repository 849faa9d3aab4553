import { noticeJobs, planNotices } from "@/lib/notices/notice-jobs";
import { runJobs } from "@/lib/platform/jobs/run-jobs";
import { planReminders } from "@/lib/reminders/plan-reminders";
import { reminderJobs } from "@/lib/reminders/reminder-jobs";

/** One look, as if it were then, for letters about mentions and assignments. @returns how many were sent. */
export async function sendNotices(now: Date, most = 500): Promise<number> {
  await planNotices(now, most);
  return (await runJobs([noticeJobs], now, most)).sent;
}

/** One look for letters about what is due. */
export async function sendReminders(now: Date, most = 500): Promise<number> {
  await planReminders(now, most);
  return (await runJobs([reminderJobs], now, most)).sent;
}

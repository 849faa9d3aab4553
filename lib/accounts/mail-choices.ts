import "server-only";
import type { MailChoices, NoticePace } from "@/lib/domain/notices";
import { DEFAULT_REMINDERS, type ReminderChoice, type ReminderPace } from "@/lib/domain/reminders/reminder-choice";
import type { SessionUser } from "@/lib/platform/auth/session-store";
import { authDb } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/with-agency";

type Person = Pick<SessionUser, "userId">;

/** When the person gets letters about what waits for them. */
export async function getMailChoices({ userId }: Person): Promise<MailChoices> {
  const { mailAssignments, mailMentions } = await authDb().userAccount.findUniqueOrThrow({
    where: { id: userId },
    select: { mailAssignments: true, mailMentions: true },
  });
  return { assignments: mailAssignments as NoticePace, mentions: mailMentions as NoticePace };
}

export async function updateMailChoices({ userId }: Person, { assignments, mentions }: MailChoices): Promise<void> {
  await authDb().userAccount.update({ where: { id: userId }, data: { mailAssignments: assignments, mailMentions: mentions } });
}

/** When and about what they are reminded. */
export async function getReminderChoice({ userId }: Person, tx: Tx = authDb()): Promise<ReminderChoice> {
  const row = await tx.reminderChoice.findUnique({ where: { userId } });
  if (!row) return DEFAULT_REMINDERS;
  const { pace, weekday, hour, timeZone, tellsToday: today, tellsWeek: week, tellsOverdue: overdue } = row;
  return { pace: pace as ReminderPace, weekday, hour, timeZone, today, week, overdue };
}

/** Keeps the choice alone; who is to be written to when is worked out anew by lib/reminders. */
export async function storeReminderChoice({ userId }: Person, choice: ReminderChoice): Promise<void> {
  const { pace, weekday, hour, timeZone, today, week, overdue } = choice;
  const data = { pace, weekday, hour, timeZone, tellsToday: today, tellsWeek: week, tellsOverdue: overdue };
  await authDb().reminderChoice.upsert({ where: { userId }, create: { userId, ...data }, update: data });
}

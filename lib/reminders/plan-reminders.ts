import "server-only";
import { storeReminderChoice } from "@/lib/accounts/mail-choices";
import { listOwnAgencies } from "@/lib/agencies/agencies";
import type { StateCode } from "@/lib/agencies/agency-facts";
import { DEFAULT_REMINDERS, type ReminderChoice } from "@/lib/domain/reminders/reminder-choice";
import { nextRound } from "@/lib/domain/reminders/rounds";
import { timeZoneOf } from "@/lib/history/time-zones";
import { queryAuth } from "@/lib/platform/db/client";
import type { JobOwner } from "@/lib/platform/jobs/job";
import { addJob, dropOpenJobs } from "@/lib/platform/jobs/job-queue";

export const REMINDER_KIND = "reminder";

interface Unplanned extends JobOwner {
  readonly state: StateCode;
  readonly hour: number;
  readonly timeZone: string | null;
}

/**
 * Gives everyone who has none their next round: the day after the last one, or the first for whoever has joined, chosen
 * otherwise, or has been put back. A round makes a letter only if something is due then. In the sample agency, whose people
 * are made up, there are none.
 */
export async function planReminders(now: Date, most: number): Promise<void> {
  const people = await queryAuth<Unplanned>({
    name: "reminders-unplanned",
    text: `select m.agency_id as "agencyId", m.user_id as "userId", a.state, coalesce(c.hour, ${DEFAULT_REMINDERS.hour}) as hour, c.time_zone as "timeZone"
             from membership m
             join user_account u on u.id = m.user_id
             join agency a on a.id = m.agency_id
             left join reminder_choice c on c.user_id = m.user_id
            where u.disabled_at is null and position('@' in u.email) > 0
              and m.agency_id not in (select s.agency_id from membership s join user_account o on o.id = s.user_id where o.is_sample)
              and coalesce(c.pace, '${DEFAULT_REMINDERS.pace}') <> 'never'
              and not exists (select from job j where j.agency_id = m.agency_id and j.user_id = m.user_id and j.kind = '${REMINDER_KIND}'
                                 and j.done_at is null and j.given_up_at is null)
            limit $1`,
    values: [most],
  }, "reminders");
  for (const person of people) await plan(person, now);
}

/** There is one round a day: where today's has been, it is tomorrow's. */
async function plan({ agencyId, userId, state, hour, timeZone }: Unplanned, now: Date): Promise<void> {
  const zone = timeZone ?? timeZoneOf(state);
  for (let after = now, tries = 0; tries < 3; tries += 1) {
    const { at, day } = nextRound({ hour }, zone, after);
    if (await addJob({ agencyId, userId, kind: REMINDER_KIND, key: `${userId}/${day}`, dueAt: at })) return;
    after = at;
  }
}

/** Keeps what a person chose; their next rounds are by it. */
export async function updateReminderChoice(person: { readonly userId: string }, choice: ReminderChoice): Promise<void> {
  await storeReminderChoice(person, choice);
  for (const { agencyId } of await listOwnAgencies(person.userId)) await dropOpenJobs({ agencyId, userId: person.userId }, REMINDER_KIND);
}

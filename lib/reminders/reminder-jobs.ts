import "server-only";
import { getReminderChoice } from "@/lib/accounts/mail-choices";
import { stopAddressesOf } from "@/lib/accounts/stop-links";
import type { StateCode } from "@/lib/agencies/agency-facts";
import { buildDigest, type Digest } from "@/lib/domain/reminders/digest";
import { localDay, weekdayOf } from "@/lib/domain/reminders/local-time";
import { formatDay } from "@/lib/domain/text/due-words";
import type { DueThing } from "@/lib/due-dates/due-thing";
import { listDue } from "@/lib/due-dates/list-due";
import { timeZoneOf } from "@/lib/history/time-zones";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { handOver } from "@/lib/platform/jobs/hand-over";
import type { Job, JobKind, JobOwner, JobResult, Settle } from "@/lib/platform/jobs/job";
import { reminderMail } from "@/lib/platform/mail/reminder-letter";
import { REMINDER_KIND } from "./plan-reminders";

/** A letter about what is due for a person in one agency. Its job's key ends with the day it is for. */
export const reminderJobs: JobKind = { kind: REMINDER_KIND, run: remind };

async function remind(job: Job, now: Date): Promise<JobResult> {
  const [account, choice] = await Promise.all([
    authDb().userAccount.findFirst({ where: { id: job.userId, disabledAt: null }, select: { email: true } }),
    getReminderChoice(job),
  ]);
  if (!account || !hasAddress(account.email) || choice.pace === "never") return { outcome: "nothing" };
  const { agencyName, state, told } = await readAgency(job);
  const today = localDay(now, choice.timeZone ?? timeZoneOf(state));
  const things = await listDue(job.userId, job.agencyId);
  // A round that comes late, after an outage, is still the one of its day.
  const isChosenDay = weekdayOf(job.key.slice(-today.length)) === choice.weekday;
  const digest = buildDigest({ things, today, isChosenDay, choice, told });
  const overdue = things.filter(({ dueOn }) => dueOn < today).map(({ key }) => key);
  const settle = settleTold(job, overdue, digest?.overdue.map(({ key }) => key) ?? []);
  if (digest === null || job.isHandedOver) return { outcome: "nothing", settle };
  const { APP_URL } = env();
  const stop = await stopAddressesOf(job.userId, "reminders", now);
  await handOver(job, reminderMail(account.email, agencyName, toLists(digest), { choices: `${APP_URL}/account#reminders`, stop }));
  return { outcome: "sent", settle };
}

interface AgencyFacts {
  readonly agencyName: string;
  readonly state: StateCode;
  /** What the person was told is overdue. */
  readonly told: ReadonlySet<string>;
}

async function readAgency({ agencyId, userId }: JobOwner): Promise<AgencyFacts> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const agency = await client.query<{ name: string; state: StateCode }>("select name, state from agency where id = $1", [agencyId]);
    const told = await client.query<{ thing: string }>("select thing from overdue_told where agency_id = $1 and user_id = $2", [agencyId, userId]);
    const [{ name, state }] = agency.rows as [{ name: string; state: StateCode }];
    return { agencyName: name, state, told: new Set(told.rows.map(({ thing }) => thing)) };
  });
}

/** What is overdue no more is forgotten, so that it is told again should it be so once more; what was told now is kept. */
function settleTold({ agencyId, userId }: JobOwner, overdue: readonly string[], toldNow: readonly string[]): Settle {
  return async (client) => {
    await client.query("delete from overdue_told where agency_id = $1 and user_id = $2 and thing <> all($3::text[])", [agencyId, userId, overdue]);
    await client.query(
      `insert into overdue_told (agency_id, user_id, thing) select $1, $2, thing from unnest($3::text[]) thing
       on conflict (agency_id, user_id, thing) do nothing`,
      [agencyId, userId, toldNow],
    );
  };
}

function toLists({ overdue, today, week }: Digest<DueThing>) {
  const { APP_URL } = env();
  const toPlace = ({ what, teamName, dueOn, path }: DueThing) => ({ what, teamName, day: formatDay(dueOn), link: `${APP_URL}${path}` });
  return { overdue: overdue.map(toPlace), today: today.map(toPlace), week: week.map(toPlace) };
}

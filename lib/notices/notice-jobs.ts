import "server-only";
import { stopAddressesOf } from "@/lib/accounts/stop-links";
import { lastDailyRound, type NoticePace, type StoppableKind } from "@/lib/domain/notices";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb, queryAuth } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { handOver } from "@/lib/platform/jobs/hand-over";
import type { Job, JobKind, JobOwner, JobResult } from "@/lib/platform/jobs/job";
import { addJob } from "@/lib/platform/jobs/job-queue";
import { type NoticePlace, noticesMail } from "@/lib/platform/mail/letters";
import { listPlaces } from "./notice-places";
import { settleNotices, takeNotices } from "./take-notices";

/** What waits for longer without a letter, because mail was off, is old news. */
const GIVE_UP_DAYS = 3;
const KIND = "notice";

const waitingIn = (table: string, choice: string) => `
  select n.agency_id, n.user_id, n.created_at, u.${choice} as pace
    from ${table} n
    join user_account u on u.id = n.user_id
   where n.mailed_at is null and n.job_id is null and n.created_at > $1::timestamptz - make_interval(days => ${GIVE_UP_DAYS})`;

interface Waiting extends JobOwner {
  readonly since: Date;
}

/**
 * Makes a job for everyone for whom something waits that is due by their choice: one letter per person and agency with all
 * that waits by then. Who has such a job already gets no second one before it is done.
 */
export async function planNotices(now: Date, most: number): Promise<void> {
  const waiting = await queryAuth<Waiting>({
    name: "notices-due",
    text: `select "agencyId", "userId", since
             from (select agency_id as "agencyId", user_id as "userId", max(created_at) as since,
                          row_number() over (partition by agency_id order by min(created_at)) as place
                     from (${waitingIn("comment_mention", "mail_mentions")} union all ${waitingIn("assignment_notice", "mail_assignments")}
                          union all ${waitingIn("round_notice", "mail_assignments")}) w
                    where ((pace = 'at-once' and created_at <= $1::timestamptz - make_interval(mins => $2::int))
                       or (pace = 'daily' and created_at <= $3::timestamptz))
                      and not exists (select from job j where j.agency_id = w.agency_id and j.user_id = w.user_id and j.kind = '${KIND}'
                                         and j.done_at is null and j.given_up_at is null)
                    group by agency_id, user_id) people
            order by place, since
            limit $4`,
    values: [now, env().MENTION_MAIL_MINUTES, lastDailyRound(now), most],
  }, "notices");
  // Named by what waits, so that two instances make one job.
  for (const { agencyId, userId, since } of waiting) {
    await addJob({ agencyId, userId, kind: KIND, key: `${userId}/${since.toISOString()}`, dueAt: now });
  }
}

/** A letter about mentions, assignments and rounds, of which people choose as of assignments. */
export const noticeJobs: JobKind = { kind: KIND, run: sendNotices };

async function sendNotices(job: Job, now: Date): Promise<JobResult> {
  const settle = settleNotices(job, now);
  if (job.isHandedOver) return { outcome: "nothing", settle };
  const account = await authDb().userAccount.findFirst({
    where: { id: job.userId, disabledAt: null },
    select: { email: true, mailAssignments: true, mailMentions: true },
  });
  const wants = (pace: string | undefined) => (pace as NoticePace | undefined) !== "never";
  const taken = await takeNotices(job, { mentions: wants(account?.mailMentions), assignments: wants(account?.mailAssignments) });
  const places = account && hasAddress(account.email) ? await listPlaces(job, taken) : [];
  if (!account || places.length === 0) return { outcome: "nothing", settle };
  const stop = await stopAddressesOf(job.userId, kindOf(places), now);
  await handOver(job, noticesMail(account.email, taken.agencyName, places, { choices: `${env().APP_URL}/account#letters`, stop }));
  return { outcome: "sent", settle };
}

/** What its link stops: what the letter is about. */
function kindOf(places: readonly NoticePlace[]): StoppableKind {
  const has = (kind: NoticePlace["kind"]) => places.some((place) => place.kind === kind);
  if (!has("mention")) return "assignments";
  return has("assignment") || has("round") ? "notices" : "mentions";
}

import "server-only";
import { queryAuth } from "@/lib/platform/db/client";
import { callAsAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { type Job, type JobOwner, type JobRef, LEASE_MINUTES, restMinutes, type Settle, TRIES } from "./job";

export interface NewJob extends JobOwner {
  readonly kind: string;
  readonly key: string;
  readonly dueAt: Date;
}

/** Adds a job, unless there was one with its key. @returns whether it was added. */
export async function addJob({ agencyId, userId, kind, key, dueAt }: NewJob): Promise<boolean> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rowCount } = await client.query(
      `insert into job (agency_id, id, user_id, kind, key, due_at) values ($1, gen_random_uuid(), $2, $3, $4, $5)
       on conflict (agency_id, kind, key) do nothing`,
      [agencyId, userId, kind, key, dueAt],
    );
    return rowCount === 1;
  });
}

const OPEN = "done_at is null and given_up_at is null";

/** Takes back what of this kind nobody has begun. */
export async function dropOpenJobs({ agencyId, userId }: JobOwner, kind: string): Promise<void> {
  await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query(`delete from job where agency_id = $1 and user_id = $2 and kind = $3 and ${OPEN} and attempts = 0`, [agencyId, userId, kind]),
  );
}

const FREE = (now: string) => `${OPEN} and due_at <= ${now} and (claimed_until is null or claimed_until <= ${now})`;

/** What is due: of every agency its first, then of every agency its second, so that none waits for all of another's. */
export async function listDueJobs(kinds: readonly string[], now: Date, most: number): Promise<readonly JobRef[]> {
  return queryAuth<JobRef>(
    {
      name: "jobs-due",
      text: `select agency_id as "agencyId", id as "jobId", user_id as "userId"
               from (select agency_id, id, user_id, due_at, row_number() over (partition by agency_id order by due_at, id) as place
                       from job where ${FREE("$1::timestamptz")} and kind = any($2::text[])) due
              order by place, due_at, id
              limit $3`,
      values: [now, kinds, most],
    },
    "jobs",
  );
}

interface JobRow {
  readonly kind: string;
  readonly key: string;
  readonly due_at: Date;
  readonly handed_over_at: Date | null;
  readonly attempts: number;
}

/** Takes a job for `LEASE_MINUTES`; null when somebody else has it, or it is done. */
export async function claimJob({ agencyId, userId, jobId }: JobRef, now: Date): Promise<Job | null> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rows } = await client.query<JobRow>(
      `update job set claimed_until = $3::timestamptz + make_interval(mins => ${LEASE_MINUTES}), attempts = attempts + 1
        where agency_id = $1 and id = (
          select id from job where agency_id = $1 and id = $2 and ${FREE("$3::timestamptz")} for update skip locked)
       returning kind, key, due_at, handed_over_at, attempts`,
      [agencyId, jobId, now],
    );
    const [row] = rows;
    if (!row) return null;
    return {
      agencyId,
      userId,
      jobId,
      kind: row.kind,
      key: row.key,
      dueAt: row.due_at,
      isHandedOver: row.handed_over_at !== null,
      isLastTry: row.attempts >= TRIES,
    };
  });
}

/** The letter is with the mail server. */
export async function noteHandedOver({ agencyId, userId, jobId }: JobRef): Promise<void> {
  await callAsAgency({ agencyId, userId }, "hand_over_job", [jobId]);
}

const KEPT_DAYS = 7;
const GIVEN_UP_KEPT_DAYS = 90;

/** Marks it done, with what belongs to that; clears what of the same person is long over. */
export async function finishJob({ agencyId, userId, jobId }: JobRef, now: Date, settle: Settle | undefined): Promise<void> {
  await withAgencyConnection({ agencyId, userId }, async (client) => {
    await settle?.(client);
    await client.query("update job set done_at = $3, claimed_until = null, last_error = null where agency_id = $1 and id = $2", [agencyId, jobId, now]);
    await client.query(
      `delete from job
        where agency_id = $1 and user_id = $2
          and (done_at < $3::timestamptz - make_interval(days => ${KEPT_DAYS})
               or given_up_at < $3::timestamptz - make_interval(days => ${GIVEN_UP_KEPT_DAYS}))`,
      [agencyId, userId, now],
    );
  });
}

const WORDS_KEPT = 300;

/** It failed: it rests before it is tried again, or is given up and stays to be seen. */
export async function postponeJob({ agencyId, userId, jobId }: JobRef, now: Date, error: unknown): Promise<void> {
  const words = (error instanceof Error ? error.message : String(error)).slice(0, WORDS_KEPT);
  await withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rows } = await client.query<{ attempts: number }>("select attempts from job where agency_id = $1 and id = $2 for update", [agencyId, jobId]);
    const attempts = rows[0]?.attempts ?? 1;
    const isOver = attempts >= TRIES;
    await client.query(
      `update job set claimed_until = null, last_error = $3, given_up_at = $4, due_at = greatest(due_at, $5::timestamptz)
        where agency_id = $1 and id = $2`,
      [agencyId, jobId, words, isOver ? now : null, new Date(now.getTime() + restMinutes(attempts) * 60_000)],
    );
  });
}

/** A job that was given up, and is still to be seen. */
export interface GivenUpJob {
  readonly kind: string;
  /** Whose it is, as the agency knows them. */
  readonly displayName: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Those of an agency, the newest first, for somebody who may know its people. */
export async function listGivenUpJobs({ agencyId, userId }: JobOwner): Promise<readonly GivenUpJob[]> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rows } = await client.query<{ kind: string; name: string; at: Date }>(
      `select j.kind, m.display_name as name, j.given_up_at as at
         from job j join membership m on m.agency_id = j.agency_id and m.user_id = j.user_id
        where j.agency_id = $1 and j.given_up_at is not null
        order by j.given_up_at desc limit 50`,
      [agencyId],
    );
    return rows.map(({ kind, name, at }) => ({ kind, displayName: name, at: at.toISOString() }));
  });
}

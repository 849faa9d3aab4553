import type { PoolClient } from "pg";

/** Whose a job is: it goes with their membership. */
export interface JobOwner {
  readonly agencyId: string;
  readonly userId: string;
}

export interface JobRef extends JobOwner {
  readonly jobId: string;
}

/** A job in the hands of this process, for `LEASE_MINUTES`. */
export interface Job extends JobRef {
  readonly kind: string;
  /** Names it among its kind. */
  readonly key: string;
  readonly dueAt: Date;
  /** Whether the mail server has its letter: an earlier try got so far and no further. */
  readonly isHandedOver: boolean;
  /** After this one it is given up. */
  readonly isLastTry: boolean;
}

/** What is written together with the mark that a job is done. */
export type Settle = (client: PoolClient) => Promise<void>;

export interface JobResult {
  /** "nothing": there was nothing to do, or not any more. */
  readonly outcome: "sent" | "nothing";
  readonly settle?: Settle;
}

/**
 * A kind of job. `run` may be called more than once for a job, the last time before it was maybe interrupted anywhere: what
 * it does outside of the database must bear that (see hand-over.ts). What throws is tried again later.
 */
export interface JobKind {
  readonly kind: string;
  readonly run: (job: Job, now: Date) => Promise<JobResult>;
}

/** Longer than a letter takes: after it, whoever claimed the job is gone, and somebody else may do it. */
export const LEASE_MINUTES = 10;

/** With the waits between them some three days; then it is old news. */
export const TRIES = 10;

const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 12 * 60;

/** How long a job rests after its try number `attempts` failed: three times as long each time, up to half a day. */
export function restMinutes(attempts: number): number {
  return Math.min(FIRST_WAIT_MINUTES * 3 ** (attempts - 1), LONGEST_WAIT_MINUTES);
}

import "server-only";
import { FairQueue } from "@/lib/platform/turns/fair-queue";
import type { JobKind, JobRef } from "./job";
import { claimJob, finishJob, listDueJobs, postponeJob } from "./job-queue";

/** A mail server that hangs holds one agency's jobs up, not everybody's. */
const LIMITS = { atOnce: 4, atOnceOfGroup: 2, atOnceOfMember: 1 };

export interface JobFigures {
  /** How many were looked at: with as many as were asked for, there may be more. */
  readonly found: number;
  readonly sent: number;
  readonly failed: number;
}

/**
 * Does what is due, of these kinds. Several instances may do it at once: each job is done by whoever claims it first. One
 * whose process dies is done by another once its claim has run out. Never throws for a job that failed.
 */
export async function runJobs(kinds: readonly JobKind[], now: Date, most: number): Promise<JobFigures> {
  const due = await listDueJobs(kinds.map(({ kind }) => kind), now, most);
  const queue = new FairQueue(LIMITS);
  const outcomes = await Promise.all(due.map((ref) => queue.run({ group: ref.agencyId, member: ref.userId }, () => runJob(kinds, ref, now))));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return { found: due.length, sent: count("sent"), failed: count("failed") };
}

async function runJob(kinds: readonly JobKind[], ref: JobRef, now: Date): Promise<"sent" | "nothing" | "failed"> {
  try {
    const job = await claimJob(ref, now);
    const kind = kinds.find((one) => one.kind === job?.kind);
    if (!job || !kind) return "nothing";
    try {
      const { outcome, settle } = await kind.run(job, now);
      await finishJob(job, now, settle);
      return outcome;
    } catch (error) {
      console.error(`A job (${job.kind}) ${job.isLastTry ? "failed, and is given up" : "failed, and is tried again later"}:`, error);
      await postponeJob(job, now, error);
    }
  } catch (error) {
    // Without the database nothing can be noted either; the claim runs out.
    console.error("A job could not be claimed or settled:", error);
  }
  return "failed";
}

import "server-only";
import os from "node:os";
import path from "node:path";
import workerpool, { type Pool } from "workerpool";
import { FairQueue } from "@/lib/platform/turns/fair-queue";
import * as work from "./document-work";
import { chargeProcessorTime } from "./processor-budget";
import { sizesOf, type StoredSizes } from "./stored-sizes";

/**
 * Up to this many bytes a stored document is opened here: that takes a few milliseconds. Larger ones, and changes that
 * could make Yjs look through much, are worked on beside the requests.
 */
const LITTLE_DOCUMENT_BYTES = 64 * 1024;
const LITTLE_UPDATE_BYTES = 16 * 1024;
/** Yjs looks through at most all parts of a document for each part of a change; a part takes about four bytes. */
const MOST_STEPS_HERE = 100_000;
const BYTES_PER_PART = 4;
/** The largest document that can be stored takes half a second here; on a busy machine a few times that. */
const DEADLINE_MS = 3_000;
/** A thread that takes longer to begin will not begin. */
const STARTS_WITHIN_MS = 60_000;

type Work = typeof work;
export type DocumentTask = "applyChange" | "buildDocument" | "readDocument" | "readRemoved" | "readStateVector" | "editDocument" | "takeBack";
type Input<T extends DocumentTask> = Parameters<Work[T]>[0];
type Output<T extends DocumentTask> = ReturnType<Work[T]>;

/** A change took longer than any honest one. */
export class TooCostlyError extends Error {
  override readonly name = "TooCostlyError";
}

interface Workers {
  readonly pool: Pool;
  readonly queue: FairQueue;
}

// Next bundles each route apart; there is one pool per process all the same.
const holder = globalThis as typeof globalThis & { workbookDocuments?: Workers };

function openWorkers(): Workers {
  const atOnce = Math.max(1, os.availableParallelism() - 1);
  // Read at run time from the app's folder, in development, in tests and in the container alike.
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/sync/work/document-worker.mjs");
  return {
    queue: new FairQueue({ atOnce }),
    pool: workerpool.pool(script, {
      workerType: "thread",
      // One is kept ready: starting it takes most of a second.
      minWorkers: 1,
      maxWorkers: atOnce,
      workerThreadOpts: { resourceLimits: { maxOldGenerationSizeMb: 512 } },
    }),
  };
}

function workers(): Workers {
  holder.workbookDocuments ??= openWorkers();
  return holder.workbookDocuments;
}

/** Starts the pool, so that whoever needs it first need not wait for that. */
export async function warmUpDocuments(): Promise<void> {
  await workers().pool.exec("begin").timeout(STARTS_WITHIN_MS);
}

/**
 * Does one piece of work on a stored document for this person, and counts what it took. What could hold up others is done
 * in a thread beside the requests, where each agency gets a turn before any gets its second.
 * @throws TooCostlyError when it is not done by the deadline.
 */
export async function workOnDocument<T extends DocumentTask>(
  actor: { readonly agencyId: string; readonly userId: string },
  task: T,
  input: Input<T>,
): Promise<Output<T>> {
  if (isLittle(input)) return workHere(actor, () => (work[task] as (input: Input<T>) => Output<T>)(input));
  const { pool, queue } = workers();
  return queue.run({ group: actor.agencyId, member: actor.userId }, async () => {
    // After a change that was given up there is a new thread, which does not have to hurry to begin.
    await pool.exec("begin").timeout(STARTS_WITHIN_MS);
    const began = performance.now();
    try {
      return (await pool.exec(task, [compactBuffers(input)]).timeout(DEADLINE_MS)) as Output<T>;
    } catch (error) {
      const isOver = error instanceof workerpool.Promise.TimeoutError || error instanceof workerpool.TerminateError;
      throw isOver ? new TooCostlyError(`${task} took too long`, { cause: error }) : error;
    } finally {
      chargeProcessorTime(actor.userId, performance.now() - began);
    }
  });
}

/** Does work that is little on this thread, and counts what it took. */
export function workHere<T>(actor: { readonly userId: string }, run: () => T): T {
  const began = performance.now();
  try {
    return run();
  } finally {
    chargeProcessorTime(actor.userId, performance.now() - began);
  }
}

function isLittle(input: Input<DocumentTask>): boolean {
  // Seldom asked for, and as much work as a whole tool has.
  if (!("parts" in input)) return false;
  return isLittleWork(sizesOf(input.parts), "update" in input ? input.update.byteLength : 0);
}

/** Whether opening a document that is stored so, and applying a change of so many bytes, holds up nobody. */
export function isLittleWork({ snapshotBytes, tailBytes }: StoredSizes, added: number): boolean {
  const stored = snapshotBytes + tailBytes;
  if (stored > LITTLE_DOCUMENT_BYTES || added > LITTLE_UPDATE_BYTES) return false;
  const parts = added / BYTES_PER_PART;
  return parts * (stored / BYTES_PER_PART + parts) <= MOST_STEPS_HERE;
}

/** A view into a larger buffer would take that along to the other thread. */
function compactBuffers<I extends Input<DocumentTask>>(input: I): I {
  if (!("parts" in input)) return input;
  const { snapshot, tail } = input.parts;
  const parts = { snapshot: new Uint8Array(snapshot), tail: tail.map((update) => new Uint8Array(update)) };
  return { ...input, parts, ...("update" in input ? { update: new Uint8Array(input.update) } : {}) };
}

/** Ends the pool, so that a process can end; the next piece of work starts one again. */
export async function closeDocuments(): Promise<void> {
  const pool = holder.workbookDocuments?.pool;
  delete holder.workbookDocuments;
  await pool?.terminate(true);
}

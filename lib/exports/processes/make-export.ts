import "server-only";
import path from "node:path";
import workerpool, { type Pool } from "workerpool";
import { ExportError } from "@/lib/exports/document/export-error";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import type { TeamContext } from "@/lib/platform/auth/context";
import { env } from "@/lib/platform/env";
import type { ExportReply, MadeExport } from "./export-process";
import { RenderQueue, rendersAtOnce } from "./render-queue";

export type { MadeExport } from "./export-process";

/** Longer than any worker may take (lib/exports/pdf, lib/exports/docx, lib/exports/sheets): then something hangs. */
const ANSWERS_WITHIN_MS = 240_000;
const MAX_HEAP_MB = 1024;
/** Who waits holds nothing in memory, so the line may be long; a person's and an agency's part of it may not. */
const MOST_WAITING = { ofAll: 120, ofAgency: 30, ofPerson: 2 };
/** How Node ends then. */
const HEAP_WAS_FULL = /exitCode: `134`|signalCode: `SIGABRT`/;

interface Exports {
  readonly queue: RenderQueue;
  readonly pool: Pool;
}

// Next bundles each route apart; there is one of these per app all the same.
const holder = globalThis as typeof globalThis & { workbookExports?: Exports };

function openExports(): Exports {
  const atOnce = rendersAtOnce();
  // Read at run time from the app's folder, in development, in tests and in the container alike.
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/exports/processes/export-process.ts");
  // The condition is how Next marks server code; without it `server-only` refuses to load.
  const execArgv = [`--max-old-space-size=${MAX_HEAP_MB}`, "--conditions=react-server", "--import", "tsx"];
  return {
    queue: new RenderQueue(atOnce, MOST_WAITING.ofAll, MOST_WAITING),
    pool: workerpool.pool(script, {
      workerType: "process",
      // One is kept ready: starting it takes seconds.
      minWorkers: 1,
      maxWorkers: atOnce,
      forkOpts: { serialization: "advanced", execArgv },
    }),
  };
}

/** Starts what makes exports and lets it make one, so that whoever asks first need not wait for that. */
export async function warmUpExports(): Promise<void> {
  const { queue, pool } = (holder.workbookExports ??= openExports());
  await queue.run(async () => pool.exec("warmUp").timeout(ANSWERS_WITHIN_MS));
}

/**
 * Loads an export when its turn comes and makes its file, in the format its options name: those who wait hold nothing in
 * memory. Each agency gets a turn before another gets a second. Throws an ExportError whose message can be shown; "busy"
 * means: try again shortly (HTTP 503).
 */
export async function makeExport(
  context: TeamContext,
  options: ExportOptions,
  turn: { /** Waits however long the line is, for work that nobody watches. */ readonly isPatient?: boolean } = {},
): Promise<MadeExport> {
  const { queue, pool } = (holder.workbookExports ??= openExports());
  return queue.run(async () => {
    const reply = await ask(pool, context, options);
    // What a developer edits meanwhile is in the next one.
    if (env().NODE_ENV === "development") await closeExports();
    if ("made" in reply) return reply.made;
    throw new ExportError(reply.code, reply.cause);
  }, { whose: context, ...turn });
}

async function ask(pool: Pool, context: TeamContext, options: ExportOptions): Promise<ExportReply> {
  try {
    return (await pool.exec("make", [context, options]).timeout(ANSWERS_WITHIN_MS)) as ExportReply;
  } catch (error) {
    if (error instanceof workerpool.Promise.TimeoutError) throw new ExportError("timed-out", error);
    if (!(error instanceof workerpool.TerminateError)) throw error;
    throw new ExportError(HEAP_WAS_FULL.test(error.message) ? "too-large" : "failed", error);
  }
}

/** Ends the processes that make exports; the next export starts one again. For tests. */
export async function closeExports(): Promise<void> {
  const pool = holder.workbookExports?.pool;
  delete holder.workbookExports;
  await pool?.terminate(true);
}

import "server-only";
import { findExportError } from "@/lib/exports/document/export-error";
import { RenderQueue, type Whose } from "@/lib/exports/processes/render-queue";
import { runWorker } from "@/lib/exports/worker/run-worker";
import type { PickedFile } from "./pick-answers.mjs";
import type { UnreadableCode } from "./read-json.mjs";

/** One at a time: a hostile file takes a core for seconds and some hundred megabytes before it is refused. */
const queue = new RenderQueue(1, 24, { ofAgency: 6, ofPerson: 2 });
const LIMITS = { timeoutMs: 30_000, memoryBytes: 700 * 1024 * 1024 };

interface ImportWorkerReport {
  readonly problem: { readonly code: UnreadableCode; readonly key: string | null } | null;
}

const DAMAGED = "This file is damaged or was changed, so it can’t be read. Download it again, then choose the new file.";
const REASONS: Record<UnreadableCode, string> = {
  empty: "This file is empty. Choose another one.",
  "not-text": "This is not a JSON file. Choose a file that was downloaded from a workbook as JSON.",
  "not-json": DAMAGED,
  "too-deep": DAMAGED,
  "too-much": "This file holds too much to be read. Download it again without comments and history, then choose the new file.",
  "duplicate-key": DAMAGED,
};

export type ReadImport =
  | { readonly ok: true; /** A PickedFile as JSON. */ readonly content: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; /** Why not, in words. */ readonly problem: string };

/**
 * Reads a stranger's file in a process of its own, and hands back only what can be brought in. Throws an ExportError
 * "busy" when several people, or this one again and again, are doing this right now.
 */
export async function readImport(bytes: Uint8Array, whose?: Whose): Promise<ReadImport> {
  try {
    const { bytes: content, report } = await queue.run(() =>
      runWorker<ImportWorkerReport>({ script: "lib/imports/import-worker.mjs", input: bytes, limits: LIMITS }),
      { ...(whose ? { whose } : {}) },
    );
    if (!report.problem) return { ok: true, content };
    const { code, key } = report.problem;
    return { ok: false, problem: key === null ? REASONS[code] : `“${key}” is in one place twice. ${REASONS[code]}` };
  } catch (error) {
    const problem = findExportError(error);
    if (!problem || problem.code === "busy") throw error;
    console.error("A file could not be read:", problem.cause ?? error);
    return { ok: false, problem: REASONS["too-much"] };
  }
}

/** What `readImport` handed back. */
export function parsePicked(content: Uint8Array): PickedFile {
  return JSON.parse(Buffer.from(content).toString("utf8")) as PickedFile;
}

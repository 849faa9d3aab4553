import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import { runWorker, type WorkerLimits, type WorkerResult } from "@/lib/exports/worker/run-worker";
import type { NotShown } from "@/lib/exports/worker/sanitise.mjs";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";

/** What the worker tells of a Word file. */
export interface DocxReport {
  readonly notShown: NotShown;
}

const LIMITS: WorkerLimits = { timeoutMs: 120_000, memoryBytes: 1024 * 1024 * 1024 };

/** Writes one document in a process of its own. @throws ExportError like `runWorker`. */
export function runDocx(document: PrintDocument, limits: WorkerLimits = LIMITS): Promise<WorkerResult<DocxReport>> {
  return runWorker<DocxReport>({ script: "lib/exports/docx/docx-worker.mjs", input: document, limits });
}

/** An export as a Word document. @throws ExportError like `runWorker`. */
export async function renderDocx(document: ExportDocument): Promise<RenderedExport> {
  const { bytes, report } = await runDocx(printDocument(document));
  return { bytes, notShown: report.notShown.count };
}

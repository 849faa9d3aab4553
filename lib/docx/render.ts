import "server-only";
import type { ExportDocument } from "@/lib/export/export-document";
import type { RenderedExport } from "@/lib/export/rendered-export";
import { runWorker, type WorkerLimits, type WorkerResult } from "@/lib/export/run-worker";
import type { NotShown } from "@/lib/export/worker/sanitise.mjs";
import type { PrintDocument } from "@/lib/print/print-blocks";
import { printDocument } from "@/lib/print/print-document";

/** What the worker tells of a Word file. */
export interface DocxReport {
  readonly notShown: NotShown;
}

const LIMITS: WorkerLimits = { timeoutMs: 120_000, memoryBytes: 1024 * 1024 * 1024 };

/** Writes one document in a process of its own. @throws ExportError like `runWorker`. */
export function runDocx(document: PrintDocument, limits: WorkerLimits = LIMITS): Promise<WorkerResult<DocxReport>> {
  return runWorker<DocxReport>({ script: "lib/docx/worker/docx-worker.mjs", input: document, limits });
}

/** An export as a Word document. @throws ExportError like `runWorker`. */
export async function renderDocx(document: ExportDocument): Promise<RenderedExport> {
  const { bytes, report } = await runDocx(printDocument(document));
  return { bytes, notShown: report.notShown.count };
}

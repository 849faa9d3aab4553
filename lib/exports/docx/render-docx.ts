import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";
import { createEngine } from "@/lib/exports/worker/engine";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import type { NotShown } from "@/lib/exports/worker/sanitise.mjs";

/** What the worker tells of a Word file. */
export interface DocxReport {
  readonly notShown: NotShown;
}

/** Writes one document. */
export const runDocx = createEngine<PrintDocument, DocxReport>({
  script: "lib/exports/docx/docx-worker.mjs",
  limits: { timeoutMs: 120_000, memoryBytes: 1024 * 1024 * 1024 },
});

/** An export as a Word document. @throws ExportError like `runWorker`. */
export async function renderDocx(document: ExportDocument): Promise<RenderedExport> {
  const { bytes, report } = await runDocx(printDocument(document));
  return { bytes, notShown: report.notShown.count };
}

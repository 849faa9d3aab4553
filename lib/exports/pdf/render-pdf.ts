import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";
import { createEngine } from "@/lib/exports/worker/engine";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import type { NotShown } from "@/lib/exports/worker/sanitise.mjs";

/** What the worker tells of a PDF. */
export interface PdfReport {
  /** Null where the engine does not tell (the WebAssembly build). */
  readonly pages: number | null;
  /** Whether the engine accepted the document as PDF/UA-1; if not, `refusal` says why and it is tagged only. */
  readonly claimsPdfUa: boolean;
  readonly refusal: string | null;
  /** Characters that stand as "�". */
  readonly notShown: NotShown;
}

/** Sets one document. */
export const runTypst = createEngine<PrintDocument, PdfReport>({
  script: "lib/exports/pdf/typst-worker.mjs",
  limits: { timeoutMs: 60_000, memoryBytes: 1536 * 1024 * 1024 },
});

/** An export as a PDF. @throws ExportError like `runWorker`. */
export async function renderPdf(document: ExportDocument): Promise<RenderedExport> {
  const { bytes, report } = await runTypst(printDocument(document));
  if (report.refusal) console.warn(`PDF without the PDF/UA-1 claim: ${report.refusal}`);
  return { bytes, notShown: report.notShown.count, claimsPdfUa: report.claimsPdfUa };
}

import "server-only";
import type { ExportDocument } from "./export-document";
import { printDocument } from "./print-document";
import { RenderQueue } from "./render-queue";
import { runWorker } from "./run-worker";

/** Two exports use two cores; more at once would only slow each other and the people who are saving. */
const queue = new RenderQueue(2, 10);

const LIMITS = { timeoutMs: 60_000, memoryBytes: 1536 * 1024 * 1024 };

/**
 * The PDF of one tool or of the whole toolkit. Throws a PdfExportError whose message can be shown;
 * "busy" means: try again shortly (HTTP 503).
 */
export async function renderToolPdf(document: ExportDocument): Promise<Buffer<ArrayBuffer>> {
  const rendered = await queue.run(() => runWorker(printDocument(document), LIMITS));
  if (rendered.refusal) console.warn(`PDF without the PDF/UA-1 claim: ${rendered.refusal}`);
  return rendered.bytes;
}

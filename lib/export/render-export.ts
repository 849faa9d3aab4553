import "server-only";
import os from "node:os";
import { renderDocx } from "@/lib/docx/render";
import { renderPdf } from "@/lib/pdf/render";
import { renderCsv, renderXlsx } from "@/lib/sheets/render";
import { renderJson } from "@/lib/transfer/render";
import type { ExportDocument } from "./export-document";
import type { ExportFormat } from "./export-options";
import { RenderQueue } from "./render-queue";
import type { RenderedExport } from "./rendered-export";

/** One core is left to the people who are saving (measured on two: with two exports at once a save took twice as long). */
const queue = new RenderQueue(Math.max(1, os.availableParallelism() - 1), 20);

interface FileType {
  readonly mediaType: string;
  readonly extension: string;
  readonly render: (document: ExportDocument) => Promise<RenderedExport>;
}

const FILE_TYPES: Record<ExportFormat, FileType> = {
  pdf: { mediaType: "application/pdf", extension: "pdf", render: renderPdf },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    render: renderDocx,
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    render: renderXlsx,
  },
  csv: { mediaType: "application/zip", extension: "zip", render: renderCsv },
  json: { mediaType: "application/json", extension: "json", render: renderJson },
};

/** What a file of this format is called and sent as. */
export function fileTypeOf(format: ExportFormat): FileType {
  return FILE_TYPES[format];
}

export interface MadeExport extends RenderedExport {
  readonly document: ExportDocument;
}

/**
 * Loads an export when its turn comes and makes its file, in the format its options name: those who wait hold nothing in
 * memory. Throws an ExportError whose message can be shown; "busy" means: try again shortly (HTTP 503).
 */
export async function makeExport(
  load: () => Promise<ExportDocument>,
  options: { /** Waits however long the line is, for work that nobody watches. */ readonly isPatient?: boolean } = {},
): Promise<MadeExport> {
  return queue.run(async () => {
    const document = await load();
    return { document, ...(await fileTypeOf(document.options.format).render(document)) };
  }, options);
}

import "server-only";
import { renderDocx } from "@/lib/docx/render";
import { renderPdf } from "@/lib/pdf/render";
import { renderCsv, renderXlsx } from "@/lib/sheets/render";
import { renderJson } from "@/lib/transfer/render";
import type { ExportDocument } from "./export-document";
import type { ExportFormat } from "./export-options";
import type { RenderedExport } from "./rendered-export";

const RENDERERS: Record<ExportFormat, (document: ExportDocument) => Promise<RenderedExport>> = {
  pdf: renderPdf,
  docx: renderDocx,
  xlsx: renderXlsx,
  csv: renderCsv,
  json: renderJson,
};

/** Makes an export's file in the format its options name. @throws ExportError, whose message can be shown. */
export function renderExport(document: ExportDocument): Promise<RenderedExport> {
  return RENDERERS[document.options.format](document);
}

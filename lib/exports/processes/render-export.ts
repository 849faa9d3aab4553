import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { ExportFormat } from "@/lib/exports/document/export-options";
import { renderDocx } from "@/lib/exports/docx/render-docx";
import { renderJson } from "@/lib/exports/json/render-json";
import { renderPdf } from "@/lib/exports/pdf/render-pdf";
import { renderCsv, renderXlsx } from "@/lib/exports/sheets/render-sheets";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";

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

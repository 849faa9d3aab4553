import "server-only";
import { showPerson } from "@/lib/domain/people/person";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { createEngine } from "@/lib/exports/worker/engine";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import type { SheetTable } from "./sheet-model";
import { buildSheets } from "./sheet-tables";

interface Workbook {
  readonly format: "xlsx" | "csv";
  readonly title: string;
  readonly author: string;
  readonly at: string;
  readonly tables: readonly SheetTable[];
}

const runSheets = createEngine<Workbook, { readonly notShown: number }>({
  script: "lib/exports/sheets/sheets-worker.mjs",
  limits: { timeoutMs: 60_000, memoryBytes: 1024 * 1024 * 1024 },
});

async function renderSheets(format: "xlsx" | "csv", document: ExportDocument): Promise<RenderedExport> {
  const { agencyName, teamName, exportedBy, at } = document.about;
  const { bytes, report } = await runSheets({
    format,
    title: `PS-COPE workbook: ${agencyName}, ${teamName}`,
    author: showPerson(document.people, exportedBy),
    at,
    tables: buildSheets(document),
  });
  return { bytes, notShown: report.notShown };
}

/** An export as an Excel workbook. @throws ExportError like `runWorker`. */
export function renderXlsx(document: ExportDocument): Promise<RenderedExport> {
  return renderSheets("xlsx", document);
}

/** An export as a zip of CSV files. @throws ExportError like `runWorker`. */
export function renderCsv(document: ExportDocument): Promise<RenderedExport> {
  return renderSheets("csv", document);
}

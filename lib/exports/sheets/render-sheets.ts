import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import { showPerson } from "@/lib/domain/people/person";
import { runWorker, type WorkerLimits } from "@/lib/exports/worker/run-worker";
import { buildSheets } from "./sheet-tables";

const LIMITS: WorkerLimits = { timeoutMs: 60_000, memoryBytes: 1024 * 1024 * 1024 };

async function renderSheets(format: "xlsx" | "csv", document: ExportDocument): Promise<RenderedExport> {
  const { agencyName, teamName, exportedBy, at } = document.about;
  const { bytes, report } = await runWorker<{ readonly notShown: number }>({
    script: "lib/exports/sheets/sheets-worker.mjs",
    input: {
      format,
      title: `PS-COPE workbook: ${agencyName}, ${teamName}`,
      author: showPerson(document.people, exportedBy),
      at,
      tables: buildSheets(document),
    },
    limits: LIMITS,
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

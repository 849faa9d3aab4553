import type { ExportDocument } from "@/lib/export/export-document";
import { buildAboutSheet } from "./about-sheet";
import { buildAnswersSheet, buildTableRowsSheet, buildToolsSheet } from "./answer-sheets";
import { buildCommentsSheet, buildFilesSheet, buildHistorySheet } from "./beside-sheets";
import { splitLongCells } from "./long-cells";
import { buildIndicatorsSheet, buildPlanSheet, buildPlanStepsSheet } from "./plan-sheets";
import {
  buildAreasSheet,
  buildChecklistsSheet,
  buildChecklistSummarySheet,
  buildGapsSheet,
  buildRatingsSheet,
  buildSectionScoresSheet,
} from "./readiness-sheets";
import type { SheetTable } from "./sheet-model";
import { type LocalTime, localTimeIn } from "./sheet-times";

function hasRows({ rows }: SheetTable): boolean {
  return rows.length > 0;
}

function readinessSheets({ readiness }: ExportDocument, localTime: LocalTime): SheetTable[] {
  if (!readiness) return [];
  return [
    buildAreasSheet(readiness, localTime),
    buildSectionScoresSheet(readiness),
    buildChecklistSummarySheet(readiness),
    buildGapsSheet(readiness, localTime),
  ];
}

/**
 * An export as tables, the same for Excel and CSV: "About" first, then whatever the export holds. A sheet that could hold
 * nothing is left out; "About" tells what was asked for and not there.
 */
export function buildSheets(document: ExportDocument): readonly SheetTable[] {
  const localTime = localTimeIn(document.about.timeZone);
  const plan = [buildPlanSheet(document), buildPlanStepsSheet(document, localTime), buildIndicatorsSheet(document)];
  const others = [
    ...[buildToolsSheet, buildAnswersSheet, buildTableRowsSheet].map((build) => build(document, localTime)).filter(hasRows),
    ...readinessSheets(document, localTime),
    ...[buildRatingsSheet, buildChecklistsSheet].map((build) => build(document, localTime)).filter(hasRows),
    ...plan.filter((table) => table !== null),
    ...[buildCommentsSheet, buildHistorySheet, buildFilesSheet].map((build) => build(document, localTime)).filter(hasRows),
  ];
  return [buildAboutSheet(document, others, localTime), ...others].map(splitLongCells);
}

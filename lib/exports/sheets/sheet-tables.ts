import type { ExportDocument } from "@/lib/exports/document/export-document";
import { buildAboutSheet } from "./about-sheet";
import { buildAnswersSheet, buildTableRowsSheet, buildToolsSheet } from "./answer-sheets";
import { buildCommentsSheet, buildFilesSheet, buildHistorySheet } from "./beside-sheets";
import { buildCompareSheets } from "./compare-sheets";
import { buildIndicatorValuesSheet } from "./indicator-values-sheet";
import { buildKeptSheet } from "./kept-sheet";
import { splitLongCells } from "./long-cells";
import { buildIndicatorsSheet, buildLinksSheet, buildPlanSheet, buildPlanStepsSheet } from "./plan-sheets";
import {
  buildAreasSheet,
  buildChecklistsSheet,
  buildChecklistSummarySheet,
  buildGapsSheet,
  buildRatingsSheet,
  buildSectionScoresSheet,
} from "./readiness-sheets";
import type { SheetTable } from "./sheet-model";
import { type EventWriter, localTimeIn } from "./sheet-times";

function hasRows({ rows }: SheetTable): boolean {
  return rows.length > 0;
}

function readinessSheets({ readiness }: ExportDocument, writer: EventWriter): SheetTable[] {
  if (!readiness) return [];
  return [
    buildAreasSheet(readiness, writer),
    buildSectionScoresSheet(readiness),
    buildChecklistSummarySheet(readiness),
    buildGapsSheet(readiness, writer),
  ];
}

/**
 * An export as tables, the same for Excel and CSV: "About" first, then whatever the export holds. A sheet that could hold
 * nothing is left out; "About" tells what was asked for and not there.
 */
export function buildSheets(document: ExportDocument): readonly SheetTable[] {
  const localTime = localTimeIn(document.about.timeZone);
  const writer = { people: document.people, localTime };
  const plan = [buildPlanSheet(document), buildPlanStepsSheet(document, writer), buildIndicatorsSheet(document)];
  const others = [
    ...buildCompareSheets(document.comparison),
    ...[buildToolsSheet, buildAnswersSheet, buildTableRowsSheet, buildKeptSheet].map((build) => build(document, writer)).filter(hasRows),
    ...readinessSheets(document, writer),
    ...[buildRatingsSheet, buildChecklistsSheet].map((build) => build(document, writer)).filter(hasRows),
    ...plan.filter((table) => table !== null),
    ...[buildLinksSheet, buildIndicatorValuesSheet, buildCommentsSheet, buildHistorySheet, buildFilesSheet].map((build) => build(document, writer)).filter(hasRows),
  ];
  return [buildAboutSheet(document, others, localTime), ...others].map(splitLongCells);
}

import { formatCounted, formatMeasured, formatTarget, type IndicatorValue, INDICATOR_DIRECTION_LABELS } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import { showPerson } from "@/lib/domain/people/person";
import type { ToolReport } from "@/lib/domain/report/report-model";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import { formatDay } from "@/lib/domain/text/due-words";
import type { ExportIndicator } from "@/lib/exports/document/export-document";
import { type PrintBlock, type PrintCell, textCell } from "./print-blocks";
import type { EventPrinter } from "./print-dates";

/** What is printed beneath a goal's table, by the table's id: the values of its rows over time. */
export function printIndicators(tool: ToolReport, indicators: readonly ExportIndicator[], printer: EventPrinter): ReadonlyMap<string, readonly PrintBlock[]> {
  const shown = indicators.filter((one) => isSameTool(one.tool.ref, tool.ref) && one.measured.values.length > 0);
  const tables = [...new Set(shown.map(({ measured }) => measured.itemId))];
  return new Map(
    tables.map((itemId) => [
      itemId,
      [
        { block: "heading", level: 3, text: "Values over time", isOutlined: false },
        { block: "paragraph", tone: "note", text: "Added by this workbook, not printed in the toolkit." },
        ...shown.filter(({ measured }) => measured.itemId === itemId).map((indicator) => printValues(indicator, printer)),
      ],
    ]),
  );
}

/** "Offer rate (up is better; target 95% by Dec 31, 2026)" */
function captionOf({ name, row, measured }: ExportIndicator): string {
  const { direction, target, targetOn } = measured;
  const aim = target === null ? "" : `; target ${formatTarget(measured)}${targetOn === null ? "" : ` by ${formatDay(targetOn)}`}`;
  const removed = row === null ? "; this row was removed from the table" : "";
  return `${name} (${INDICATOR_DIRECTION_LABELS[direction].replace(/^\w/, (letter) => letter.toLowerCase())}${aim}${removed})`;
}

function printValues(indicator: ExportIndicator, { people }: EventPrinter): PrintBlock {
  const { measured } = indicator;
  const isPart = measured.unit === "percent";
  return {
    block: "table",
    caption: captionOf(indicator),
    columns: [
      { label: "Month or day", points: 92 },
      { label: "Value", points: 62 },
      ...(isPart ? [{ label: "Counted", share: 1 }] : []),
      { label: "Source and note", share: 1.6 },
      { label: "Entered by", share: 1 },
    ],
    rows: measured.values.map((value): PrintCell[] => [
      textCell(formatMeasuredOn(value.on)),
      textCell(isPart ? formatMeasured(value) : formatCounted(measured, value)),
      ...(isPart ? [textCell(formatCounted(measured, value))] : []),
      textCell(besideOf(value)),
      textCell(showPerson(people, value.entered.by)),
    ]),
  };
}

function besideOf({ source, note, earlier }: IndicatorValue): string {
  const was = earlier.map((one) => `Put right: it was ${formatMeasuredOn(one.on)}, ${formatMeasured(one)}.`);
  return [source, note, ...was].filter(Boolean).join("\n") || "–";
}

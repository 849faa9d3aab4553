import { INDICATOR_DIRECTION_LABELS, type IndicatorUnit, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import type { ExportDocument, ExportIndicator } from "@/lib/exports/document/export-document";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

const UNIT_WORDS: Record<IndicatorUnit, string> = { percent: "Part of a whole", count: "Count", score: "Score", other: "Other" };

interface PlacedValue {
  readonly indicator: ExportIndicator;
  readonly value: IndicatorValue;
}

/** Every value of every row that is measured. Numbers are numbers: what was counted, and the whole it is part of. */
export function buildIndicatorValuesSheet({ indicators }: ExportDocument, writer: EventWriter): SheetTable {
  const shareOf = ({ value, of }: IndicatorValue) => (of === null ? null : Number(value) / Number(of));
  return tableOf<PlacedValue>(
    {
      name: "Indicator values",
      title: "Indicators over time (Tool 13), one row per value",
      explanation: "What the rows of the sheet “Indicators” measured, the oldest first within each row. Added by this workbook, not printed in the toolkit.",
    },
    [
      column("Sheet", "code", ({ indicator }) => indicator.sheet),
      column("Row", "number", ({ indicator }) => indicator.row),
      column("Question", "words", ({ indicator }) => indicator.question),
      column("Indicator", "words", ({ indicator }) => indicator.name),
      column("Month or day", "text", ({ value }) => formatMeasuredOn(value.on)),
      column("Date", "date", ({ value }) => value.on.day),
      column("Value", "decimal", ({ value }) => Number(value.value)),
      column("Of", "number", ({ value }) => (value.of === null ? null : Number(value.of))),
      column("Percent", "share", ({ value }) => shareOf(value)),
      column("What is measured", "code", ({ indicator }) => UNIT_WORDS[indicator.measured.unit]),
      column("Unit", "text", ({ indicator }) => indicator.measured.unitWords),
      column("Direction", "text", ({ indicator }) => INDICATOR_DIRECTION_LABELS[indicator.measured.direction]),
      column("Target", "decimal", ({ indicator: { measured } }) => (measured.target === null ? null : Number(measured.target))),
      column("Reached by", "date", ({ indicator }) => indicator.measured.targetOn),
      column("Source", "words", ({ value }) => value.source),
      column("Note", "words", ({ value }) => value.note),
      ...eventColumns<PlacedValue>("Entered", ({ value }) => value.entered, writer),
      column("Put right", "number", ({ value }) => value.earlier.length || null),
      column("Removed row", "code", ({ indicator }) => (indicator.row === null ? "Yes" : null)),
    ],
    indicators.flatMap((indicator) => indicator.measured.values.map((value) => ({ indicator, value }))),
  );
}

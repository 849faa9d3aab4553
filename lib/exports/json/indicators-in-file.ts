import type { EarlierValue } from "@/lib/domain/indicators/indicator";
import { formatMeasured } from "@/lib/domain/indicators/indicator";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { PeopleInFile } from "./people-in-file";
import { toolInFile } from "./tool-in-file";
import type { WorkbookFile } from "./workbook-schema";

/** What the rows of the goals' tables measure, as the file has it. */
export function indicatorsInFile({ indicators }: ExportDocument, people: PeopleInFile): WorkbookFile["indicators"] {
  const measuredIn = ({ on, value, of, note, entered }: EarlierValue) => ({
    on: on.day,
    isMonth: on.isMonth,
    value: Number(value),
    of: of === null ? null : Number(of),
    note,
    ...people.write(entered),
  });
  return indicators.map(({ tool, sheet, row, question, name, measured }) => ({
    tool: toolInFile(tool),
    item: measured.itemId,
    rowId: measured.rowId,
    sheet,
    row,
    question,
    name,
    unit: measured.unit,
    unitWords: measured.unitWords,
    direction: measured.direction,
    target: measured.target === null ? null : Number(measured.target),
    targetOn: measured.targetOn,
    values: measured.values.map((value) => ({
      ...measuredIn(value),
      text: formatMeasured(value),
      source: value.source,
      earlier: value.earlier.map(measuredIn),
    })),
  }));
}

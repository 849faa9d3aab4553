/**
 * What a column holds, in every row: it decides the cells' type and format.
 * - text: a few words; words: as many as people wrote; code: an id or a key
 * - number (whole), decimal (as it was entered), score (shown with one decimal), share (0 to 1, shown in percent)
 * - date: "2026-03-31"; time: "2026-03-31T14:05:00-05:00", local time with its distance from UTC
 */
export type SheetColumnKind = "text" | "words" | "code" | "number" | "decimal" | "score" | "share" | "date" | "time";

export interface SheetColumn {
  /** Stands in the first row; unique within its sheet. */
  readonly label: string;
  readonly kind: SheetColumnKind;
}

/** Null is a blank. Text is text, whatever it begins with: formulas do not exist here. */
export type SheetCell = string | number | null;

/** One table of an export: a sheet in Excel, a file in CSV. */
export interface SheetTable {
  /** Up to 31 characters, unique, and none of []/\:*? */
  readonly name: string;
  /** What one row is. */
  readonly title: string;
  /** One sentence for whoever opens it without having been told. */
  readonly explanation: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A column and how to fill it from one record. */
export interface ColumnOf<Row> extends SheetColumn {
  readonly cell: (row: Row) => SheetCell | undefined;
}

export function column<Row>(label: string, kind: SheetColumnKind, cell: ColumnOf<Row>["cell"]): ColumnOf<Row> {
  return { label, kind, cell };
}

/** A table with one row per record; empty text becomes a blank. */
export function tableOf<Row>(
  about: Pick<SheetTable, "name" | "title" | "explanation">,
  columns: readonly ColumnOf<Row>[],
  records: readonly Row[],
): SheetTable {
  return {
    ...about,
    columns: columns.map(({ label, kind }) => ({ label, kind })),
    rows: records.map((record) => columns.map(({ cell }) => blankless(cell(record)))),
  };
}

function blankless(value: SheetCell | undefined): SheetCell {
  return value === undefined || value === "" ? null : value;
}

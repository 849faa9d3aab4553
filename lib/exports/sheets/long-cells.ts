import type { SheetCell, SheetTable } from "./sheet-model";

/** Excel takes 32,767 characters in a cell and cuts the rest off; a little room is left for marks that a format adds. */
export const CELL_MAX_LENGTH = 32_000;

/** Cuts between characters, never inside one. Joined, the parts are the text. */
function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CELL_MAX_LENGTH, text.length);
    const isInsidePair = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    if (isInsidePair) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function splitCell(cell: SheetCell): SheetCell[] {
  return typeof cell === "string" && cell.length > CELL_MAX_LENGTH ? splitText(cell) : [cell];
}

/** What is too long for one cell goes on in columns of its own: "Before", "Before (2)", "Before (3)". */
export function splitLongCells(table: SheetTable): SheetTable {
  const isLong = (cell: SheetCell | undefined) => typeof cell === "string" && cell.length > CELL_MAX_LENGTH;
  if (!table.rows.some((row) => row.some(isLong))) return table;
  const split = table.rows.map((row) => row.map(splitCell));
  const widths = table.columns.map((_, index) => split.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 1));
  return {
    ...table,
    columns: table.columns.flatMap(({ label, kind }, index) =>
      Array.from({ length: widths[index] ?? 1 }, (_, part) => ({
        label: part === 0 ? label : `${label} (${part + 1})`,
        kind,
      })),
    ),
    rows: split.map((row) =>
      row.flatMap((parts, index) => Array.from({ length: widths[index] ?? 1 }, (_, part) => parts[part] ?? null)),
    ),
  };
}

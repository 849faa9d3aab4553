import type { PrintBlock, PrintCell, PrintChapter, PrintColumn, PrintTable } from "./print-blocks";

/** The name of a row may be this long to stand in the head of its own table. */
const MOST_IN_HEAD = 160;
/** A text this long fills a page when it has a third of its width. */
const LONG_TEXT = 1500;
/** More rows than this are looked through, not read one by one. */
const MOST_RECORDS = 40;
const LONG_SHARES = [1, 3.5] as const;

/** The same chapter with tables of very long texts taken apart, where they would run down narrow columns for pages. */
export function withoutNarrowTexts(chapter: PrintChapter): PrintChapter {
  return {
    ...chapter,
    blocks: chapter.blocks.flatMap((block): readonly PrintBlock[] =>
      block.block === "table" && isNarrow(block) ? toRecords(block, LONG_SHARES) : [block],
    ),
  };
}

function isNarrow({ columns, rows }: PrintTable): boolean {
  const isLong = (cell: PrintCell) => cell.cell === "text" && cell.text.length > LONG_TEXT;
  return columns.length > 2 && rows.length <= MOST_RECORDS && rows.some((row) => row.some(isLong));
}

/** A row becomes a table of its own: what each column is called, and beside it what stood there. */
export function toRecords(
  { caption, columns, rows, rowName }: PrintTable,
  [nameShare, entryShare]: readonly [number, number],
): PrintTable[] {
  const name = rowName ? rowName.charAt(0).toUpperCase() + rowName.slice(1) : "Row";
  return rows.map((row, index): PrintTable => {
    const title = rowName ? null : titleOf(row[0]);
    const head = title === null ? [`${name} ${index + 1} of ${rows.length}`, "Entry"] : [columns[0]?.label ?? "", title];
    const shown = columns.map((column, place) => [nameColumn(column), row[place] ?? { cell: "blank" }] as const);
    return {
      block: "table",
      caption: index === 0 ? caption : "",
      columns: [
        { label: head[0] ?? "", share: nameShare },
        { label: head[1] ?? "", share: entryShare },
      ],
      rows: title === null ? shown : shown.slice(1),
    };
  });
}

function titleOf(cell: PrintCell | undefined): string | null {
  if (cell?.cell !== "text" && cell?.cell !== "tag") return null;
  if (cell.cell === "text" && cell.bullets) return null;
  return cell.text.trim() === "" || cell.text.length > MOST_IN_HEAD ? null : cell.text;
}

function nameColumn({ label, note, example }: PrintColumn): PrintCell {
  return { cell: "text", text: [label, note, example].filter(Boolean).join("\n"), isStrong: true };
}

import type { PrintBlock, PrintCell, PrintChapter, PrintColumn, PrintTable } from "./print-blocks";

/** The name of a row may be this long to stand in the head of its own table. */
const MOST_IN_HEAD = 160;

/** The same chapter for letters of 18 points: wide tables, which would have a word or two per line, are taken apart. */
export function forLargePrint(chapter: PrintChapter): PrintChapter {
  return { ...chapter, blocks: chapter.blocks.flatMap(enlarge) };
}

function enlarge(block: PrintBlock): PrintBlock[] {
  if (block.block === "chart") return [block, CHART_NOTE];
  if (block.block !== "table") return [block];
  const [, ...others] = block.columns;
  if (others.length > 0 && others.every(({ isCentred }) => isCentred)) return asChoices(block);
  if (block.columns.length < 3) return [block];
  return block.rows.length === 1 && !block.rowName ? asLists(block) : asRecords(block);
}

/** A drawing cannot grow beyond the page. */
const CHART_NOTE: PrintBlock = {
  block: "paragraph",
  tone: "note",
  text: "The letters in this drawing are small. The same numbers stand in the tables of this chapter.",
};

/** A statement with columns to mark becomes the statement and its choices. */
function asChoices({ caption, columns, rows }: PrintTable): PrintBlock[] {
  const [statement, ...choices] = columns;
  const lead = statement?.label ?? "";
  // "Our program trains staff to:" says "Our program:" once more.
  const isSaid = lead === "Statement" || caption.startsWith(lead.replace(/:$/, ""));
  const leads = [isSaid ? "" : lead, caption].filter(Boolean);
  return [
    ...leads.map((text): PrintBlock => ({ block: "paragraph", tone: "body", text })),
    ...rows.map(([first, ...marks]): PrintBlock => ({
      block: "options",
      number: "",
      prompt: first?.cell === "text" ? first.text : "",
      bullets: (first?.cell === "text" && first.bullets) || [],
      options: marks.map((mark, index) =>
        mark.cell === "chosen"
          ? { label: mark.text, isChosen: true }
          : { label: nameChoice(choices[index]), isChosen: false },
      ),
      other: "",
    })),
  ];
}

function nameChoice(column: PrintColumn | undefined): string {
  return [column?.label, column?.note].filter(Boolean).join(" ");
}

/** A table of a single row compares nothing: its columns follow each other. */
function asLists({ caption, columns, rows }: PrintTable): PrintBlock[] {
  const [row = []] = rows;
  return [
    ...(caption ? [{ block: "paragraph", tone: "body", text: caption } as const] : []),
    ...row.map((cell, index): PrintBlock => {
      const lead = [columns[index]?.label, columns[index]?.note].filter(Boolean).join(": ");
      if (cell.cell !== "text") return { block: "field", number: "", prompt: lead, answer: "text" in cell ? cell.text : "", room: "line" };
      if (cell.bullets) return { block: "list", lead, isOrdered: false, items: cell.bullets };
      return { block: "paragraph", tone: "body", text: `${lead}: ${cell.text}` };
    }),
  ];
}

/** A row becomes a table of its own: what each column is called, and beside it what stood there. */
function asRecords({ caption, columns, rows, rowName }: PrintTable): PrintBlock[] {
  const name = rowName ? rowName.charAt(0).toUpperCase() + rowName.slice(1) : "Row";
  return rows.map((row, index): PrintTable => {
    const title = rowName ? null : titleOf(row[0]);
    const head = title === null ? [`${name} ${index + 1} of ${rows.length}`, "Entry"] : [columns[0]?.label ?? "", title];
    const shown = columns.map((column, place) => [nameColumn(column), row[place] ?? { cell: "blank" }] as const);
    return {
      block: "table",
      caption: index === 0 ? caption : "",
      columns: [
        { label: head[0] ?? "", share: 1 },
        { label: head[1] ?? "", share: 1.5 },
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

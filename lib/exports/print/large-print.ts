import type { PrintBlock, PrintChapter, PrintColumn, PrintTable } from "./print-blocks";
import { toRecords } from "./table-records";

/** The same chapter for letters of 18 points: wide tables, which would have a word or two per line, are taken apart. */
export function forLargePrint(chapter: PrintChapter): PrintChapter {
  return { ...chapter, blocks: chapter.blocks.flatMap(enlarge) };
}

function enlarge(block: PrintBlock): PrintBlock[] {
  if (block.block !== "table") return [block];
  const [, ...others] = block.columns;
  if (others.length > 0 && others.every(({ isCentred }) => isCentred)) return asChoices(block);
  if (block.columns.length < 3) return [block];
  return block.rows.length === 1 && !block.rowName ? asLists(block) : toRecords(block, LARGE_SHARES);
}

/** Names of columns take nearly as much room as what stands beside them. */
const LARGE_SHARES = [1, 1.5] as const;

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

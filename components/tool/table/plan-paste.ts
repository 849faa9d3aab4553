import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { readTypedDate } from "@/lib/domain/text/dates";
import type { TableColumn } from "@/lib/domain/tool/definition";
import type { Grid } from "./read-grid";

interface PasteTarget {
  readonly grid: Grid;
  /** Of people with the team's as options. */
  readonly columns: readonly Pick<TableColumn, "id" | "kind" | "label" | "options">[];
  /** Rows that the table has. */
  readonly rowCount: number;
  /** The cell that the paste begins at. */
  readonly row: number;
  readonly column: number;
}

export interface PastePlan {
  readonly addedRows: number;
  /** `row` counts on into the added ones. */
  readonly cells: readonly { readonly row: number; readonly columnId: string; readonly value: string }[];
  readonly filledRows: number;
  readonly filledColumns: number;
  /** What found no place. */
  readonly leftRows: number;
  readonly leftColumns: number;
  readonly leftLetters: number;
  /** What stood where a date belongs, and is none. */
  readonly notDates: readonly string[];
  /** What stood where one of a few belongs, and is none of them. */
  readonly notOptions: readonly string[];
  /** What stood where somebody of the team belongs, and is nobody's name. */
  readonly notPeople: readonly string[];
}

/** The option that is meant, by its words in small letters or capitals; null where none is, or two are. */
function findOption(text: string, options: TableColumn["options"] = []): string | null {
  const plain = (words: string) => words.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  const meant = options.filter(({ label }) => plain(label) === plain(text));
  return meant.length === 1 && meant[0] ? meant[0].id : null;
}

/**
 * Which cell gets what. Cells take what is pasted over them, blanks too, but for dates that can't be read, and words that are
 * no option and nobody's name.
 */
export function planPaste({ grid, columns, rowCount, row: firstRow, column: firstColumn }: PasteTarget): PastePlan {
  const rows = grid.slice(0, TABLE_MAX_ROWS - firstRow);
  const width = Math.max(...grid.map((row) => row.length));
  const into = columns.slice(firstColumn, firstColumn + width);
  const notDates: string[] = [];
  const notOptions: string[] = [];
  const notPeople: string[] = [];
  let leftLetters = 0;

  const read = (text: string, { kind, options }: PasteTarget["columns"][number]): string | null => {
    if ((kind === "choice" || kind === "person") && text.trim() !== "") {
      const option = findOption(text, options);
      if (option === null) (kind === "choice" ? notOptions : notPeople).push(text);
      return option;
    }
    if (kind === "choice" || kind === "person") return "";
    if (kind === "date" && text !== "") {
      const typed = readTypedDate(text);
      if ("date" in typed) return typed.date;
      notDates.push(text);
      return null;
    }
    const kept = text.slice(0, ANSWER_MAX_LENGTH).replace(/[\ud800-\udbff]$/, "");
    leftLetters += text.length - kept.length;
    return kept;
  };

  const cells = rows.flatMap((row, down) =>
    into.flatMap((column, right) => {
      const value = right < row.length ? read(row[right] ?? "", column) : null;
      return value === null ? [] : [{ row: firstRow + down, columnId: column.id, value }];
    }),
  );
  return {
    addedRows: Math.max(0, firstRow + rows.length - rowCount),
    cells,
    filledRows: rows.length,
    filledColumns: into.length,
    leftRows: grid.length - rows.length,
    leftColumns: width - into.length,
    leftLetters,
    notDates,
    notOptions,
    notPeople,
  };
}

const count = (many: number, one: string) => `${many.toLocaleString("en-US")} ${many === 1 ? one : one.replace(/y$/, "ie").concat("s")}`;
const examplesOf = (texts: readonly string[]) =>
  [...new Set(texts)].slice(0, 3).map((text) => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`).join(", ");
const wasLeft = (many: number, one: string, last = true) =>
  `${last ? "The last " : ""}${many === 1 && last ? one : count(many, one)} ${many === 1 ? "was" : "were"} left out`;

/** What was filled and what was not, in words. */
export function describePaste(plan: PastePlan): readonly string[] {
  const { filledRows, filledColumns, addedRows, leftRows, leftColumns, leftLetters, notDates, notOptions, notPeople } = plan;
  return [
    `Pasted ${count(filledRows, "row")} and ${count(filledColumns, "column")}.${addedRows > 0 ? ` ${count(addedRows, "row")} ${addedRows === 1 ? "was" : "were"} added.` : ""}`,
    leftColumns > 0 ? `${wasLeft(leftColumns, "column")}: the table has no more columns here.` : "",
    leftRows > 0 ? `${wasLeft(leftRows, "row")}: a table holds ${TABLE_MAX_ROWS} rows.` : "",
    leftLetters > 0 ? `${wasLeft(leftLetters, "character", false)}: a cell holds ${ANSWER_MAX_LENGTH.toLocaleString("en-US")}.` : "",
    notDates.length > 0
      ? `${wasLeft(notDates.length, "date", false)}, because we could not tell which day is meant: ${examplesOf(notDates)}. Use month, day and a year with four digits, such as 3/31/2026.`
      : "",
    notOptions.length > 0 ? `${wasLeft(notOptions.length, "entry", false)}, because the list has no such option: ${examplesOf(notOptions)}.` : "",
    notPeople.length > 0
      ? `${wasLeft(notPeople.length, "name", false)}, because nobody on the team goes by that name: ${examplesOf(notPeople)}.`
      : "",
  ].filter(Boolean);
}

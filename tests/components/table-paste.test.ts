import { describe, expect, test } from "vitest";
import { describePaste, planPaste } from "@/components/tool/table/plan-paste";
import { readGrid } from "@/components/tool/table/read-grid";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";

const read = (text: string) => readGrid({ getData: (format) => (format === "text/plain" ? text : "") });

describe("cells on the clipboard", () => {
  test.each([
    ["cells side by side and below each other", "a\tb\nc\td", [["a", "b"], ["c", "d"]]],
    ["as Excel ends lines, and its last one", "a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]],
    ["quoted ones with line breaks, tabs and quotes", '"a\nb"\t"c\td"\t"say ""hi"""', [["a\nb", "c\td", 'say "hi"']]],
    ["quotes that only begin a cell", '"Narcan" kits\t"open', [['"Narcan" kits', '"open']]],
    ["blank ones between, but no blank rows at the end", "a\t\n\tb\n\t\n", [["a", ""], ["", "b"]]],
    ["with spaces around the words", " a \t b", [["a", "b"]]],
  ])("are read: %s", (_name, text, cells) => {
    expect(read(text)).toEqual(cells);
  });

  test.each(["words", "two\nlines", "", "\t\n\t"])("are none: %j", (text) => {
    expect(read(text)).toBeNull();
  });
});

const COLUMNS = [
  { id: "name", kind: "text", label: "Name" },
  { id: "due", kind: "date", label: "Due" },
] as const;

const plan = (grid: string[][], at: { row?: number; column?: number; rowCount?: number } = {}) =>
  planPaste({ grid, columns: COLUMNS, rowCount: 1, row: 0, column: 0, ...at });

describe("pasting cells over a table", () => {
  test("begins at the cell and adds the rows that are missing", () => {
    const planned = plan([["a", "3/31/2026"], ["b", ""]], { row: 1, rowCount: 2 });
    expect(planned).toMatchObject({ addedRows: 1, leftRows: 0, leftColumns: 0, leftLetters: 0, notDates: [] });
    expect(planned.cells).toEqual([
      { row: 1, columnId: "name", value: "a" },
      { row: 1, columnId: "due", value: "2026-03-31" },
      { row: 2, columnId: "name", value: "b" },
      { row: 2, columnId: "due", value: "" },
    ]);
    expect(describePaste(planned)).toEqual(["Pasted 2 rows and 2 columns. 1 row was added."]);
  });

  test("leaves a date that can't be read as it was, and names it", () => {
    const planned = plan([["a", "soon"], ["b", "03/15/26"]]);
    expect(planned.cells.map(({ columnId }) => columnId)).toEqual(["name", "name"]);
    expect(describePaste(planned)[1]).toContain("2 dates were left out");
    expect(describePaste(planned)[1]).toContain("“soon”, “03/15/26”");
  });

  test("makes words the option or the person they name, and names those that are neither", () => {
    const columns = [
      { id: "status", kind: "choice", label: "Status", options: [{ id: "not-started", label: "Not started" }, { id: "done", label: "Done" }] },
      { id: "owner", kind: "person", label: "Owner", options: [{ id: "@[1]", label: "Avery Brooks" }, { id: "@[2]", label: "Robin" }, { id: "@[3]", label: "robin" }] },
    ] as const;
    const planned = planPaste({ columns, rowCount: 1, row: 0, column: 0, grid: [[" DONE ", "avery  brooks"], ["finished", "Nobody Known"], ["", ""], ["not started", "Robin"]] });
    expect(planned.cells).toEqual([
      { row: 0, columnId: "status", value: "done" },
      { row: 0, columnId: "owner", value: "@[1]" },
      { row: 2, columnId: "status", value: "" },
      { row: 2, columnId: "owner", value: "" },
      { row: 3, columnId: "status", value: "not-started" },
    ]);
    expect(describePaste(planned).slice(1)).toEqual([
      "1 entry was left out, because the list has no such option: “finished”.",
      "2 names were left out, because nobody on the team goes by that name: “Nobody Known”, “Robin”.",
    ]);
  });

  test("says how many columns, rows and characters had no room", () => {
    const planned = plan(
      Array.from({ length: 502 }, (_, row) => [row === 0 ? `${"x".repeat(ANSWER_MAX_LENGTH)}yz` : "a", "", "b", "c"]),
    );
    expect(planned.cells[0]?.value).toHaveLength(ANSWER_MAX_LENGTH);
    expect(describePaste(planned)).toEqual([
      "Pasted 500 rows and 2 columns. 499 rows were added.",
      "The last 2 columns were left out: the table has no more columns here.",
      "The last 2 rows were left out: a table holds 500 rows.",
      "2 characters were left out: a cell holds 20,000.",
    ]);
  });

  test("rows of different lengths touch only the cells they have", () => {
    expect(plan([["a"], ["b", "2026-01-02"]]).cells.map(({ row, columnId }) => `${row} ${columnId}`)).toEqual([
      "0 name",
      "1 name",
      "1 due",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import type { Answers } from "@/lib/domain/answer/answers";
import type { PrintBlock, PrintCell } from "@/lib/exports/print/print-blocks";
import { personOf } from "@/lib/domain/people/person";
import { dayFormatter } from "@/lib/exports/print/print-dates";
import { printTool } from "@/lib/exports/print/print-tool";
import { getTool } from "@/tests/support/tools";
import { blankReport, DANA, MARCUS, namesAsIds, toolReport } from "../samples/export-samples";

const printer = { people: namesAsIds([personOf(DANA), personOf(MARCUS)]), day: dayFormatter("America/New_York") };
const wordsOf = (cell: PrintCell) => ("text" in cell ? cell.text : "");

function textOf(blocks: readonly PrintBlock[]): string {
  return JSON.stringify(blocks);
}

function tablesOf(blocks: readonly PrintBlock[]) {
  return blocks.flatMap((block) =>
    block.block === "table" ? [{ heads: block.columns.map(({ label }) => label), rows: block.rows.map((row) => row.map(wordsOf)) }] : [],
  );
}

const printed = (number: number, answers: Answers) => printTool(toolReport(getTool(number), answers), printer, { isBlankForm: false, blankRows: 4, place: "Planning" }).blocks;

describe("what we add to printed parts", () => {
  test("is in no blank form", () => {
    for (const number of [8, 12, 13]) {
      const text = textOf(printTool(blankReport(getTool(number)), printer, { isBlankForm: true, blankRows: 4, place: "Planning" }).blocks);
      for (const words of ["Added by this workbook", "Due date", "set aside", "More action steps", "Sheet 2"]) expect(text, `Tool ${number}: ${words}`).not.toContain(words);
    }
  });

  test("is printed below the printed lines and marked, where somebody used it, and the printed table stays as it is", () => {
    const before = tablesOf(printed(12, { "t12-sheet-1-step-2-action": "Call the clinic" }));
    const blocks = printed(12, { "t12-sheet-1-step-2-action": "Call the clinic", "t12-sheet-1-step-2-status": { option: "blocked" }, "t12-sheet-1-step-2-due": "2026-12-18" });
    const tables = tablesOf(blocks);
    const added = tables.filter((table) => !before.some((one) => JSON.stringify(one) === JSON.stringify(table)));
    expect(added).toEqual([{ heads: ["No.", "Owner on the team", "Due date", "Status", "If it is blocked, why?"], rows: [["2", "", "December 18, 2026", "Blocked", ""]] }]);
    expect(tables).toHaveLength(before.length + 1);
    expect(textOf(blocks).match(/Added by this workbook/g)).toHaveLength(1);
  });

  test("an added sheet is printed as a whole once something stands in it, one without answers not at all", () => {
    const text = textOf(printed(13, { "t13-2-goal": "Fewer nights without a call back" }));
    expect(text).toContain("Sheet 2");
    expect(text.match(/Data Sharing/g)).toHaveLength(2);
    expect(text).not.toContain("Sheet 3");
  });

  test("further steps and priorities are printed with their rows, or not at all", () => {
    const more = [{ id: "r1", cells: { action: "Lend a car", status: "not-started" } }];
    expect(textOf(printed(12, { "t12-sheet-1-more": more }))).toContain("Lend a car");
    expect(textOf(printed(12, {}))).not.toContain("More action steps");
    expect(textOf(printed(8, { "t8-s3-priorities": [{ id: "r1", cells: { what: "Weekend follow-up", status: "chosen" } }] }))).toContain("Weekend follow-up");
    expect(textOf(printed(8, {}))).not.toContain("Priorities");
  });
});

import { describe, expect, test } from "vitest";
import { getTool } from "@/tests/support/tools";
import { printIndicators } from "@/lib/exports/print/print-indicators";
import { printDocument } from "@/lib/exports/print/print-document";
import { fullExport, namesAsIds, toolReport } from "../samples/export-samples";

const document = fullExport({ content: "plan" });
const printer = { people: namesAsIds(document), day: (at: string) => at };
const evaluation = toolReport(getTool(13), {});

describe("values over time", () => {
  test("stand beneath the table they belong to, after it and before what follows", () => {
    const chapter = printDocument(document).chapters.find(({ title }) => title.includes("Evaluation Template"))!;
    const captions = chapter.blocks.map((block) => (block.block === "table" ? block.caption : block.block === "heading" ? block.text : ""));
    const at = captions.indexOf("Evaluation Questions");
    expect(captions.slice(at, at + 5)).toEqual([
      "Evaluation Questions",
      "Values over time",
      "",
      "Reached in 48 hours (up is better; target 90% by Dec 31, 2026)",
      "People to count on (watched only, no direction is better; this row was removed from the table)",
    ]);
  });

  test("are said to be ours, and give what was counted, its source, who entered it and what it was before", () => {
    const [, note, table, score] = printIndicators(evaluation, document.indicators, printer).get("t13-questions")!;
    expect(note).toEqual({ block: "paragraph", tone: "note", text: "Added by this workbook, not printed in the toolkit." });
    const texts = (block: typeof table) => (block?.block === "table" ? block.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : ""))) : []);
    expect(texts(table)).toEqual([
      ["October 2026", "67%", "16 of 24 calls", "–", "Marcus Oyelaran"],
      ["November 2026", "72%", "18 of 25 calls", "Run sheet\nOne week is missing.\nPut right: it was November 2026, 68%.", "Dana Whitfield"],
    ]);
    expect(texts(score)).toEqual([["September 15, 2026", "3.4 of 5", "–", "Marcus Oyelaran"]]);
  });

  test("are in no blank form, and beside no other tool", () => {
    expect(JSON.stringify(printDocument(fullExport({ content: "forms" })))).not.toContain("Values over time");
    expect(printIndicators(toolReport(getTool(12), {}), document.indicators, printer).size).toBe(0);
  });
});

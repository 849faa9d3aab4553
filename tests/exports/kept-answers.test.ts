import { expect, test } from "vitest";
import type { KeptAnswer } from "@/lib/domain/item/upgrades";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { buildWorkbookFile } from "@/lib/exports/json/workbook-file";
import { workbookFileSchema } from "@/lib/exports/json/workbook-schema";
import { printDocument } from "@/lib/exports/print/print-document";
import { buildSheets } from "@/lib/exports/sheets/sheet-tables";
import { getTool } from "@/tests/support/tools";
import { exportOf, toolReport } from "./samples/export-samples";

// Answers to an earlier version of a tool that have no place in this one (lib/domain/item/upgrades.ts).

const tool = getTool(3);
const KEPT: KeptAnswer = {
  itemId: "t3-gone",
  version: 1,
  question: "What nobody asks any more",
  source: "Tool 3, Section 9",
  answer: { option: "weekly" },
  text: "Weekly",
};
const withKept = exportOf([toolReport(tool, {})], { kept: new Map([[toolKey(tool.ref), [KEPT]]]) });
const without = exportOf([toolReport(tool, {})]);

test("PDF and Word print them after the tool, with what was asked and where", () => {
  const fields = printDocument(withKept).chapters.flatMap(({ blocks }) => blocks);
  expect(fields).toContainEqual(expect.objectContaining({ block: "heading", text: "From an earlier version" }));
  expect(fields).toContainEqual(
    expect.objectContaining({ block: "field", prompt: "What nobody asks any more (Tool 3, Section 9, version 1)", answer: "Weekly" }),
  );
  expect(JSON.stringify(printDocument(without))).not.toContain("From an earlier version");
});

test("Excel and CSV have a row for each, and no sheet without any", () => {
  const sheet = buildSheets(withKept).find(({ name }) => name === "Earlier versions");
  expect(sheet?.rows).toEqual([[3, 1, "t3-gone", "What nobody asks any more", "Tool 3, Section 9", "Weekly"]]);
  expect(buildSheets(without).map(({ name }) => name)).not.toContain("Earlier versions");
});

test("JSON has them with the tool, as data and in words", () => {
  const file = buildWorkbookFile(withKept, "https://workbook.example/schema");
  expect(workbookFileSchema.safeParse(file).success).toBe(true);
  expect(file.tools[0]?.kept).toEqual([
    { item: "t3-gone", version: 1, question: KEPT.question, source: KEPT.source, value: { option: "weekly" }, text: "Weekly" },
  ]);
  expect(buildWorkbookFile(without, "").tools[0]?.kept).toEqual([]);
});

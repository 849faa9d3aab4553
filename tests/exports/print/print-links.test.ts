import { expect, it } from "vitest";
import { printComesFrom } from "@/lib/exports/print/print-links";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { getTool } from "@/tests/support/tools";
import { fullExport } from "../samples/export-samples";

const { links } = fullExport({ ...DEFAULT_EXPORT, content: "toolkit" });

it.each([
  [8, "t8-s3-priorities", ["“Nobody follows up on weekends”: from Tool 9, Component 4, “The program: provides support early”"]],
  [12, "t12-sheet-1", ["From a priority in Tool 8: “Nobody follows up on weekends”. Linked in this workbook, not printed in the toolkit."]],
  [13, "t13-plan", ["From Idea #1 in Tool 12: “9 of 10 by December”. Linked in this workbook, not printed in the toolkit."]],
  [12, "t12-sheet-2", []],
  [8, "t8-s3", []],
  // The same section id in another tool would be no place of this one.
  [9, "t12-sheet-1", []],
] as const)("in Tool %i, %s says where it came from", (number, place, lines) => {
  expect(printComesFrom({ links }, getTool(number), place)).toEqual(lines);
});

it("says that what it came from was removed", () => {
  const gone = links.map((link) => ({ ...link, from: { ...link.from, words: "" } }));
  expect(printComesFrom({ links: gone }, getTool(12), "t12-sheet-1")[0]).toContain("From a priority in Tool 8: something that was removed.");
});

import { expect, it } from "vitest";
import { printDocument } from "@/lib/exports/print/print-document";
import { textsOf, toPlainChapters } from "@/scripts/bench/pdf-peers/plain-document.mjs";
import { fullExport } from "../exports/samples/export-samples";

const document = printDocument(fullExport());
const plain = textsOf(document).join("\n");

/** Every string that is printed as it stands: not drawings and what they say in other words, nor marks and tones. */
function printedTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(printedTexts);
  if (value === null || typeof value !== "object") return [];
  const unprinted = new Set(["block", "cell", "tone", "room", "value", "svg", "alternative", "data", "rowName"]);
  return Object.entries(value).flatMap(([key, entry]) => (unprinted.has(key) ? [] : printedTexts(entry)));
}

it("hands the engines that ours is measured beside every text of the toolkit", () => {
  const { name, about, chapters } = document;
  const texts = printedTexts([name, about, chapters]);
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => !plain.includes(text))).toEqual([]);
});

it("shares the whole width between the columns of each table", () => {
  const tables = toPlainChapters(document).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block] : [])));
  expect(tables.length).toBeGreaterThan(30);
  for (const { columns } of tables) expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

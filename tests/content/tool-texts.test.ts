import { expect, test } from "vitest";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { TOOLS } from "@/tests/support/tools";
import { printedTexts } from "./printed-texts";

const texts = TOOLS.flatMap((tool) =>
  printedTexts(tool).map(({ path, text }) => ({ path: `${tool.ref.toolId}.${path}`, text })),
);

function pathsWhere(isWrong: (text: string) => boolean): string[] {
  return texts.filter(({ text }) => isWrong(text)).map(({ path, text }) => `${path}: ${text}`);
}

test("no text is empty", () => {
  expect(texts.length).toBeGreaterThan(600);
  expect(pathsWhere((text) => text.trim() === "")).toEqual([]);
  expect(
    TOOLS.flatMap(toolItems)
      .filter((item) => item.prompt.trim() === "" || item.source.trim() === "")
      .map((item) => item.id),
  ).toEqual([]);
});

test("no text keeps marks of the printed page: line breaks, doubled or outer spaces, bullets, blanks", () => {
  expect(pathsWhere((text) => /[\n\t\u00a0]| {2}|^ | $|[•»_]/.test(text))).toEqual([]);
});

test("no word is left broken at its hyphen, apart from a shared ending (“short- and long-term”)", () => {
  expect(pathsWhere((text) => /\w- (?!and |or )/.test(text))).toEqual([]);
  expect(pathsWhere((text) => /\w -\w/.test(text))).toEqual([]);
});

test("no text keeps a misprint that the notes correct, or a straight quotation mark", () => {
  expect(pathsWhere((text) => /\bAsses\b|PS- ?COPE\s\)|['"]/.test(text))).toEqual([]);
});

test("every cross-reference names a tool by its exact title", () => {
  const names = TOOLS.map(toolName);
  const references = texts.filter(({ text }) => /\bTool \d/.test(text));
  expect(references.length).toBeGreaterThanOrEqual(4);
  for (const { path, text } of references) {
    for (const [reference] of text.matchAll(/\bTool \d+.*/g)) {
      expect(names.some((name) => reference.startsWith(name)), `${path}: ${reference}`).toBe(true);
    }
  }
});

test("an item's context is printed in its tool", () => {
  for (const tool of TOOLS) {
    const printed = printedTexts(tool)
      .filter(({ path }) => !path.endsWith(".context"))
      .map(({ text }) => text);
    for (const item of toolItems(tool)) {
      if (item.context === undefined) continue;
      const context = item.context;
      expect(printed.some((text) => text.includes(context)), item.id).toBe(true);
    }
  }
});

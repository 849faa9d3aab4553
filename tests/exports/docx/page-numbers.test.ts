import { describe, expect, it, vi } from "vitest";
import { easyToLayOut } from "@/lib/exports/docx/page-numbers.mjs";
import { runDocx } from "@/lib/exports/docx/render-docx";
import { field, printedOf } from "./printed";
import { readDocx } from "./read-docx";

vi.setConfig({ testTimeout: 120_000 });

const LETTERS = 19_000;
const run = (text: string, startsLine = false) => ({ "w:r": [...(startsLine ? [{ "w:br": {} }] : []), { "w:t": [{ _attr: { "xml:space": "preserve" } }, text] }] });
const paragraph = (...runs: object[]) => ({ "w:p": [{ "w:pPr": [{ "w:pStyle": {} }] }, ...runs] });
const body = (...paragraphs: object[]) => ({ "w:body": paragraphs });

/** Every text, in order, a paragraph at a time. */
function textsOf(part: unknown): string[][] {
  const { "w:body": paragraphs = [] } = part as { "w:body"?: { "w:p": { "w:r"?: { "w:t"?: unknown[] }[] }[] }[] };
  return paragraphs.map((one) => one["w:p"].flatMap((inside) => inside["w:r"] ?? []).flatMap((inside) => (inside["w:t"] ?? []).slice(1) as string[]));
}

const longestWord = (text: string) => Math.max(...text.split(/[ \n]/).map((word) => Array.from(word).length));

describe("what pages are estimated from", () => {
  it.each([
    ["letters", "a".repeat(LETTERS)],
    ["dots", ".".repeat(LETTERS)],
    ["letters from right to left", "ש".repeat(LETTERS)],
    ["spaces that do not break", "a\u00a0".repeat(LETTERS / 2)],
    ["emoji joined into one", "👩\u200d".repeat(LETTERS / 2)],
    ["combining marks", `a${"\u0301".repeat(LETTERS)}`],
  ])("has no long word of %s, and all that was typed", (_name, text) => {
    const [[copy = ""] = []] = textsOf(easyToLayOut(body(paragraph(run(text)))));
    expect(longestWord(copy)).toBeLessThanOrEqual(24);
    expect(copy.replaceAll(" ", "")).toBe(text);
  });

  it("has no long word that goes on from one run to the next", () => {
    const runs = Array.from({ length: 500 }, (_, index) => run(index % 2 ? "a" : "ש"));
    const [texts = []] = textsOf(easyToLayOut(body(paragraph(...runs))));
    expect(longestWord(texts.join(""))).toBeLessThanOrEqual(24);
  });

  it("has no paragraph of very many lines, and every line of it", () => {
    const lines = Array.from({ length: 6_000 }, (_, index) => run(`line ${index}`, index > 0));
    const paragraphs = textsOf(easyToLayOut(body(paragraph(...lines))));
    expect(Math.max(...paragraphs.map((texts) => texts.length))).toBeLessThanOrEqual(61);
    expect(paragraphs.flat()).toEqual(lines.map((_, index) => `line ${index}`));
  });

  it("is the document itself where words and paragraphs are as people write them", () => {
    const usual = body(paragraph({ "w:r": [{ "w:tab": {} }] }), { "w:tbl": [{ "w:tr": [] }] });
    expect(easyToLayOut(usual)).toBe(usual);
    expect(easyToLayOut(body(paragraph(run("We met on Tuesday.", true))))).toEqual(body(paragraph(run("We met on Tuesday.", true))));
  });
});

describe("a document with contents", () => {
  it.each([
    ["a word without an end", ".".repeat(LETTERS)],
    ["very many lines", "a\n".repeat(300)],
  ])("is made from %s, word for word, with the pages of its chapters", async (_name, text) => {
    const chapters = ["First", "Second"].map((title) => ({ eyebrow: "Element", title, blocks: [field(text), field(text)] }));
    const { bytes } = await runDocx(printedOf([], { hasContents: true, chapters }));
    const { paragraphs } = await readDocx(bytes);
    expect(paragraphs.filter(({ style }) => style === "Answer").map((answer) => answer.text)).toEqual(Array(4).fill(text));
    const pages = paragraphs.flatMap(({ text: entry }) => /^(First|Second)\s*(\d+)$/.exec(entry.trim())?.slice(1) ?? []);
    expect(pages).toEqual(["First", expect.any(String), "Second", expect.any(String)]);
    expect(Number(pages[3])).toBeGreaterThan(Number(pages[1]));
  });
});

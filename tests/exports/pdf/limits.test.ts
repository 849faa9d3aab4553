import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { cellsWith } from "@/tests/support/table-cells";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, type RenderedPdf, render, toolReport } from "../samples/export-samples";
import { missingLetters, shownOf } from "../fuzz/fuzz";
import { readPdf, squash } from "./read-pdf";
import { readWithPoppler } from "./readers";
import { readByStructure } from "./structure";

/** Words that each occur once, as long as an answer may be. */
function numberedWords(name: string, length = ANSWER_MAX_LENGTH): string {
  const words = Array.from({ length: Math.ceil(length / 8) }, (_, index) => `${name}${String(index).padStart(5, "0")}`);
  return words.join(" ").slice(0, length);
}

function filled(tool: ToolDefinition, answer: (name: string) => string, rows: number): Answers {
  const answers: Record<string, Answer> = {};
  for (const [index, item] of toolItems(tool).entries()) {
    if (item.kind === "text") answers[item.id] = answer(`q${index}x`);
    if (item.kind !== "table") continue;
    answers[item.id] = Array.from({ length: rows }, (_, row) => ({ id: `r${row}`, cells: cellsWith(item.columns, () => answer(`q${index}r${row}x`), "2026-03-31") }));
  }
  return answers;
}

const missing = (text: string, wanted: readonly string[]) => wanted.filter((words) => !text.includes(squash(words)));

describe("answers at their limits", () => {
  it("every field of a tool with 20,000 characters: everything is there, in order, within the limits of an export", async () => {
    const answers = filled(everyKindTool, (name) => numberedWords(name), 1);
    const { bytes, ...report } = await render(exportOf([toolReport(everyKindTool, answers)]));
    expect(report).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    const { text, problems } = await readByStructure(bytes);
    expect(problems).toEqual([]);
    const typed = Object.values(answers).flatMap((answer) => (typeof answer === "string" ? [answer] : []));
    expect(typed.length).toBeGreaterThanOrEqual(4);
    expect(missing(text, typed)).toEqual([]);
  });

  it("500 rows in an open table: every row is there, each on one line of the table, under heads that repeat", async () => {
    const answers = filled(everyKindTool, (name) => `${name} Harbor Clinic`, TABLE_MAX_ROWS);
    const { bytes, pages, refusal } = await render(exportOf([toolReport(everyKindTool, answers)]));
    expect(refusal).toBeNull();
    expect(pages).toBeGreaterThan(10);
    const { text, problems } = await readByStructure(bytes);
    expect(problems).toEqual([]);
    const rows = answers["k-table"] as readonly TableRow[];
    expect(rows).toHaveLength(TABLE_MAX_ROWS);
    expect(missing(text, rows.map(({ cells }) => `${cells.partner}March 31, 2026`))).toEqual([]);
  });
});

describe("text nobody should have to read", () => {
  const long = {
    unbroken: numberedWords("w").replaceAll(" ", "x"),
    marks: `z${"\u0335\u0320".repeat(5_000)}z end of marks`,
    lines: `top${"\n".repeat(3_000)}bottom`,
    signs: "\u0000\u202e\u{13000}".repeat(5_000),
    turned: "\u2067\u202b".repeat(5_000),
    invisible: `a${"\u200b\u200d\u200c\u2060".repeat(4_999)}b`,
    emoji: "👩‍🚒".repeat(4_000),
    right: "نحن نلتقي ".repeat(2_000),
  };
  let rendered: RenderedPdf;
  let text: string;
  beforeAll(async () => {
    const [first, ...others] = Object.values(long);
    const rows = others.map((partner, index) => ({ id: `r${index}`, cells: { partner } }));
    rendered = await render(exportOf([toolReport(everyKindTool, { "k-long": first!, "k-table": rows })]));
    text = (await readPdf(rendered.bytes)).text;
  }, 120_000);

  it("becomes a PDF/UA-1 file that counts what it cannot show", () => {
    expect(rendered.refusal).toBeNull();
    expect(rendered.notShown).toEqual({
      count: 25_000,
      codePoints: ["U+0000", "U+202B", "U+202E", "U+2067", "U+13000"],
      hasMore: false,
    });
    expect(text.split("\ufffd")).toHaveLength(25_000 + 1 + 1);
  });

  it("says so where it says what it is", () => {
    expect(text).toContain(squash("25,000 characters could not be shown (U+0000, U+202B, U+202E, U+2067, U+13000). They are marked \ufffd where they stand; the JSON export has them."));
  });

  it("loses no letter", () => {
    expect(missingLetters(Object.values(long).map(shownOf), [text, readWithPoppler(rendered.bytes)])).toEqual([]);
  });
});

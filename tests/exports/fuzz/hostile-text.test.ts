import { beforeAll, describe, expect, it } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { createDisplayable } from "@/lib/exports/pdf/displayable.mjs";
import { soften } from "@/lib/exports/pdf/soften.mjs";
import { nameOf } from "@/lib/domain/tool/tool-ref";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, render, toolReport } from "../samples/export-samples";
import { readPdf, squash } from "../pdf/read-pdf";

/** Text in a long answer, in a table's cell and in the names on the page. */
async function renderWith(text: string) {
  const report = toolReport(everyKindTool, {
    "k-long": text,
    "k-table": [{ id: "r1", cells: { partner: text } }],
  });
  const rendered = await render(exportOf([report]));
  return { rendered, pdf: await readPdf(rendered.bytes) };
}

const LITERAL = [
  ["Typst markup", '#read("/etc/passwd") $x^2$ *b* _i_ `r` = Head <label> @ref // c /* d */ \\ ~ #include "x" [y] {z}'],
  ["code that would end a string", '"); #panic("x") "\\" \\u{41} ${7*7} {{7*7}} %s %n'],
  ["HTML and SVG", "<script>alert(1)</script> <svg onload=x> &amp; &#65;"],
  ["spreadsheet formulas", "=HYPERLINK(\"x\") +1 -1 @SUM(A1)"],
  ["PDF syntax", "endstream endobj (x) Tj << /JS (app.alert) >> %%EOF"],
  ["a long address", `https://example.org/${"path/".repeat(60)}?q=${"a1b2".repeat(40)}`],
  ["letters of many languages", "Zażółć Škoda ñandú Người dân được Привет Γειά σου"],
  ["Chinese, Korean and Japanese", "我们每周开会 우리는 매주 만납니다 ありがとう"],
  ["emoji", "✅ 👮 🚑"],
] as const;

const LETTERS = [
  ["Arabic", "نحن نلتقي كل أسبوع"],
  ["Hebrew", "אנחנו נפגשים כל שבוע"],
  ["Hindi", "हम हर सप्ताह मिलते हैं"],
  ["Thai", "เราพบกันทุกสัปดาห์"],
] as const;

describe("text somebody typed", () => {
  // One document for all of them: making one takes a process.
  let together: Awaited<ReturnType<typeof renderWith>>;
  beforeAll(async () => {
    together = await renderWith([...LITERAL, ...LETTERS].map(([, text]) => text).join("\n"));
  });

  it.each(LITERAL)("prints %s as it was typed, as PDF/UA-1", (_name, text) => {
    const { rendered, pdf } = together;
    expect(rendered.refusal).toBeNull();
    expect(pdf.text.split(squash(text))).toHaveLength(3);
  });

  // pdf.js ignores the replacement text that carries the logical order, so letters are compared, not words.
  it.each(LETTERS)("shows every letter of %s", (_language, text) => {
    const { rendered, pdf } = together;
    expect(rendered.refusal).toBeNull();
    expect([...new Set(squash(text))].filter((letter) => !pdf.text.includes(letter))).toEqual([]);
    expect(pdf.text).not.toContain("\ufffd");
  });

  it.each([
    ["NUL and other controls", "a\u0000b\u0007c\u009fd", "a\ufffdb\ufffdc\ufffdd"],
    ["a lone surrogate", "a\ud800b", "a\ufffdb"],
    ["characters no font has", "a\u{12000}b\u{e000}c", "a\ufffdb\ufffdc"],
  ])("shows %s as unknown characters and prints the rest", async (_name, text, shown) => {
    const { rendered, pdf } = await renderWith(text);
    expect(rendered.refusal).toBeNull();
    expect(pdf.text.split(shown)).toHaveLength(3);
  });

  it("cannot turn the reading direction around, and shows where it tried", async () => {
    const { rendered, pdf } = await renderWith("invoice\u202egpj.exe\u202c end \ufeffy");
    expect(pdf.text.split("invoice\ufffdgpj.exe\ufffdend\ufffdy")).toHaveLength(3);
    expect(rendered.notShown).toEqual({ count: 6, codePoints: ["U+202C", "U+202E", "U+FEFF"], hasMore: false });
  });

  it("keeps all of 20,000 characters without a space, inside the page", async () => {
    const text = Array.from({ length: 2500 }, (_, index) => `w${String(index).padStart(6, "0")}x`).join("");
    const { rendered, pdf } = await renderWith(text);
    expect(rendered.refusal).toBeNull();
    expect(rendered.pages).toBeGreaterThan(8);
    const words = text.match(/w\d{6}/g) ?? [];
    expect(words.filter((word) => pdf.text.split(word).length !== 3)).toEqual([]);
  });

  it("keeps all of 20,000 characters in words, and line breaks without end", async () => {
    const text = Array.from({ length: 2200 }, (_, index) => `word${index}${index % 9 ? " " : "\n\n"}`).join("");
    const { rendered, pdf } = await renderWith(text);
    expect(rendered.refusal).toBeNull();
    const words = text.trim().split(/\s+/);
    expect(words.filter((word) => !pdf.text.includes(word))).toEqual([]);
  });

  it("may be nothing but invisible characters, or nothing at all where something was expected", async () => {
    const { rendered } = await renderWith("\u200b\u200b");
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    const by = { by: personOf("Dana Whitfield"), at: "2026-11-14T20:00:00Z" };
    const nameless = { tool: nameOf(everyKindTool), itemId: "k-short", item: "", name: "", kind: "", added: by };
    const report = toolReport(everyKindTool, {});
    expect((await render(exportOf([report], { options: { hasEvidence: true }, evidence: [nameless] }))).refusal).toBeNull();
  });

  it("may stand in every name of the document", async () => {
    const hostile = '#panic("x") <b> \u202e\u0000 نحن 👮';
    const report = { ...toolReport(everyKindTool, {}), completed: { by: personOf(hostile), at: "2026-10-02T15:00:00Z" } };
    const rendered = await render(
      exportOf([report], {
        options: { content: "toolkit" },
        about: { agencyName: hostile, teamName: hostile, exportedBy: personOf(hostile) },
      }),
    );
    expect(rendered.refusal).toBeNull();
    expect((await readPdf(rendered.bytes)).title).toContain('#panic("x") <b>');
  });
});

describe("what is done to text before it is set", () => {
  const displayable = createDisplayable("lib/exports/pdf/fonts/coverage.json");

  it("leaves ordinary text alone", () => {
    const text = "Two lines,\nwith “quotes”, café and 42 %.";
    expect(soften(displayable(text).text)).toBe(text);
  });

  it("marks a letter that no font has, once with all its marks", () => {
    expect(displayable("a\u{13000}\u0301\u0323b")).toEqual({ text: "a\ufffdb", replaced: [0x13000] });
  });

  it("keeps a letter and marks, once, the marks that its font has not", () => {
    expect(displayable("a\u{1d165}\u{1d16e}b")).toEqual({ text: "a\ufffdb", replaced: [0x1d165] });
  });

  it("shows as many marks as it counts, beside marks that stand there already", () => {
    expect(displayable("\u06dd\ufffd\u035a\u{13000}\ufffd")).toEqual({ text: "\u06dd\ufffd\u035a\ufffd\ufffd", replaced: [0x13000] });
  });

  it("offers a break every eight characters of a long run, never inside a letter", () => {
    const run = "e\u0323\u0301".repeat(30);
    expect(soften(run).split("\u200b").map((part) => part.length)).toEqual([24, 24, 24, 18]);
    expect(soften("short words stay whole")).toBe("short words stay whole");
  });
});

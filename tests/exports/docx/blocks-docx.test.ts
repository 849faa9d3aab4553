import { describe, expect, it, vi } from "vitest";
import { BLOCKS } from "@/lib/exports/docx/docx-blocks.mjs";
import type { PrintBlock } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";
import { exportOf, toolReport } from "../samples/export-samples";
import { everyKindAnswers, everyKindTool } from "../samples/every-kind-tool";
import { printedOf, renderRead } from "./printed";
import { squash } from "./read-docx";
import { find, findAll } from "./read-xml";

vi.setConfig({ testTimeout: 120_000 });

/** One of each kind; a new kind does not compile until it stands here. */
const EXAMPLES: { [K in PrintBlock["block"]]: Extract<PrintBlock, { block: K }> } = {
  heading: { block: "heading", level: 2, text: "A heading", isOutlined: true },
  paragraph: { block: "paragraph", text: "See https://example.org/a?b=1&c=2.", tone: "body" },
  list: { block: "list", lead: "A lead", isOrdered: true, items: ["First item", "Second item"] },
  step: { block: "step", level: 3, number: "1.", text: "A step", note: "A note" },
  field: { block: "field", number: "a.", prompt: "A prompt", answer: "An answer\nin two lines", room: "box" },
  options: {
    block: "options",
    number: "2.",
    prompt: "A choice",
    bullets: ["A bullet"],
    options: [
      { label: "Weekly", isChosen: false },
      { label: "Other", isChosen: true },
    ],
    other: "Every six weeks",
  },
  table: {
    block: "table",
    caption: "A caption",
    columns: [{ label: "Statement", note: "A note", example: "(e.g., this)" }, { label: "Yes", points: 62, isCentred: true }, { label: "No", points: 62, isCentred: true }, { label: "More" }],
    rows: [
      [{ cell: "text", text: "A statement", bullets: ["A cell's bullet"] }, { cell: "chosen", text: "Yes", tone: "positive" }, { cell: "open" }, { cell: "blank" }],
      [{ cell: "text", text: "Another", isStrong: true }, { cell: "open" }, { cell: "open" }, { cell: "tag", text: "Gap", tone: "negative" }],
      [{ cell: "text", text: "Third" }, { cell: "open" }, { cell: "open" }, { cell: "text", text: "Their words", isAnswer: true }],
    ],
  },
  chart: {
    block: "chart",
    svg: "<svg/>",
    alternative: "Data 4.3 Strength. Safety: not enough ratings.",
    caption: "Scores",
    data: {
      categories: ["Data", "Safety (not enough ratings)"],
      series: [{ name: "Average rating", bars: [{ value: 4.3, label: "4.3 Strength", tone: "positive" }, null] }],
      axis: { minimum: 1, maximum: 5, interval: 1 },
    },
  },
  panel: { block: "panel", title: "Complete · 3 of 3 answered", lines: ["Completed by Dana"] },
  "write-in": { block: "write-in", labels: ["Agency", "Date"] },
  "page-break": { block: "page-break" },
};

const render = (...blocks: PrintBlock[]) => renderRead(printedOf(blocks));

describe("each kind of block in Word", () => {
  it("has a printer", () => {
    expect(Object.keys(BLOCKS).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  it("stands in one document with all the others, well-formed", async () => {
    const { paragraphs } = await render(...Object.values(EXAMPLES), ...Object.values(EXAMPLES));
    expect(paragraphs.filter(({ style }) => style === "Heading2")).toHaveLength(2);
  });

  it("prints text as paragraphs in its style, with real links", async () => {
    const { paragraphs, html } = await render(EXAMPLES.paragraph, EXAMPLES.panel, { block: "paragraph", text: "A lead", tone: "lead" });
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.');
    expect(paragraphs.map(({ style, text }) => [style, text])).toEqual(
      expect.arrayContaining([["PanelTitle", "Complete · 3 of 3 answered"], ["Panel", "Completed by Dana"], ["Lead", "A lead"]]),
    );
  });

  it("prints lists as lists; each ordered one starts from 1", async () => {
    const { paragraphs, html } = await render(EXAMPLES.list, EXAMPLES.list, { ...EXAMPLES.list, isOrdered: false });
    expect(html.match(/<ol>/g)).toHaveLength(2);
    expect(html.match(/<ul>/g)).toHaveLength(1);
    const numbers = paragraphs.filter(({ style }) => style === "ListNumber").map(({ xml }) => find(xml, "w:numId")?.attributes["w:val"]);
    expect(new Set(numbers).size).toBe(2);
  });

  it("keeps an answer's line breaks, and tells it from its prompt by style", async () => {
    const { paragraphs } = await render(EXAMPLES.field);
    expect(paragraphs.find(({ style }) => style === "Prompt")?.text).toBe("a. A prompt");
    expect(paragraphs.find(({ style }) => style === "Answer")?.text).toBe("An answer\nin two lines");
  });

  it("gives a blank answer a box to write in, larger on a form, where it is not called unanswered", async () => {
    const blank = (isBlankForm: boolean) => renderRead(printedOf([{ ...EXAMPLES.field, answer: " " }], { isBlankForm }));
    const heights = await Promise.all([false, true].map(async (isForm) => {
      const { paragraphs, text } = await blank(isForm);
      const box = paragraphs.find(({ style }) => style === "BlankAnswer")!;
      expect(text.includes("Not answered")).toBe(!isForm);
      return findAll(box.xml, "w:br").length;
    }));
    expect(heights[0]).toBeGreaterThan(2);
    expect(heights[1]).toBeGreaterThan(heights[0]!);
  });

  it("prints options as boxes that can be ticked, the chosen one ticked and in bold", async () => {
    const { html, text } = await render(EXAMPLES.options);
    expect(html).toContain('<input type="checkbox" />');
    expect(html).toMatch(/<input type="checkbox" checked="checked" \/>\s*<strong>Other<\/strong>/u);
    expect(text).toContain("Every six weeks");
  });

  it("prints a table with its caption, a head that repeats, ticked and open boxes, and room in blank cells", async () => {
    const { paragraphs, tables: [table] } = await render(EXAMPLES.table);
    expect(paragraphs.find(({ style }) => style === "Caption")?.text).toBe("A caption");
    expect(table!.headerRows).toBe(1);
    expect(table!.rows[0]).toEqual(["Statement\nA note\n(e.g., this)", "Yes", "No", "More"]);
    expect(table!.rows[1]).toEqual(["A statement\nA cell's bullet", " Yes", "", ""]);
    expect(findAll(table!.xml, "w14:checked").map(({ attributes }) => attributes["w14:val"])).toEqual(["1", "0", "0", "0", "0", "0"]);
    expect(findAll(table!.xml, "w:trHeight")).toHaveLength(1);
    expect(find(table!.xml, "w:tblLook")?.attributes["w:firstColumn"]).toMatch(/^(1|true)$/);
  });

  it("draws a chart with its words, and prints only the words where it has no numbers", async () => {
    const { data: _data, ...drawing } = EXAMPLES.chart;
    const { parts, body } = await render(EXAMPLES.chart);
    expect(find(body, "wp:docPr")?.attributes.descr).toBe(EXAMPLES.chart.alternative);
    expect(JSON.stringify(parts.get("word/charts/chart1.xml"))).toContain("4.3 Strength");
    const words = await render(drawing);
    expect(words.text).toContain(EXAMPLES.chart.alternative);
    expect(find(words.body, "w:drawing")).toBeUndefined();
  });

  it("leaves lines after the labels of what is written in by hand", async () => {
    const { paragraphs } = await render(EXAMPLES["write-in"]);
    const lines = paragraphs.filter(({ style }) => style === "WriteIn");
    expect(lines.map(({ text }) => text)).toEqual(["Agency: \t", "Date: \t"]);
    expect(lines.every(({ xml }) => find(xml, "w:tab")?.attributes["w:leader"] === "underscore")).toBe(true);
  });

  it("sets no letter smaller than 18 points in large print", async () => {
    const { parts } = await renderRead(printedOf(Object.values(EXAMPLES), { isLargePrint: true, hasContents: true }));
    const sizes = ["word/styles.xml", "word/document.xml"].flatMap((path) =>
      findAll(parts.get(path)!, "w:style")
        .filter((style) => !/^(TableEnd|Footnote|Endnote)/.test(style.attributes["w:styleId"] ?? ""))
        .concat(path === "word/document.xml" ? [parts.get(path)!] : [])
        .flatMap((part) => findAll(part, "w:sz").map(({ attributes }) => Number(attributes["w:val"]))),
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36);
  });
});

it("every kind of item and node of a tool arrives in Word with its answer", async () => {
  const { text } = await renderRead(printDocument(exportOf([toolReport(everyKindTool, everyKindAnswers)])));
  for (const words of [
    "Answer to the short prompt",
    "First line of the long answer\nsecond line of it",
    "March 31, 2026",
    "Every six weeks",
    "Harbor Clinic",
    "April 1, 2026",
    "Recovery House",
    "Comment about safety",
    "May 2, 2026",
    "collects data",
  ]) {
    expect(squash(text)).toContain(squash(words));
  }
});

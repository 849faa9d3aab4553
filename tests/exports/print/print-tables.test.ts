import { describe, expect, it } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { getTool, keyOf } from "@/tests/support/tools";
import { forLargePrint } from "@/lib/exports/print/large-print";
import type { PrintBlock, PrintTable } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";
import { withoutNarrowTexts } from "@/lib/exports/print/table-records";
import { blankReport, exampleAnswers, exportOf, fullExport, toolReport } from "../samples/export-samples";
import { textsOf } from "../pdf/structure";

const chapterOf = (...blocks: PrintBlock[]) => ({ eyebrow: "", title: "", blocks });
const text = (words: string) => ({ cell: "text", text: words }) as const;

const partners = (words: string, rows = 2): PrintTable => ({
  block: "table",
  caption: "Partners",
  rowName: "partner",
  columns: [{ label: "Name", note: "Who?" }, { label: "Role" }, { label: "Contact" }],
  rows: Array.from({ length: rows }, (_, index) => [text(`Clinic ${index + 1}`), text(words), { cell: "blank" }]),
});

describe("a table of very long texts", () => {
  it("becomes a table for each row, which its repeated head names", () => {
    const { blocks } = withoutNarrowTexts(chapterOf(partners("word ".repeat(400))));
    expect(blocks).toMatchObject([
      { caption: "Partners", columns: [{ label: "Partner 1 of 2" }, { label: "Entry" }], rows: { length: 3 } },
      { caption: "", columns: [{ label: "Partner 2 of 2" }, { label: "Entry" }], rows: { length: 3 } },
    ]);
  });

  it("is named by its printed row where it has one", () => {
    const { rowName: _rowName, ...grid } = partners("word ".repeat(400));
    const { blocks } = withoutNarrowTexts(chapterOf(grid));
    expect(blocks[0]).toMatchObject({ columns: [{ label: "Name" }, { label: "Clinic 1" }], rows: { length: 2 } });
  });

  it("stays one table when it has short texts, few columns or very many rows", () => {
    const long = "word ".repeat(400);
    const { columns, rows, ...rest } = partners(long);
    const narrow = { ...rest, columns: columns.slice(0, 2), rows: rows.map((row) => row.slice(0, 2)) };
    for (const table of [partners("short"), partners(long, 41), narrow]) {
      expect(withoutNarrowTexts(chapterOf(table)).blocks).toEqual([table]);
    }
  });
});

describe("large print", () => {
  it("has no table of more than two columns, and every word and mark of the usual print", () => {
    for (const number of [1, 2, 5, 7, 8, 9, 13] as const) {
      const tool = toolReport(getTool(number), exampleAnswers(getTool(number)));
      const [usual] = printDocument(exportOf([tool])).chapters;
      const large = forLargePrint(usual!);
      const widths = large.blocks.flatMap((block) => (block.block === "table" ? [block.columns.length] : []));
      expect(Math.max(0, ...widths)).toBeLessThanOrEqual(2);
      const all = textsOf(large).join("\n");
      expect(textsOf(usual).filter((words) => !all.includes(words) && words !== "Statement")).toEqual([]);
    }
  });

  it("turns statements with columns to mark into statements with choices", () => {
    const [large] = printDocument(exportOf([toolReport(getTool(9), { "i1-1": 4 })], { options: { isLargePrint: true } })).chapters;
    const choices = large!.blocks.flatMap((block) => (block.block === "options" ? [block.options] : []));
    expect(choices).toHaveLength(42);
    expect(choices[1]).toMatchObject([{ label: "1 Strongly Disagree", isChosen: false }, {}, {}, {}, {}, { label: "D/K" }]);
  });

  it("has charts whose letters have 18 points over the width of the page, each on one page", () => {
    const TEXT_WIDTH = 490;
    const TEXT_HEIGHT = 600;
    const { chapters } = printDocument(fullExport({ content: "readiness", isLargePrint: true }));
    const charts = chapters.flatMap(({ blocks }) => blocks).filter((block) => block.block === "chart");
    // Three areas a drawing, and the checklists.
    expect(charts).toHaveLength(5);
    for (const { svg } of charts) {
      const [, width, height] = /width="(\d+)" height="([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
      const sizes = [...svg.matchAll(/font-size="([\d.]+)/g)].map(([, size]) => Number(size));
      expect(sizes.length).toBeGreaterThan(5);
      expect((Math.min(...sizes) * TEXT_WIDTH) / width).toBeGreaterThanOrEqual(18);
      expect((height * TEXT_WIDTH) / width).toBeLessThan(TEXT_HEIGHT);
    }
  });
});

describe("a blank form", () => {
  const form = (number: 7 | 8) => printDocument(exportOf([blankReport(getTool(number))], { options: { content: "forms" } }));

  it("has lines for agency, team, date and who filled it in, where there is something to fill in", () => {
    expect(form(8).chapters[0]?.blocks[0]).toEqual({ block: "write-in", labels: ["Agency", "Team", "Date", "Completed by"] });
    expect(form(7).chapters[0]?.blocks[0]).toMatchObject({ block: "heading" });
  });

  it("has more rows in open tables than other prints, and a line for an answer of one's own", () => {
    const rows = (document: typeof usual) =>
      document.chapters[0]?.blocks.flatMap((block) => (block.block === "table" && block.rowName ? [block.rows.length] : []));
    const usual = printDocument(exportOf([blankReport(getTool(8))]));
    expect(new Set(rows(usual))).toEqual(new Set([4]));
    expect(new Set(rows(form(8)))).toEqual(new Set([8]));
    expect(JSON.stringify(form(8))).toContain("If other, please write what");
    expect(JSON.stringify(usual)).not.toContain("If other");
  });

  it("shows no standing, no comments, no history and no files, whatever it is given", () => {
    const tool = getTool(4);
    const document = printDocument(
      exportOf([toolReport(tool, {})], {
        options: { content: "forms", hasComments: true, hasHistory: true, hasEvidence: true },
        history: new Map([[keyOf(4), [{ kind: "status", status: "completed", by: personOf("Dana"), at: "2026-11-15T15:00:00Z" }]]]),
      }),
    );
    const printed = JSON.stringify(document);
    for (const words of ["History", "Comments", "Supporting files", "In progress", "Completeness"]) {
      expect(printed).not.toContain(`"${words}`);
    }
  });
});

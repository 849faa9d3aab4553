import { describe, expect, it } from "vitest";
import type { ExportContent, ExportOptions } from "@/lib/exports/document/export-options";
import { printDocument } from "@/lib/exports/print/print-document";
import { fullExport, renderPrinted } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";
import { readWithPoppler } from "./readers";
import { structureProblems } from "./structure";

const CONTENTS: readonly (readonly [ExportContent, Partial<ExportOptions>, string])[] = [
  ["toolkit", {}, "PS-COPE Toolkit"],
  ["tools", { tools: ["4", "8"] }, "Tools 4 and 8"],
  ["tools", { tools: ["8"] }, "Tool 8: Integration Worksheet"],
  ["readiness", {}, "Readiness and gap report"],
  ["plan", {}, "Operational plan and evaluation"],
  ["forms", {}, "Blank forms"],
];

const SIZES = [
  ["normal", false],
  ["large", true],
] as const;

const CASES = CONTENTS.flatMap(([content, options, name]) =>
  SIZES.map(([size, isLargePrint]) => [name, size, { content, isLargePrint, ...options }, name] as const),
);

/** Lists, and what follows the answers of tools 4, 8 and 12 in the sample. */
const BESIDE = ["Supporting files", "Comments", "History"];

describe.each(CASES)("the PDF of %s in %s print, with everything that can be added", (_name, _size, options, name) => {
  it("is PDF/UA-1 in order, says what it is, and holds what was asked for", async () => {
    const sample = fullExport({ hasComments: true, hasHistory: true, hasEvidence: true, names: "roles", ...options });
    const document = printDocument(sample);
    const rendered = await renderPrinted(document);
    expect(rendered.refusal).toBeNull();
    expect(rendered.claimsPdfUa).toBe(true);
    expect(await structureProblems(rendered.bytes, document)).toEqual([]);

    const pdf = await readPdf(rendered.bytes);
    expect(pdf.title).toBe(`${name} – Harbor Point Police Department, North District Team`);
    expect(pdf.language).toMatch(/^en/);

    const head = [
      "Harbor Point Police Department",
      "North District Team",
      "November 22, 2026, 4:05 PM Eastern Time (America/New_York)",
      "Dana Whitfield",
      "Toolkit version 1",
      "National Council for Mental Wellbeing",
    ];
    const [firstChapter] = document.chapters;
    const before = pdf.text.slice(0, pdf.text.lastIndexOf(squash(firstChapter!.eyebrow + firstChapter!.title)));
    expect(head.filter((words) => !before.includes(squash(words)))).toEqual([]);
    expect(before.includes(squash("Names typed into answers were not changed."))).toBe(options.content !== "forms");

    const hasTools = options.content !== "readiness" && options.content !== "forms";
    expect(BESIDE.filter((title) => pdf.bookmarks.includes(title))).toEqual(hasTools ? BESIDE : []);
    if (options.content === "forms") expect(pdf.text).not.toMatch(/Notanswered|Inprogress·|Lastchange/);
  });
});

describe("a blank form in large print", () => {
  const WRITE_IN = /^(Agency|Team|Date|Completed by)$/gm;

  it.each(["2", "4"])("of Tool %s keeps the lines for who filled it in, and when, on one page", async (tool) => {
    const { bytes } = await renderPrinted(printDocument(fullExport({ content: "forms", tools: [tool], isLargePrint: true })));
    const pages = readWithPoppler(bytes).split("\f").map((page): readonly string[] => page.match(WRITE_IN) ?? []);
    // The form's head has a date too.
    expect(pages.find((labels) => labels.includes("Completed by"))?.slice(-4)).toEqual(["Agency", "Team", "Date", "Completed by"]);
  });
});

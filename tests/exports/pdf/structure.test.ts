import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { printDocument } from "@/lib/exports/print/print-document";
import { everyKindAnswers, everyKindTool } from "../samples/every-kind-tool";
import { exportOf, fullExport, render, renderPrinted, toolReport } from "../samples/export-samples";
import { structureProblems } from "./structure";

const VARIANTS: readonly (readonly [string, Partial<ExportOptions>])[] = [
  ["the whole toolkit", {}],
  ["the whole toolkit with comments and history", { hasComments: true, hasHistory: true }],
  ["the whole toolkit in large print, with roles", { isLargePrint: true, names: "roles" }],
  ["some tools", { content: "tools", tools: ["2", "9", "12"] }],
  ["the readiness report alone", { content: "readiness" }],
  ["the plan alone", { content: "plan" }],
  ["blank forms", { content: "forms" }],
  ["a blank form in large print", { content: "forms", tools: ["4"], isLargePrint: true }],
];

describe("the structure of a PDF", () => {
  it.each(VARIANTS)("of %s is in order", async (_name, options) => {
    const document = printDocument(fullExport(options));
    const { bytes } = await renderPrinted(document);
    expect(await structureProblems(bytes, document)).toEqual([]);
  });

  it.each([
    ["blank", {}],
    ["full", everyKindAnswers],
  ])("of a tool with every kind of item, %s, is in order", async (_state, answers) => {
    const document = printDocument(exportOf([toolReport(everyKindTool, answers)]));
    const { bytes } = await renderPrinted(document);
    expect(await structureProblems(bytes, document)).toEqual([]);
  });
});

/** The same file with every object in plain text, so that a test can break one. */
function inPlainText(bytes: Uint8Array): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), "workbook-qdf-"));
  try {
    const [from, to] = [path.join(folder, "from.pdf"), path.join(folder, "to.pdf")];
    writeFileSync(from, bytes);
    spawnSync("qpdf", ["--qdf", "--object-streams=disable", from, to]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the check of the structure", () => {
  const document = printDocument(fullExport({ content: "tools", tools: ["1", "2", "13"], hasComments: true }));
  const readiness = printDocument(fullExport({ content: "readiness" }));
  let plain: string;
  let withCharts: string;
  beforeAll(async () => {
    plain = inPlainText((await renderPrinted(document)).bytes).toString("latin1");
    withCharts = inPlainText((await renderPrinted(readiness)).bytes).toString("latin1");
  });

  /** Replaces the first match by as many bytes, so that every object stays where the file says it is. */
  function broken(file: string, pattern: RegExp, by: (match: string) => string): Buffer {
    const [match = ""] = pattern.exec(file) ?? [];
    expect(match).not.toBe("");
    expect(by(match)).toHaveLength(match.length);
    return Buffer.from(file.replace(pattern, () => by(match)), "latin1");
  }

  it("finds nothing in the file as it was made", async () => {
    expect(await structureProblems(Buffer.from(plain, "latin1"), document)).toEqual([]);
  });

  it.each([
    ["a missing language", /\/Lang \(/, "/Lanx (", "no language"],
    ["a document that is not marked", /\/Marked true/, "/Marxed true", "not marked"],
    ["a title that is not shown", /\/DisplayDocTitle true/, "/DisplayDocTitlx true", "title is not shown"],
    ["a missing title", /\/Title (?=<)/, "/Titlx ", "no title"],
    ["a file without the claim", /pdfuaid:part/, "pdfuaid:parx", "claim"],
    ["a heading that skips a level", /\/S \/H2/, "/S /H3", "skips to H3"],
    ["a table without header cells", /\/S \/TH\b(?!ead)/, "/S /TD", "no header cells"],
    ["a header cell without a scope", /\/Scope \/Column/, "/Scopx /Column", "without a scope"],
    ["a row with a stranger in it", /\/S \/TD/, "/S /Em", "Span in a row"],
    ["a list item without a body", /\/S \/LBody/, "/S /Partx", "no body"],
    ["content that nobody marked", /\/Artifact /g, "/Artifacx ", "neither marked nor artefacts"],
    ["content that the structure does not have", /\/MCID 1\b/, "/MCID 0", "share a number"],
    ["a link without a description", /\/Contents (?=[<(])/, "/Contentx ", "no description"],
  ])("finds %s", async (_name, pattern, by, problem) => {
    const file = broken(plain, pattern, () => by);
    expect((await structureProblems(file)).join("\n")).toContain(problem);
  });

  it("finds a drawing without words", async () => {
    const file = broken(withCharts, /\/Alt [(<]/, (match) => match.replace("Alt", "Alx"));
    expect((await structureProblems(file)).join("\n")).toContain("no alternative text");
  });

  it("finds what qpdf complains of", async () => {
    const file = broken(plain, /startxref\n\d+/, (match) => match.replace(/\d/g, "1"));
    expect((await structureProblems(file)).join("\n")).toContain("qpdf: ");
  });

  it("finds text in another order, or other text, than the document's", async () => {
    const [first, ...others] = document.chapters;
    const reordered = { ...document, chapters: [...others, first!] };
    const problems = await structureProblems(Buffer.from(plain, "latin1"), reordered);
    expect(problems.join("\n")).toMatch(/instead of “/);
    expect(problems.join("\n")).toMatch(/bookmarks are/);
  });

  it("finds answers that are missing", async () => {
    const { bytes } = await render(exportOf([toolReport(everyKindTool, {})]));
    const full = printDocument(exportOf([toolReport(everyKindTool, everyKindAnswers)]));
    expect((await structureProblems(bytes, full)).join("\n")).toMatch(/instead of “/);
  });
});

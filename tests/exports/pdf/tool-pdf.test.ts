import { describe, expect, it } from "vitest";
import type { ReferenceBlock, ToolDefinition } from "@/lib/domain/tool/definition";
import { TOOLS } from "@/tests/support/tools";
import { sectionItemReports } from "@/lib/domain/report/report";
import type { ItemReport, ToolReport } from "@/lib/domain/report/report-model";
import { everyKindAnswers, everyKindTool } from "../samples/every-kind-tool";
import { exampleAnswers, exportOf, render, toolReport } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

const NOT_PRINTED = new Set(["id", "kind", "source", "length", "rowName", "element", "otherOptionId", "anchor", "offers", "onlyFor"]);

/** Every text of a plain-data value, whatever its shape, but for what we add: that is printed where somebody used it. */
function printedTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(printedTexts);
  if (value === null || typeof value !== "object" || "extension" in value) return [];
  const printed = Object.entries(value).filter(([key]) => !NOT_PRINTED.has(key));
  return printed.flatMap(([, entry]) => printedTexts(entry));
}

/** The answer as it stands on the page; cells of a table one by one. */
function printedAnswers(item: ItemReport): readonly string[] {
  if (item.kind === "table") return item.rows.flat();
  if (item.kind === "choice") return [item.options.find((option) => option.isChosen)?.label ?? "", item.other];
  return [item.answer];
}

function introduction(tool: ToolDefinition): readonly (ReferenceBlock | string)[] {
  return [...tool.purpose, tool.completion, ...tool.directions];
}

function missing(text: string, wanted: readonly string[]): string[] {
  return wanted.filter((words) => !text.includes(squash(words)));
}

function itemsOf(report: ToolReport): ItemReport[] {
  return report.sections.flatMap(sectionItemReports);
}

/** Printed texts of sections; the grid's cells have prompts made from row and column, which are printed apart. */
function sectionTexts(tool: ToolDefinition): string[] {
  const printed = tool.sections.filter((section) => !section.extension);
  return printed.flatMap((section) => [section.title ?? "", ...printedTexts(section.nodes)]);
}

const CASES = [...TOOLS, everyKindTool].map((tool) => [tool.title, tool] as const);

describe.each(CASES)("the PDF of %s", (_title, tool) => {
  it("prints everything the tool prints when blank, as PDF/UA-1", async () => {
    const rendered = await render(exportOf([toolReport(tool, {})]));
    expect(rendered.refusal).toBeNull();
    expect(rendered.claimsPdfUa).toBe(true);

    const { text } = await readPdf(rendered.bytes);
    expect(missing(text, [tool.title, ...printedTexts(introduction(tool)), ...sectionTexts(tool)])).toEqual([]);
    expect(text).not.toContain("✓");
  });

  it("prints every answer when full, as PDF/UA-1", async () => {
    const report = toolReport(tool, tool === everyKindTool ? everyKindAnswers : exampleAnswers(tool));
    const rendered = await render(exportOf([report]));
    expect(rendered.refusal).toBeNull();

    const { text } = await readPdf(rendered.bytes);
    expect(missing(text, itemsOf(report).flatMap(printedAnswers))).toEqual([]);
    expect(text).not.toContain("Notanswered");
  });
});

describe("a choice in the PDF", () => {
  it("is marked by a sign and its words, not by colour alone", async () => {
    const { bytes } = await render(exportOf([toolReport(everyKindTool, everyKindAnswers)]));
    const { text } = await readPdf(bytes);
    const chosen = ["✓Other", "1.Listensattentively✓Yes", "✓InProgress3.Asksopenquestions✓No", "collectsdata✓4Agree"];
    expect(missing(text, chosen)).toEqual([]);
    expect(text).toContain("sharesdata✓D/K:wedonotknowyet");
  });

  it("leaves out a sheet of our own until somebody uses it", async () => {
    const blank = await readPdf((await render(exportOf([toolReport(everyKindTool, {})]))).bytes);
    const used = toolReport(everyKindTool, { "k-idea": "A fourth idea after all" });
    const filled = await readPdf((await render(exportOf([used]))).bytes);
    expect(blank.text).not.toContain("Anextraidea");
    expect(filled.text).toContain("AnextraideaAfourthideaafterall");
  });
});

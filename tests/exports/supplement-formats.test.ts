import { describe, expect, test } from "vitest";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import type { ChoiceValue } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { toolItems } from "@/lib/domain/tool/items";
import type { ExportFormat } from "@/lib/exports/document/export-options";
import { renderExport } from "@/lib/exports/processes/render-export";
import { printAbout } from "@/lib/exports/print/print-about";
import { getTool } from "@/tests/support/tools";
import { readDocx, squash as squashDocx, tickedIn } from "./docx/read-docx";
import { readPdf, squash } from "./pdf/read-pdf";
import { blankReport, DANA, exampleAnswers, exportOf, toolReport } from "./samples/export-samples";
import { readCsvZip, type ReadSheets, readXlsx } from "./sheets/read-sheets";

process.env.DATABASE_RUNTIME_URL ??= "postgres://unused.example/unused";
process.env.DATABASE_AUTH_URL ??= "postgres://unused.example/unused";
process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
process.env.APP_URL ??= "https://workbook.example";

function answersIn(sheets: ReadSheets): Map<string, string> {
  const [, rows] = [...sheets].find(([name]) => /^answers/i.test(name)) ?? [];
  return new Map((rows ?? []).map((row) => [String(row["Item id"]), String(row.Answer ?? "")]));
}

describe.each(peerSupport.tools)("$label with every answer given", (tool) => {
  const answers = exampleAnswers(tool);
  const records = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, by: personOf(DANA), at: "2026-11-14T20:00:00Z" }]));
  const render = async (format: ExportFormat) => (await renderExport(exportOf([toolReport(tool, answers)], { records, options: { format } }))).bytes;
  const expected = toolItems(tool).map((item) => ({ item, words: formatAnswer(item, answers[item.id] ?? null) }));
  const written = expected.filter(({ item }) => item.kind === "text");

  test("is in the PDF, with the printed words and whose they are", async () => {
    const { text } = await readPdf(await render("pdf"));
    expect(written.filter(({ words }) => !text.includes(squash(words))).map(({ item }) => item.id)).toEqual([]);
    // Words given with "Other" stand beside it.
    const chosen = expected.flatMap(({ item }) => (item.kind === "choice" ? [formatAnswer(item, { option: (answers[item.id] as ChoiceValue).option })] : []));
    expect(chosen.filter((label) => !text.includes(squash(`✓ ${label}`)))).toEqual([]);
    expect(text).toContain(squash("The guide itself prints no forms."));
  });

  test("is in the Word file: words, and what was chosen as ticked boxes, as many as there are", async () => {
    const { text, html } = await readDocx(await render("docx"));
    const squashed = squashDocx(text);
    const marked = expected.flatMap(({ item }) => {
      if (item.kind === "choice") return [formatAnswer(item, { option: (answers[item.id] as ChoiceValue).option })];
      return item.kind === "status" ? [formatAnswer(item, answers[item.id] ?? null)] : [];
    });
    expect(tickedIn(html).toSorted()).toEqual(marked.map(squashDocx).toSorted());
    expect(written.filter(({ words }) => !squashed.includes(squashDocx(words))).map(({ item }) => item.id)).toEqual([]);
  });

  test("is in the Excel and CSV sheets of answers, row by row, and in the JSON file", async () => {
    const [xlsx, csv] = [answersIn(await readXlsx(await render("xlsx"))), answersIn(readCsvZip(await render("csv")))];
    const json = JSON.parse((await render("json")).toString()) as { tools: { answers: Record<string, { text: string }> }[] };
    for (const { item, words } of expected) {
      expect([item.id, xlsx.get(item.id), csv.get(item.id), json.tools[0]?.answers[item.id]?.text]).toEqual([item.id, words, words, words]);
    }
  });
});

test("a blank form of the settings worksheet has every part; a team's own leaves out the settings that are not theirs", async () => {
  const [, settings] = peerSupport.tools;
  const pdfOf = async (report: ReturnType<typeof blankReport>, content: "forms" | "tools") =>
    (await readPdf((await renderExport(exportOf([report], { options: { content } }))).bytes)).text;
  const heading = (setting: string) => squash(`${setting}: what we do now, and what we want to do`);
  const blank = await pdfOf(blankReport(settings!), "forms");
  expect(blank).toContain(heading("Jails and Prisons"));
  const own = await pdfOf(toolReport(settings!, { "p2-reentry": { option: "work" } }), "tools");
  expect(own).toContain(heading("Re-entry and Community Corrections"));
  expect(own).not.toContain(heading("Jails and Prisons"));
  const parts = await pdfOf(toolReport(settings!, { "p2-jails": { option: "not-us" }, "p2-reentry": { option: "work" } }), "tools");
  // Three settings have no answer; the one that is not theirs is not among them.
  expect(parts.split(squash("Not said yet: nobody has answered above"))).toHaveLength(4);
});

test("a download names every document its words are from", () => {
  const attributionOf = (tools: Parameters<typeof exportOf>[0]) => printAbout(exportOf(tools)).attribution;
  const [worksheet] = peerSupport.tools;
  expect(attributionOf([blankReport(getTool(9))])).toMatch(/^Completed with the PS-COPE toolkit, National Council for Mental Wellbeing\. /);
  expect(attributionOf([blankReport(getTool(9)), blankReport(worksheet!)])).toContain("; and the peer-based overdose prevention guide, ");
});

import { ADDABLE_TOOLKITS } from "@/content/toolkits";
import { exportHref } from "@/lib/exports/document/export-options";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { readDocx, squash as squashDocx, tickedIn } from "@/tests/exports/docx/read-docx";
import { readPdf } from "@/tests/exports/pdf/read-pdf";
import { readCsvZip, type ReadSheets, readXlsx } from "@/tests/exports/sheets/read-sheets";
import { addToolkits } from "@/tests/support/e2e-database";
import { expectItemShown, fillItem } from "./support/fill-tool";
import { countParts, printedParts } from "./support/printed-parts";
import { expect, test } from "./support/test";
import { expectSaved } from "./support/tool-page";

/** The answers in words, by item id, as the sheet of answers has them. */
function answersIn(sheets: ReadSheets): Map<string, string> {
  const [, rows] = [...sheets].find(([name]) => /answers/i.test(name)) ?? [];
  return new Map((rows ?? []).map((row) => [String(row["Item id"]), String(row.Answer ?? "")]));
}

for (const tool of ADDABLE_TOOLKITS.flatMap(({ tools }) => tools)) {
  test(`${toolName(tool)}: every answer given on screen is there after a reload and in PDF, Word, Excel, CSV and JSON`, async ({ app, leadPage: page, team }) => {
    test.slow();
    await addToolkits(app, team);
    const examples = toolItems(tool).map((item) => [item, exampleAnswer(item)] as const);

    await page.goto(`/teams/${team.teamId}/tools/${tool.slug}?section=all`);
    await expectSaved(page);
    for (const [item, answer] of examples) await fillItem(page, item, answer);
    await expectSaved(page);
    await page.reload();
    for (const [item, answer] of examples) await expectItemShown(page, item, answer);
    await expect(page.getByText(`${examples.length} of ${examples.length} answered`)).toBeVisible();

    const download = async (format: "pdf" | "docx" | "xlsx" | "csv" | "json") => {
      const response = await page.request.get(exportHref(team.teamId, { content: "tools", tools: [tool.slug], format }));
      expect(response.status(), format).toBe(200);
      return response.body();
    };
    const { text } = await readPdf(await download("pdf"));
    for (const [part, count] of countParts(examples.flatMap(([item, answer]) => printedParts(item, answer)))) {
      expect(text.split(part).length - 1, part).toBeGreaterThanOrEqual(count);
    }
    const docx = await readDocx(await download("docx"));
    const words = squashDocx(docx.text);
    const marked = examples.flatMap(([item, answer]) => printedParts(item, answer).filter((part) => part.startsWith("✓ ")));
    expect(tickedIn(docx.html).toSorted()).toEqual(marked.map((part) => squashDocx(part.slice(2))).toSorted());
    const [xlsx, csv] = [answersIn(await readXlsx(await download("xlsx"))), answersIn(readCsvZip(await download("csv")))];
    const json = JSON.parse((await download("json")).toString()) as { tools: { tool: { toolkit: string }; answers: Record<string, { text: string }> }[] };
    for (const [item, answer] of examples) {
      const formatted = formatAnswer(item, answer);
      if (item.kind === "text") expect(words, item.id).toContain(squashDocx(formatted));
      expect(xlsx.get(item.id), item.id).toBe(formatted);
      expect(csv.get(item.id), item.id).toBe(formatted);
      expect(json.tools[0]?.answers[item.id]?.text, item.id).toBe(formatted);
    }
  });
}

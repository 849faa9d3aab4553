import { TOOLS } from "@/tests/support/tools";
import { exportHref } from "@/lib/exports/document/export-options";
import type { Answer } from "@/lib/domain/answer/answers";
import type { Item } from "@/lib/domain/tool/definition";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { expectItemShown, fillItem } from "./support/fill-tool";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

/** What the PDF must hold of an answer: the words themselves, or the mark at the chosen one. */
function printedParts(item: Item, answer: Answer): string[] {
  if (item.kind === "table") {
    return (answer as Extract<Answer, readonly unknown[]>).flatMap((row) =>
      item.columns.map((column) =>
        column.kind === "date"
          ? formatAnswer({ ...item, kind: "date" }, row.cells[column.id] ?? "")
          : (row.cells[column.id] ?? ""),
      ),
    );
  }
  if (item.kind === "choice") {
    const { option, other } = answer as { option: string; other?: string };
    return [`✓ ${formatAnswer(item, { option })}`, ...(other ? [other] : [])];
  }
  const words = formatAnswer(item, answer);
  return [item.kind === "status" || item.kind === "rating" ? `✓ ${words}` : words];
}

/** How often each part has to be there: forty statements rated alike need forty marks. */
function countParts(parts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(squash(part), (counts.get(squash(part)) ?? 0) + 1);
  return counts;
}

for (const tool of TOOLS) {
  test(`${toolName(tool)}: every answer given on screen is there after a reload and in the PDF`, async ({
    leadPage: page,
    team,
  }) => {
    const items = toolItems(tool);
    const examples = items.map((item) => [item, exampleAnswer(item)] as const);

    await openTool(page, team, tool.number);
    for (const [item, answer] of examples) await fillItem(page, item, answer);
    await expectSaved(page);

    await page.reload();
    for (const [item, answer] of examples) await expectItemShown(page, item, answer);
    const counted = items.filter((item) => !item.extension).length;
    if (counted > 0) await expect(page.getByText(`${counted} of ${counted} answered`)).toBeVisible();

    const download = await page.request.get(exportHref(team.teamId, { content: "tools", tools: [tool.slug] }));
    expect(download.status()).toBe(200);
    const { text } = await readPdf(await download.body());
    for (const [part, count] of countParts(examples.flatMap(([item, answer]) => printedParts(item, answer)))) {
      expect(text.split(part).length - 1, part).toBeGreaterThanOrEqual(count);
    }
  });
}

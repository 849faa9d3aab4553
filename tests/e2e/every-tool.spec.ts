import { TOOLS } from "@/tests/support/tools";
import { exportHref } from "@/lib/exports/document/export-options";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { readPdf } from "@/tests/exports/pdf/read-pdf";
import { expectItemShown, fillItem } from "./support/fill-tool";
import { countParts, printedParts } from "./support/printed-parts";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

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

import { TOOLS } from "@/tests/support/tools";
import { exportHref } from "@/lib/exports/document/export-options";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { nameInAnswer } from "@/lib/domain/item/people-in-answers";
import { personToken } from "@/lib/domain/people/person";
import type { Item } from "@/lib/domain/tool/definition";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { readPdf } from "@/tests/exports/pdf/read-pdf";
import type { TestPerson } from "@/tests/support/e2e-database";
import { expectItemShown, fillItem } from "./support/fill-tool";
import { countParts, printedParts } from "./support/printed-parts";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

/** As somebody of the team can choose it: the example's owner is nobody's, and only what is blocked says why. */
function onScreen(item: Item, { userId: personId }: TestPerson) {
  if (item.id.endsWith("-status") && item.kind === "choice") return { option: "blocked" };
  return nameInAnswer(item, exampleAnswer(item), () => personToken({ personId }));
}

for (const tool of TOOLS) {
  test(`${toolName(tool)}: every answer given on screen is there after a reload and in the PDF`, async ({
    lead,
    leadPage: page,
    team,
  }) => {
    const items = toolItems(tool);
    const examples = items.map((item) => [item, onScreen(item, lead)] as const);

    await openTool(page, team, tool.number);
    for (let added = tool.sections.filter(({ onDemand }) => onDemand).length; added > 0; added -= 1) await page.getByRole("button", { name: "Add a sheet" }).click();
    for (const [item, answer] of examples) await fillItem(page, item, answer);
    await expectSaved(page);

    await page.reload();
    for (const [item, answer] of examples) await expectItemShown(page, item, answer);
    const counted = items.filter((item) => !item.extension).length;
    if (counted > 0) await expect(page.getByText(`${counted} of ${counted} answered`)).toBeVisible();

    const download = await page.request.get(exportHref(team.teamId, { content: "tools", tools: [tool.slug] }));
    expect(download.status()).toBe(200);
    const { text } = await readPdf(await download.body());
    for (const [part, count] of countParts(examples.flatMap(([item, answer]) => printedParts(item, nameInAnswer(item, answer, () => lead.name))))) {
      expect(text.split(part).length - 1, part).toBeGreaterThanOrEqual(count);
    }
  });
}

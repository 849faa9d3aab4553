import { getTool, TOOL_NUMBERS } from "@/tests/support/tools";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { expectItemShown } from "./support/fill-tool";
import { expect, test } from "./support/test";
import { wholeToolPath } from "./support/tool-page";

/** Scripts that are turned off are reported as blocked. */
const SCRIPTS_ARE_OFF = /\(csp\)/;

test("without JavaScript every tool shows the answers it holds", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(SCRIPTS_ARE_OFF);
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  for (const toolNumber of TOOL_NUMBERS) {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, exampleAnswers(toolNumber));
    await page.goto(wholeToolPath(team, toolNumber));
    for (const item of toolItems(getTool(toolNumber))) await expectItemShown(page, item, exampleAnswer(item));
  }
});

test("without JavaScript the gap list can be filtered", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(SCRIPTS_ARE_OFF);
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, { "t9-i1-1": 1, "t9-i2-1": 3 });
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await page.goto(`/teams/${team.teamId}/readiness`);
  const entries = page.locator('section[aria-labelledby="gaps"] a[href*="/tools/9#"]');
  await expect(entries).toHaveCount(2);
  await page.getByLabel("Kind").selectOption("gap");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(entries).toHaveCount(1);
  await expect(entries).toHaveAttribute("href", /#t9-i1-1$/);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(entries).toHaveCount(2);
});

import type { Page } from "@playwright/test";
import { getTool } from "@/content/tools";
import { exampleAnswer } from "@/lib/tools/item-schemas";
import { toolItems } from "@/lib/tools/items";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { expectAccessible } from "./support/axe";
import { expectItemShown } from "./support/fill-tool";
import { type AppUnderTest, expect, test } from "./support/test";
import { openTool, toolPath } from "./support/tool-page";

const FILLED = [2, 6, 9] as const;

/** The JSON download of a team in which some tools are filled in. */
async function download(app: AppUnderTest, page: Page, team: TestTeam, lead: TestPerson): Promise<Buffer> {
  for (const toolNumber of FILLED) {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, exampleAnswers(toolNumber));
  }
  const answer = await page.request.get(`${app.url}/api/teams/${team.teamId}/export?format=json`);
  expect(answer.headers()["content-type"]).toBe("application/json");
  return answer.body();
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  await page.getByLabel("File to bring in").setInputFiles({ name: "workbook.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Check the file" }).click();
}

test("answers go from one agency's team to another's empty one as a file, after a look at what is in it", async ({
  app,
  lead,
  leadPage,
  openBrowser,
  team,
}) => {
  const file = await download(app, leadPage, team, lead);
  const other = await createTestTeam(app, "Other");
  const page = await (await openBrowser(await createMember(app, other, "lead"))).newPage();
  await page.goto(`/teams/${other.teamId}`);
  await page.getByRole("link", { name: "bring in its answers from a file" }).click();

  await choose(page, file.subarray(0, file.length / 2));
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByRole("link", { name: /^This file is damaged/ }).click();
  await expect(page.getByLabel("File to bring in")).toBeFocused();
  await expectAccessible(page);

  await choose(page, file);
  await expect(page.getByRole("heading", { name: "What is in this file" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: team.agencyName })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Bring in \d+ answers$/ }).click();
  await expect(page.getByText("The answers are in", { exact: true })).toBeVisible();
  await expectAccessible(page);

  for (const toolNumber of FILLED) {
    await openTool(page, other, toolNumber);
    for (const item of toolItems(getTool(toolNumber))) await expectItemShown(page, item, exampleAnswer(item));
  }
  // What is there already is never overwritten.
  await leadPage.goto(`/teams/${team.teamId}/import`);
  await expect(leadPage.getByText("This team already has answers.")).toBeVisible();
});

test("without JavaScript a file of twelve megabytes comes in too", async ({ app, lead, leadPage, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  const file = await download(app, leadPage, team, lead);
  const other = await createTestTeam(app, "Other");
  const person = await createMember(app, other, "lead");
  const page = await (await openBrowser(person, { javaScriptEnabled: false })).newPage();
  await page.goto(`/teams/${other.teamId}/import`);
  await choose(page, Buffer.concat([file, Buffer.alloc(12 * 1024 * 1024, " ")]));
  await page.getByRole("button", { name: /^Bring in/ }).click();
  await expect(page.getByText("The answers are in", { exact: true })).toBeVisible();
  await page.goto(toolPath(other, 2));
  for (const item of toolItems(getTool(2))) await expectItemShown(page, item, exampleAnswer(item));
});

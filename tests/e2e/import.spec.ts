import type { Page } from "@playwright/test";
import { getTool } from "@/tests/support/tools";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
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

test("what does not fit, and what has no place here, is named", async ({ app, openBrowser }) => {
  const team = await createTestTeam(app, "Other");
  const page = await (await openBrowser(await createMember(app, team, "lead"), { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`/teams/${team.teamId}/import`);
  const [first, second] = toolItems(getTool(1)).filter(({ kind }) => kind === "text");
  const answers = { [first!.id]: "yes", [second!.id]: { value: 7 }, "t1-gone": { value: "x" } };
  const file = { format: "ps-cope-workbook", version: 1, tools: [{ number: 1, version: getTool(1).version, answers }] };
  await choose(page, Buffer.from(JSON.stringify(file)));
  await expect(page.getByText("nothing of it was brought in")).toBeVisible();
  await expect(page.getByRole("region", { name: "What does not fit" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "What has no place here" }).getByText(/“t1-gone”/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: "test-results/import-refused.png", fullPage: true });

  await choose(page, Buffer.from(JSON.stringify({ ...file, tools: [{ ...file.tools[0], answers: { "t1-gone": { value: "x" } } }] })));
  await expect(page.getByRole("link", { name: /^None of the answers in this file \(1\)/ })).toBeVisible();
  await choose(page, Buffer.from(JSON.stringify({ ...file, tools: [{ ...file.tools[0], answers: { [first!.id]: { value: "Kept." }, "t1-gone": { value: "x" } } }] })));
  await expect(page.getByText("It is left out. Everything else comes in: 1 of 2 answers.")).toBeVisible();
  await page.getByRole("button", { name: "Bring in 1 answer" }).click();
  await expect(page.getByText("The answers are in", { exact: true })).toBeVisible();
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

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readDocx } from "@/tests/exports/docx/read-docx";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { readCsvZip, readXlsx, type ReadSheets, rowsOf } from "@/tests/exports/sheets/read-sheets";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

const GAP = "provides support as early as possible";
const IDEA = "A peer rings on the next day, weekends too";
const ACTION = "Hire two weekend peers";
const GOAL = "9 of 10 people are rung within 48 hours";
const MEASURE = /^People with a safe place to live/;

const group = (page: Page, name: string) => page.getByRole("group", { name });
const rate = (page: Page, itemId: string, score: string) =>
  page.locator(`[id="${itemId}"]`).getByRole("radio", { name: new RegExp(`^${score}`) }).check();

/** What one of the team downloads, as bytes. */
async function download(page: Page, teamId: string, label: string): Promise<Buffer> {
  await page.goto(`/teams/${teamId}/export`);
  await page.getByRole("radio", { name: new RegExp(`^${label}`) }).check();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
  return readFileSync(await file.path());
}

test("three people take a gap to a goal and its values, each at their own screen, and every stop leads back to the gap", async ({ app, leadPage, openBrowser, team }) => {
  test.slow();
  const { teamId } = team;
  const partner = await createMember(app, team, "partner", [9, 12]);
  const member = await createMember(app, team, "member");
  const phone = await (await openBrowser(partner, { viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  const desk = await (await openBrowser(member)).newPage();

  // The partner rates on a phone what the lead sees at once; the lead rates the rest.
  await openTool(phone, team, 9);
  await openTool(leadPage, team, 9);
  await rate(phone, "t9-c4-2", "2");
  await expectSaved(phone);
  await expect(leadPage.locator('[id="t9-c4-2"]').getByRole("radio", { name: /^2/ })).toBeChecked();
  await rate(leadPage, "t9-c4-1", "5");
  await rate(leadPage, "t9-c4-3", "3");
  await expectSaved(leadPage);
  await expectNoSidewaysScroll(phone);

  // The member finds the gaps and makes both priorities.
  await desk.goto(`/teams/${teamId}/readiness?kind=answered&tool=9#gaps`);
  await desk.getByRole("checkbox", { name: /^Choose/ }).first().check();
  await desk.getByRole("checkbox", { name: /^Choose/ }).nth(1).check();
  await desk.getByRole("button", { name: "Make these 2 priorities" }).click();
  await expect(desk.getByText("2 gaps are priorities now. See Tool 8, Section 3.")).toBeFocused();

  // The lead develops one of them; the partner writes the idea on the phone and the lead sees it.
  await openTool(leadPage, team, 8);
  const priorities = group(leadPage, "Where priorities come from and go");
  await priorities.locator("summary", { hasText: GAP }).click();
  await priorities.getByRole("button", { name: new RegExp(`Link to this idea.*${GAP}`) }).click();
  await expect(priorities.getByText("Linked to Idea #1.")).toBeVisible();
  await openTool(leadPage, team, 12);
  await openTool(phone, team, 12);
  await phone.locator("#t12-sheet-1-idea").fill(IDEA);
  await phone.locator("#t12-sheet-1-goal").fill(GOAL);
  await expectSaved(phone);
  await expect(leadPage.locator("#t12-sheet-1-idea")).toHaveValue(IDEA);
  await expect(group(leadPage, "Where Idea #1 comes from and goes").getByRole("link", { name: new RegExp(GAP) })).toBeVisible();

  // The member adds an action for the partner, with a day; the partner finds it on the phone and takes it up.
  await desk.goto(`/teams/${teamId}/plan`);
  await desk.getByRole("button", { name: "Add an action" }).click();
  const adding = desk.getByRole("dialog", { name: "Add an action" });
  await adding.getByLabel("Idea").selectOption("t12-sheet-1");
  await adding.getByLabel("What is to be done").fill(ACTION);
  await adding.getByLabel("Owner").selectOption(partner.userId);
  await adding.getByLabel("Due date").fill("2027-03-31");
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(desk.getByText(`“${ACTION}” was added to the plan.`)).toBeVisible();
  await phone.goto(`/teams/${teamId}/plan?view=board&mine=1`);
  await phone.locator("summary").filter({ hasText: ACTION }).click();
  await phone.getByRole("button", { name: /^Under way/ }).click();
  await expect(phone.getByText(`“${ACTION}” moved to Under way.`)).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await expect(desk.getByRole("row").filter({ hasText: ACTION })).toContainText("Under way");

  // The lead makes its goal a sheet, and the member measures it over two months.
  const idea = group(leadPage, "Where Idea #1 comes from and goes");
  await idea.locator("summary", { hasText: "Evaluate this goal" }).click();
  await idea.getByRole("button", { name: /Link to this sheet/ }).click();
  await expect(idea.getByText("Linked to Sheet 1.")).toBeVisible();
  await openTool(leadPage, team, 13);
  await leadPage.getByRole("button", { name: /^Use these words/ }).click();
  await expect(leadPage.locator("#t13-goal")).toHaveValue(GOAL);
  await expectSaved(leadPage);
  await desk.goto(`/teams/${teamId}/goals/1`);
  await expect(desk.getByText(GOAL)).toBeVisible();
  await desk.getByRole("link", { name: "Add from the library" }).click();
  await desk.getByRole("button", { name: /^Add to this sheet ?: People with a safe place to live/ }).click();
  const card = desk.getByRole("article", { name: MEASURE });
  for (const [month, count] of [["September 2026", "9"], ["October 2026", "12"]] as const) {
    if (!(await card.getByLabel(/^Month or day/).isVisible())) await card.getByText("Add a value").click();
    await card.getByLabel(/^Month or day/).fill(month);
    await card.getByLabel(/^How many/).fill(count);
    await card.getByLabel(/^Of how many/).fill("20");
    await card.getByRole("button", { name: "Save the value" }).click();
    await expect(card.getByText(`Saved: ${month}.`)).toBeVisible();
  }
  await expect(card.getByRole("img")).toHaveAccessibleName(/September 2026: 45%, October 2026: 60%/);

  // The gap's page tells all of it, and every stop leads back to it.
  await leadPage.goto(`/teams/${teamId}/readiness/gaps/t9-c4-2`);
  const steps = leadPage.getByRole("navigation", { name: "Where this gap went" });
  await expect(steps.getByRole("listitem")).toHaveText([/Rated2/, /Priorityconsidering/, /Idea #1goal written/, /1 action0 done/, /GoalSheet 1/, /1 indicator/]);
  await expectAccessible(leadPage);
  const story = `/teams/${teamId}/readiness/gaps/t9-c4-2`;
  for (const stop of ["tools/8?section=all", "tools/12?section=all", "tools/13?section=all", "plan", "goals/1"]) {
    await leadPage.goto(`/teams/${teamId}/${stop}`);
    await expect(leadPage.locator(`main a[href="${story}"]`).first(), `from ${stop}`).toBeVisible();
  }

  // And it leaves with the team in every format.
  const words = [GAP, IDEA, ACTION, GOAL, "October 2026"];
  const { text, artefacts } = await readPdf(await download(desk, teamId, "PDF"));
  for (const word of words) expect(squash(text + artefacts)).toContain(squash(word));
  const docx = await readDocx(await download(desk, teamId, "Word"));
  for (const word of words) expect(docx.text).toContain(word);
  const tables: readonly ReadSheets[] = [await readXlsx(await download(desk, teamId, "Excel"))];
  for (const sheets of tables) {
    expect(JSON.stringify(rowsOf(sheets, "Links"))).toContain(GAP);
    expect(rowsOf(sheets, "Indicator values")).toHaveLength(2);
  }
  const csv = readCsvZip(await download(desk, teamId, "CSV"));
  for (const word of words.slice(0, 4)) expect(JSON.stringify([...csv])).toContain(word);
  const json = JSON.parse(String(await download(desk, teamId, "JSON"))) as { links: unknown[]; indicators: unknown[] };
  for (const word of words.slice(0, 4)) expect(JSON.stringify(json)).toContain(word);
  expect(json.indicators).toHaveLength(1);
  expect(json.links.length).toBeGreaterThanOrEqual(4);
});

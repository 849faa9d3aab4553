import { readFileSync } from "node:fs";
import { toolItems } from "@/lib/domain/tool/items";
import { readDocx } from "@/tests/exports/docx/read-docx";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { readXlsx } from "@/tests/exports/sheets/read-sheets";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, moveBack } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

const RATINGS = toolItems(getTool(9)).filter(({ kind }) => kind === "rating");
const ACTION = "Hire two weekend peers";
const HALF_A_YEAR = 183;

test("three people keep a baseline, plan, look again half a year later, and show what changed", async ({ app, lead, leadPage, openBrowser, team }) => {
  test.slow();
  const { teamId } = team;
  const member = await createMember(app, team, "member");
  const second = await createMember(app, team, "member");
  const desk = await (await openBrowser(member)).newPage();
  const phone = await (await openBrowser(second, { viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  await saveAnswers({ appUrl: app.url, person: lead, teamId, toolNumber: 9 }, Object.fromEntries(RATINGS.map(({ id }) => [id, 2])));

  await leadPage.goto(`/teams/${teamId}/milestones`);
  await leadPage.getByLabel("Name", { exact: true }).fill("Baseline");
  await leadPage.getByRole("button", { name: "Make the milestone" }).click();
  await expect(leadPage.getByRole("heading", { level: 3, name: "Baseline" })).toBeVisible();

  await openTool(desk, team, 12);
  await desk.locator("#t12-sheet-1-idea").fill("A peer rings on the next day");
  await expectSaved(desk);
  await desk.goto(`/teams/${teamId}/plan`);
  await desk.getByRole("button", { name: "Add an action" }).click();
  const adding = desk.getByRole("dialog", { name: "Add an action" });
  await adding.getByLabel("Idea").selectOption("t12-sheet-1");
  await adding.getByLabel("What is to be done").fill(ACTION);
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(desk.getByText(`“${ACTION}” was added to the plan.`)).toBeVisible();

  await moveBack(app, team, HALF_A_YEAR);

  await phone.goto(`/teams/${teamId}/plan?view=board`);
  await phone.locator("summary").filter({ hasText: ACTION }).click();
  await phone.getByRole("button", { name: /^Done/ }).click();
  await expect(phone.getByText(`“${ACTION}” moved to Done.`)).toBeVisible();
  await leadPage.goto(`/teams/${teamId}/milestones/reassess`);
  await leadPage.getByRole("checkbox", { name: /^Tool 9/ }).check();
  await leadPage.getByRole("button", { name: "Start the reassessment" }).click();
  await expect(leadPage.getByText(`0 of ${RATINGS.length} answers from “Baseline” have been looked at.`, { exact: false })).toBeVisible();

  // Two look at once: one changes in the tool, the other confirms, and each change is counted once.
  await openTool(phone, team, 9);
  await phone.locator('[id="t9-i1-1"]').getByRole("radio", { name: /^5/ }).check();
  await phone.locator('[id="t9-i1-2"]').getByRole("radio", { name: /^1/ }).check();
  await expectSaved(phone);
  await desk.goto(`/teams/${teamId}/milestones/reassess`);
  await expect(desk.getByText(`2 of ${RATINGS.length} answers`, { exact: false })).toBeVisible();
  await desk.getByRole("button", { name: /^Confirm ?: / }).first().click();
  await expect(desk.getByText(`3 of ${RATINGS.length} answers`, { exact: false })).toBeVisible();

  await leadPage.goto(`/teams/${teamId}/milestones/compare`);
  await expect(leadPage.getByRole("heading", { level: 1, name: "Since Baseline" })).toBeVisible();
  const moved = leadPage.getByRole("table", { name: "Ratings that moved" });
  await expect(moved.getByRole("row")).toHaveCount(3);
  await expect(moved.getByRole("row").nth(1)).toContainText("Lower");
  await expect(moved.getByRole("row").nth(2)).toContainText("Higher");
  await expect(leadPage.getByRole("region", { name: "The ratings in numbers" })).toContainText(`${RATINGS.length - 3} of them are carried forward`);
  await expect(leadPage.getByRole("region", { name: "What was planned, and what became of it" })).toContainText("A peer rings on the next day");

  await leadPage.getByRole("link", { name: "Download" }).click();
  const download = async (label: string) => {
    await leadPage.getByRole("radio", { name: new RegExp(`^${label}`) }).check();
    const [file] = await Promise.all([leadPage.waitForEvent("download"), leadPage.getByRole("button", { name: "Download" }).click()]);
    return readFileSync(await file.path());
  };
  const [first] = RATINGS;
  const words = [first!.prompt, "A peer rings on the next day", "Baseline"];
  const { text, artefacts } = await readPdf(await download("PDF"));
  for (const word of words) expect(squash(text + artefacts)).toContain(squash(word));
  const docx = await readDocx(await download("Word"));
  for (const word of words) expect(docx.text).toContain(word);
  expect(JSON.stringify([...(await readXlsx(await download("Excel")))])).toContain("A peer rings on the next day");
});

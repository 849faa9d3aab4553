import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Page } from "@playwright/test";
import type { Answers } from "@/lib/domain/answer/answers";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMeeting, createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectSaved, openTool, toolPath } from "./support/tool-page";

const TABLE = MAIN_TOOLKIT.planFlow!.priorities.table;
const RATED = { "t9-c4-1": 4, "t9-c4-2": 2, "t9-c4-3": 3, "t9-i1-3": 1 } as const;

/** The gap list with everything in it open. */
async function openGaps(page: Page, teamId: string): Promise<void> {
  await page.goto(`/teams/${teamId}/readiness?kind=answered&tool=9#gaps`);
  await expect(page.getByRole("heading", { name: "Gap list" })).toBeVisible();
}

const block = (page: Page, name: string) => page.getByRole("group", { name });

test("from a gap to a goal that is measured, each stop traced back to its gap", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, RATED);
  await openGaps(page, team.teamId);
  const boxes = page.getByRole("checkbox", { name: /^Choose/ });
  await expect(boxes).toHaveCount(3);
  await boxes.first().focus();
  await page.keyboard.press("Space");
  await boxes.nth(1).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make these 2 priorities" }).press("Enter");
  await expect(page.getByText("2 gaps are priorities now. See Tool 8, Section 3.")).toBeFocused();
  await expect(boxes).toHaveCount(1);
  await expect(page.getByRole("link", { name: /2 more are priorities/ }).first()).toBeVisible();

  await page.goto(`${toolPath(team, 8)}?section=t8-s3`);
  const priorities = block(page, "Where priorities come from and go");
  await expect(priorities.getByRole("link", { name: /provides support as early as possible/ })).toHaveAttribute("href", /readiness\/gaps\/t9-c4-2$/);
  const develop = priorities.locator("summary", { hasText: "provides support as early as possible" });
  await develop.click();
  // What lies half below the bar counts as too small to be pressed.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await priorities.getByRole("button", { name: /Link to this idea.*provides support as early/ }).click();
  await expect(priorities).toBeFocused();
  await expect(priorities.getByText("Linked to Idea #1.")).toBeVisible();

  await openTool(page, team, 12);
  const idea = block(page, "Where Idea #1 comes from and goes");
  const words = page.locator("#t12-sheet-1-idea");
  await expect(words).toHaveValue("");
  await expectAccessible(page);
  await idea.getByRole("button", { name: /^Use these words ?: Idea #1/ }).click();
  await expect(words).toHaveValue(/provides support as early as possible/);
  await page.locator("#t12-sheet-1-goal").fill("9 of 10 by December");
  await page.locator("#t12-sheet-1-step-1-action").fill("Hire two weekend peers");
  await expectSaved(page);
  await idea.locator("summary", { hasText: "Evaluate this goal" }).click();
  await idea.getByRole("button", { name: /Link to this sheet/ }).click();
  await expect(idea.getByText("Linked to Sheet 1.")).toBeVisible();

  await openTool(page, team, 13);
  await page.getByRole("button", { name: /^Use these words/ }).click();
  await expect(page.locator("#t13-goal")).toHaveValue("9 of 10 by December");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 13 }, { "t13-questions": [{ id: "q1", cells: { question: "Are people offered it?", indicators: "Offer rate" } }] } as Answers);

  await page.goto(`/teams/${team.teamId}/readiness/gaps/t9-c4-2`);
  const steps = page.getByRole("navigation", { name: "Where this gap went" });
  await expect(steps.getByRole("listitem")).toHaveText([/Rated2/, /Priorityconsidering/, /Idea #1goal written/, /1 action0 done/, /GoalSheet 1/, /1 indicator/]);
  await expect(page.getByText("Hire two weekend peers")).toBeVisible();
  await expect(page.getByText("Offer rate", { exact: true })).toBeVisible();
  await expect(page.getByText("A line needs two ratings.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  for (const [link, tool] of [["Open in Tool 9", 9], ["Open in Tool 8", 8], ["Open in Tool 12", 12], ["Open in Tool 13", 13]] as const) {
    await expect(page.getByRole("link", { name: link, exact: true })).toHaveAttribute("href", new RegExp(`/tools/${tool}#`));
  }
});

test("a change at one end is shown at the other, and nothing changes until somebody decides", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  const save = (toolNumber: 8 | 9 | 12, answers: Answers) => saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, answers);
  await save(8, { [TABLE]: [{ id: "weekends", cells: { what: "Weekends", status: "chosen" } }] });
  await save(12, { "t12-sheet-1-idea": "Our own words" });
  const theirs = await (await openBrowser(await createMember(app, team, "member"))).newPage();
  await openTool(theirs, team, 12);
  await page.goto(`${toolPath(team, 8)}?section=t8-s3`);
  const priorities = block(page, "Where priorities come from and go");
  await priorities.locator("summary", { hasText: "Develop this idea" }).click();
  await priorities.getByLabel("Which idea?").selectOption({ label: "Join Idea #1: Our own words" });
  await priorities.getByRole("button", { name: /Link to this idea/ }).click();
  await expect(priorities.getByText("Linked to Idea #1.")).toBeVisible();
  await expect(block(theirs, "Where Idea #1 comes from and goes")).toContainText("“Weekends”");

  await openTool(page, team, 12);
  const idea = block(page, "Where Idea #1 comes from and goes");
  await idea.getByRole("button", { name: /^Write our own ?: Idea #1/ }).click();
  await expect(idea.getByText("Kept in your own words", { exact: false })).toBeVisible();
  await openTool(page, team, 8);
  await page.locator(`[id="${TABLE}"]`).getByRole("textbox").first().fill("Weekends and nights");
  await expectSaved(page);
  await openTool(page, team, 12);
  await expect(idea.getByText("It has changed since.")).toBeVisible();
  await expect(page.locator("#t12-sheet-1-idea")).toHaveValue("Our own words");
  await idea.getByRole("button", { name: /^Use the new words ?: Idea #1/ }).click();
  await expect(page.locator("#t12-sheet-1-idea")).toHaveValue("Weekends and nights");

  await idea.getByRole("button", { name: /^Remove this link/ }).click();
  // Who it was is history, which the team names on asking.
  await expect(idea.getByText(/Both keep their text/)).toHaveText(/Both keep their text\. \w{3} \d+, \d{4}$/);
  await expect(page.locator("#t12-sheet-1-idea")).toHaveValue("Weekends and nights");
  await expectAccessible(page);
  await idea.getByRole("button", { name: /^Put the link back/ }).click();
  await expect(idea.getByRole("link", { name: "a priority in Tool 8" })).toBeVisible();
});

test("a gap's page leads on where its way ends, draws two ratings as a line, and fits a phone", async ({ app, lead, leadPage: page, team }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, RATED);
  await page.goto(`/teams/${team.teamId}/readiness/gaps/t9-c4-2`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("provides support as early as possible");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Make this a priority/ }).click();
  const story = block(page, "What became of this gap");
  await expect(story).toBeFocused();
  await expect(story.getByText("Nobody has developed it into an idea yet.")).toBeVisible();
  await story.getByRole("button", { name: /^Remove this link/ }).click();
  await expect(story.getByRole("button", { name: /^Put the link back/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("a gap is put on the agenda of the next meeting once, by keyboard, and leads there", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, RATED);
  const meetingId = await createMeeting(app, team, lead);
  await page.goto(`/teams/${team.teamId}/readiness/gaps/t9-c4-2`);
  await page.getByRole("button", { name: /^Put on the agenda of/ }).press("Enter");
  const there = page.getByRole("link", { name: /^On the agenda of/ });
  await expect(there).toBeFocused();
  await expect(there).toHaveAttribute("href", `/teams/${team.teamId}/meetings/${meetingId}`);
  await expectAccessible(page);
  // It takes the focus once, not each time the page is drawn again.
  await page.getByRole("button", { name: /^Make this a priority/ }).press("Enter");
  await expect(page.getByText("This is a priority now.", { exact: false })).toBeVisible();
  await expect(block(page, "What became of this gap")).toBeFocused();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Put on the agenda/ })).toHaveCount(0);
  await there.click();
  await expect(page.getByText(/provides support as early as possible/).first()).toBeVisible();
});

test("a gap that is ticked stays chosen when the one beside it becomes a priority by its own button", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, RATED);
  await openGaps(page, team.teamId);
  const boxes = page.getByRole("checkbox", { name: /^Choose/ });
  await boxes.first().check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: /^Make this a priority/ }).nth(1).click();
  await expect(page.getByText("1 gap is a priority now.", { exact: false })).toBeFocused();
  await expect(boxes).toHaveCount(2);
  await expect(boxes.first()).toBeChecked();
  await expect(page.getByRole("group", { name: "Chosen gaps" })).toContainText("1 gap chosen");
});

test("on a phone a status stays on one line beside a long owner and a day that is over", async ({ app, lead, leadPage: page, team }) => {
  const save = (toolNumber: 8 | 9 | 12, answers: Answers) => saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, answers);
  await save(9, RATED);
  await save(12, {
    "t12-sheet-1-idea": "Weekends", "t12-sheet-1-step-1-action": "Hire two peers", "t12-sheet-1-step-1-lead": "Open Door Recovery Center",
    "t12-sheet-1-step-1-due": "2026-01-31", "t12-sheet-1-step-1-status": { option: "blocked" },
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/teams/${team.teamId}/readiness/gaps/t9-c4-2`);
  await page.getByRole("button", { name: /^Make this a priority/ }).click();
  const story = block(page, "What became of this gap");
  await story.locator("summary", { hasText: "Develop this idea" }).click();
  await story.getByLabel(/^Which idea/).selectOption("t12-sheet-1");
  await story.getByRole("button", { name: /^Link to this idea/ }).click();
  const status = story.getByRole("listitem").filter({ hasText: "Hire two peers" }).getByText("Blocked", { exact: true });
  await expect(status).toBeVisible();
  expect((await status.boundingBox())?.height).toBeLessThan(32);
});

test("a complete Tool 8 refuses in words", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, RATED);
  await page.goto(`${toolPath(team, 8)}/complete`);
  await page.getByRole("button", { name: "Mark complete with blanks", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tool 8 is marked complete" })).toBeVisible();
  await openGaps(page, team.teamId);
  await page.getByRole("button", { name: /^Make this a priority/ }).first().click();
  await expect(page.getByText("This tool is marked complete. Reopen it to change its answers.")).toBeVisible();
});

test("a community partner reads in words where a gap went, and is offered nothing", async ({ app, lead, openBrowser, team }) => {
  const save = (toolNumber: 3 | 8, answers: Answers) => saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, answers);
  await save(3, { "t3-1": "no" });
  const leads = await (await openBrowser(lead)).newPage();
  await leads.goto(`/teams/${team.teamId}/readiness/gaps/t3-1`);
  await leads.getByRole("button", { name: /^Make this a priority/ }).click();
  await expect(leads.getByText("This is a priority now.", { exact: false })).toBeVisible();
  const page = await (await openBrowser(await createMember(app, team, "partner", [3]))).newPage();
  await page.goto(`/teams/${team.teamId}/readiness/gaps/t3-1`);
  await expect(page.getByText("It stands in Tool 8, which is not shared with you.")).toBeVisible();
  await expect(page.getByRole("button", { name: /priority|Remove/ })).toHaveCount(0);
  await expectAccessible(page);
});

import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, createSession } from "@/tests/support/e2e-database";
import { expect, signIn, test } from "./support/test";
import { expectSaved, makeTooLong, openTool, saveStatus, toolPath } from "./support/tool-page";

/** The server is there, but nothing gets through to where answers are saved. */
async function blockSaving(page: Page): Promise<() => Promise<void>> {
  await page.route("**/updates*", (route) => route.abort());
  return () => page.unroute("**/updates*");
}

const firstAnswer = (page: Page) => page.locator("main textarea").first();
const KEPT = /Offline – 1 change kept on this device/;

test("a change that could not be sent is kept through a reload and sent afterwards", { tag: "@smoke" }, async ({
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/ERR_FAILED/);
  await openTool(page, team, 1);
  const unblock = await blockSaving(page);
  await firstAnswer(page).fill("Typed while nothing got through");
  await expect(saveStatus(page)).toHaveText(KEPT);
  await page.reload();
  await expect(firstAnswer(page)).toHaveValue("Typed while nothing got through");
  await expect(saveStatus(page)).toHaveText(KEPT);
  await unblock();
  await page.reload();
  await expectSaved(page);
  await expect(firstAnswer(page)).toHaveValue("Typed while nothing got through");
});

test("a change that could not be sent is kept when the browser ends and opens again", async ({ app, lead, problems, team }) => {
  problems.expect(/ERR_FAILED/);
  const profile = mkdtempSync(path.join(os.tmpdir(), "workbook-profile-"));
  const { launchOptions } = test.info().project.use;
  const openProfile = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: app.url });
    problems.watch(context);
    await signIn(context, app, lead);
    return context;
  };
  try {
    const before = await openProfile();
    const page = await before.newPage();
    await openTool(page, team, 1);
    await blockSaving(page);
    await firstAnswer(page).fill("Typed just before the end");
    await expect(saveStatus(page)).toHaveText(KEPT);
    await before.close();

    const after = await openProfile();
    const again = await after.newPage();
    await again.goto(toolPath(team, 1));
    await expect(firstAnswer(again)).toHaveValue("Typed just before the end");
    await expectSaved(again);
    await after.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test("offline is told in words with how many changes are kept, and ends by itself", async ({
  context,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await openTool(page, team, 1);
  await context.setOffline(true);
  const boxes = page.locator("main textarea");
  await boxes.nth(0).fill("First of two");
  await boxes.nth(1).fill("Second of two");
  await expect(saveStatus(page)).toHaveText(/Offline – 2 changes kept on this device/);
  await context.setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(boxes.nth(0)).toHaveValue("First of two");
  await expect(boxes.nth(1)).toHaveValue("Second of two");
});

test("a session that ended keeps the change until the person signs in again", async ({
  app,
  context,
  lead,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/status of 401/);
  await openTool(page, team, 1);
  await app.database.query("update session set revoked_at = now() where user_id = $1", [lead.userId]);
  await firstAnswer(page).fill("Typed after the session ended");
  await expect(saveStatus(page)).toHaveText(/Signed out – 1 change kept on this device/);
  await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible();
  await signIn(context, app, { ...lead, cookie: await createSession(app, lead.userId) });
  await page.reload();
  await expectSaved(page);
  await expect(firstAnswer(page)).toHaveValue("Typed after the session ended");
});

test("a change the server refuses is explained, saves nothing, and can be taken back", async ({
  app,
  lead,
  leadPage: page,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(/status of 422|ERR_FAILED/);
  await openTool(page, team, 1);
  const saved = await makeTooLong({ page, appUrl: app.url, team, person: lead, toolNumber: 1 });
  await expect(saveStatus(page)).toHaveText(/Not saved – .*20,000 characters/);
  const elsewhere = await (await openBrowser({ ...lead, cookie: await createSession(app, lead.userId) })).newPage();
  await openTool(elsewhere, team, 1);
  await expect(firstAnswer(elsewhere)).toHaveValue(saved);
  await page.getByRole("button", { name: "Go back to what is saved" }).click();
  await expectSaved(page);
  await expect(firstAnswer(page)).toHaveValue(saved);
});

test("an answer can be cleared", async ({ leadPage: page, team }) => {
  await openTool(page, team, 3);
  const first = page.locator("main fieldset").first();
  await first.getByRole("radio", { name: "Yes" }).check();
  await expect(page.getByText("1 of 12 answered")).toBeVisible();
  await expectSaved(page);
  await first.getByRole("button", { name: /^Comments and more/ }).click();
  await first.getByRole("button", { name: "Clear this answer" }).click();
  await expect(page.getByText("0 of 12 answered")).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(first.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("a table row can be moved, removed and brought back", async ({ leadPage: page, team }) => {
  await openTool(page, team, 6);
  const add = page.getByRole("button", { name: /^Add / }).first();
  const firstCells = page.locator("main tbody tr").locator("td:first-of-type textarea");
  for (const [index, words] of ["First", "Second", "Third"].entries()) {
    await add.click();
    await firstCells.nth(index).fill(words);
  }
  await page.getByRole("button", { name: /^Move .* 3 up$/ }).click();
  await page.getByRole("button", { name: /^Remove .* 1$/ }).click();
  await expect(firstCells).toHaveCount(2);
  await page.getByRole("button", { name: /^Undo removing/ }).click();
  await expectSaved(page);
  await page.reload();
  await expect(firstCells).toHaveCount(3);
  expect(await firstCells.evaluateAll((cells) => cells.map((cell) => (cell as HTMLTextAreaElement).value))).toEqual([
    "First",
    "Third",
    "Second",
  ]);
});

test("a tool marked complete states its blanks and is read-only until it is reopened", async ({ leadPage: page, team }) => {
  await openTool(page, team, 3);
  await page.locator("main fieldset").first().getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("link", { name: "Mark complete" }).click();
  await expect(page.getByRole("heading", { name: "11 items are still blank" })).toBeVisible();
  await page.getByRole("button", { name: "Mark complete with blanks" }).click();
  await expect(page.getByText("This tool is complete")).toBeVisible();
  await expect(page.locator("main").getByRole("radio")).toHaveCount(0);
  await page.goto(`/teams/${team.teamId}`);
  await expect(page.getByText("1 of 13 tools complete")).toBeVisible();
  await page.goto(toolPath(team, 3));
  await page.getByRole("button", { name: "Reopen this tool" }).click();
  await expect(page.locator("main fieldset").first().getByRole("radio", { name: "Yes" })).toBeChecked();
});

test("a viewer reads answers and is offered nothing that changes them", async ({ app, lead, openBrowser, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 1 }, exampleAnswers(1));
  const page = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await page.goto(toolPath(team, 1));
  await expect(page.getByText("You can read this tool")).toBeVisible();
  await expect(page.getByText("Read only")).toBeVisible();
  for (const answer of Object.values(exampleAnswers(1)).filter((value) => typeof value === "string").slice(0, 5)) {
    if (String(answer).startsWith("Example")) await expect(page.getByText(String(answer), { exact: true })).toBeVisible();
  }
  await expect(page.locator("main").locator("textarea, input, button[type=submit]")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Mark complete" })).toHaveCount(0);
});

test("a community partner sees only the tools shared with them", async ({ app, openBrowser, problems, team }) => {
  const page = await (await openBrowser(await createMember(app, team, "partner", [3, 6]))).newPage();
  await page.goto(`/teams/${team.teamId}`);
  await expect(page.getByRole("listitem").getByRole("link", { name: /^Tool \d+:/ })).toHaveText([
    /^Tool 3:/,
    /^Tool 6:/,
  ]);
  await openTool(page, team, 6);
  problems.expect(/status of 404/);
  expect((await page.goto(toolPath(team, 9)))?.status()).toBe(404);
});

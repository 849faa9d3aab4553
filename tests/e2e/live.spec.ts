import type { Locator, Page } from "@playwright/test";
import { createPerson, createSession, joinTeam, showHistoryNames, type TestPerson } from "@/tests/support/e2e-database";
import { addRow, expect, firstCells, test, typeAfter } from "./support/teammates";
import { signIn } from "./support/test";
import { expectSaved, openTool, saveStatus, toolPath } from "./support/tool-page";

const allWords = (page: Page) =>
  firstCells(page).evaluateAll((cells) => cells.map((cell) => (cell as HTMLTextAreaElement).value));

test("three people in one text box and one table, one of them offline half of the time, end up with the same", async ({
  openAs,
  problems,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const [dana, marcus, lee] = [await openAs("Dana R.", 6), await openAs("Marcus", 6), await openAs("Lee", 6)];
  const pages = [dana.page, marcus.page, lee.page];
  await addRow(dana.page, "First. Second. Third.");
  for (const page of pages) await expect(firstCells(page)).toHaveValue("First. Second. Third.");

  const absence = (async () => {
    await lee.context.setOffline(true);
    await typeAfter(firstCells(lee.page).first(), "Third.", " Lee was away from the network.");
    await addRow(lee.page, "Row of Lee");
    await expect(saveStatus(lee.page)).toHaveText(/Offline – 1 change kept on this device/);
    await lee.context.setOffline(false);
  })();
  await Promise.all([
    absence,
    typeAfter(firstCells(dana.page).first(), "First.", " Dana wrote this here.").then(() => addRow(dana.page, "Row of Dana")),
    typeAfter(firstCells(marcus.page).first(), "Second.", " Marcus added this sentence.").then(() => addRow(marcus.page, "Row of Marcus")),
  ]);

  const sentence =
    "First. Dana wrote this here. Second. Marcus added this sentence. Third. Lee was away from the network.";
  for (const page of pages) {
    await expect(firstCells(page).first()).toHaveValue(sentence);
    await expect(firstCells(page)).toHaveCount(4);
    await expectSaved(page);
  }
  const words = await allWords(dana.page);
  expect([...words].sort()).toEqual([sentence, "Row of Dana", "Row of Lee", "Row of Marcus"].sort());
  for (const page of pages) {
    await expect.poll(() => allWords(page)).toEqual(words);
    await page.reload();
    await expect.poll(() => allWords(page)).toEqual(words);
  }
});

test("the page shows who is here, at which item, and who set a choice", { tag: "@smoke" }, async ({ app, openAs, openBrowser, team }) => {
  await showHistoryNames(app, team);
  const dana = await openAs("Dana R.", 3);
  const marcus = await openAs("Marcus", 3);
  const item = (page: Page) => page.locator("main fieldset").first();
  await expect(marcus.page.locator(".here-now summary")).toHaveText(/Here now: Dana R\./);
  await item(dana.page).getByRole("radio", { name: "Yes" }).check();
  await expect(item(marcus.page).getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(item(marcus.page)).toContainText(/Set by Dana R\. Team \w+, \w{3} \d+, \d+:\d\d/);
  await expect(item(marcus.page)).toContainText("Dana R. is here");
  await expect(item(dana.page)).toContainText("Set by you");
  await marcus.page.locator(".here-now summary").click();
  await expect(marcus.page.locator(".here-now").getByRole("link", { name: /^Go there/ })).toBeVisible();

  const later = await (await openBrowser(marcus.person)).newPage();
  await openTool(later, team, 3);
  await expect(item(later)).toContainText("Set by Dana R.");
  await dana.page.close();
  await expect(marcus.page.locator(".here-now")).toHaveCount(0);
  await expect(item(marcus.page)).not.toContainText("is here");
});

test("a tool that a teammate marks complete becomes read-only on an open screen", async ({ openAs, team }) => {
  const dana = await openAs("Dana R.", 3);
  const marcus = await openAs("Marcus", 3);
  await dana.page.goto(`${toolPath(team, 3)}/complete`);
  await dana.page.getByRole("button", { name: "Mark complete with blanks", exact: true }).click();
  await expect(marcus.page.getByText("Read only")).toBeVisible();
  await expect(marcus.page.locator("main").getByRole("radio")).toHaveCount(0);
  await dana.page.goto(toolPath(team, 3));
  await dana.page.getByRole("button", { name: "Reopen this tool" }).click();
  await expect(marcus.page.locator("main").getByRole("radio").first()).toBeEnabled();
  await expectSaved(marcus.page);
});

const signInDialog = (page: Page) => page.getByRole("dialog", { name: "Sign in again" });

async function fillIn(dialog: Locator, { email, password }: TestPerson): Promise<void> {
  await dialog.getByLabel("Email address").fill(email);
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
}

test("signing in again happens on the page, and sends what was kept, under the right name only", async ({
  app,
  openAs,
  problems,
  team,
}) => {
  problems.expect(/status of 401/);
  const { page, person } = await openAs("Dana R.", 1);
  const other = await createPerson(app, "Marcus");
  await joinTeam(app, team, other, "lead");
  const box = page.locator("main textarea").first();
  await app.database.query("update session set revoked_at = now() where user_id = $1", [person.userId]);
  await box.fill("Typed after the session ended");
  await expect(saveStatus(page)).toHaveText("Signed out – 1 change kept on this device");
  await page.getByRole("button", { name: "Sign in again" }).click();

  const dialog = signInDialog(page);
  await fillIn(dialog, other);
  await expect(dialog.getByText("Someone else is signed in now")).toBeVisible();
  await fillIn(dialog, person);
  await expect(dialog).toHaveCount(0);
  await expectSaved(page);
  await expect(box).toHaveValue("Typed after the session ended");
  const { rows } = await app.database.query(
    "select distinct updated_by from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id where r.team_id = $1",
    [team.teamId],
  );
  expect(rows).toEqual([{ updated_by: person.userId }]);
});

test("a page with nothing to send tells who is signed in, and goes on for the person it belongs to", async ({
  app,
  openAs,
  problems,
  team,
}) => {
  problems.expect(/status of 401|ERR_INTERNET_DISCONNECTED/);
  const { context, page, person } = await openAs("Dana R.", 1);
  const other = await createPerson(app, "Marcus");
  await joinTeam(app, team, other, "lead");
  const wake = async () => {
    await context.setOffline(true);
    await context.setOffline(false);
  };
  await app.database.query("update session set revoked_at = now() where user_id = $1", [person.userId]);
  await wake();
  await expect(saveStatus(page)).toHaveText("Signed out – all changes so far are saved");
  await page.getByRole("button", { name: "Sign in again" }).click();
  const dialog = signInDialog(page);
  await fillIn(dialog, other);
  await expect(dialog.getByText("Someone else is signed in now")).toBeVisible();
  await wake();
  await expect(page.getByText("Someone else is signed in – all changes so far are saved")).toBeVisible();
  await fillIn(dialog, person);
  await expect(dialog).toHaveCount(0);
  await expectSaved(page);
});

test("two tabs of one person agree, also while they are offline", async ({ openAs, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const { context, page } = await openAs("Dana R.", 1);
  const second = await context.newPage();
  await openTool(second, team, 1);
  await page.locator("main textarea").first().fill("Typed before");
  await expect(second.locator("main textarea").first()).toHaveValue("Typed before");
  await context.setOffline(true);
  await page.locator("main textarea").first().fill("Typed in the first tab");
  await expect(second.locator("main textarea").first()).toHaveValue("Typed in the first tab");
  await expect(saveStatus(second)).toHaveText(/Offline – 1 change kept on this device/);
  await second.locator("main textarea").nth(1).fill("Typed in the second");
  await expect(page.locator("main textarea").nth(1)).toHaveValue("Typed in the second");
  await context.setOffline(false);
  await expectSaved(page);
  await expectSaved(second);
});

test("a stream that a proxy holds back is replaced by asking", async ({ app, context, lead, openAs, problems, team }) => {
  problems.expect(/ERR_FAILED/);
  await signIn(context, app, { ...lead, cookie: await createSession(app, lead.userId) });
  await context.route("**/events?*", (route) => route.abort());
  const page = await context.newPage();
  await openTool(page, team, 1);
  const dana = await openAs("Dana R.", 1);
  await dana.page.locator("main textarea").first().fill("Fetched, not streamed");
  await expect(page.locator("main textarea").first()).toHaveValue("Fetched, not streamed", { timeout: 20_000 });
});

test("a word that an input method never finishes is finished when the box is left", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 6), await openAs("Marcus", 6)];
  await addRow(dana.page, "Library");
  const box = firstCells(dana.page).first();
  await expect(firstCells(marcus.page)).toHaveValue("Library");
  await box.dispatchEvent("compositionstart");
  await typeAfter(firstCells(marcus.page).first(), "Library", ", open");
  await marcus.page.getByRole("button", { name: /^Add / }).first().click();
  await expect(firstCells(dana.page)).toHaveCount(2);
  await expect(box).toHaveValue("Library");
  await box.blur();
  await expect(box).toHaveValue("Library, open");
  await typeAfter(firstCells(marcus.page).first(), "open", " late");
  await expect(box).toHaveValue("Library, open late");
});

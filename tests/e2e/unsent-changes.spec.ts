import type { Page } from "@playwright/test";
import { createMember } from "@/tests/support/e2e-database";
import { expect, signIn, test } from "./support/test";
import { expectSaved, openTool, saveStatus, toolPath } from "./support/tool-page";

const TOOL = 11;
const box = (page: Page) => page.locator("main textarea").first();

/** How many changes this browser keeps, whoever made them. */
function countKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("unsent-changes");
        // There is none: it is the page's to make.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("updates").objectStore("updates").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

test("two people who type offline in the same box both keep their words", async ({
  app,
  context,
  leadPage: page,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const other = await openBrowser(await createMember(app, team, "member"));
  const otherPage = await other.newPage();
  await openTool(page, team, TOOL);
  await openTool(otherPage, team, TOOL);
  await context.setOffline(true);
  await other.setOffline(true);
  await box(page).fill("From the station.");
  await box(otherPage).fill("From the clinic.");
  await expect(saveStatus(page)).toContainText("Offline");
  await expect(saveStatus(otherPage)).toContainText("Offline");
  await context.setOffline(false);
  await expectSaved(page);
  await other.setOffline(false);
  await expectSaved(otherPage);
  await page.reload();
  await expect(box(page)).toHaveValue(/From the station\./);
  await expect(box(page)).toHaveValue(/From the clinic\./);
});

test("when the session has ended, changes are kept for the same person and shown to nobody else", async ({
  app,
  context,
  lead,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/status of 401/);
  await openTool(page, team, TOOL);
  await context.clearCookies();
  await box(page).fill("Mine alone.");
  await expect(saveStatus(page)).toHaveText("Signed out – 1 change kept on this device");
  await page.close();

  await signIn(context, app, await createMember(app, team, "member"));
  const theirs = await context.newPage();
  await openTool(theirs, team, TOOL);
  await expect(box(theirs)).toHaveValue("");
  expect(await countKept(theirs)).toBeGreaterThan(0);
  await theirs.close();

  await context.clearCookies();
  await signIn(context, app, lead);
  const mine = await context.newPage();
  await openTool(mine, team, TOOL);
  await expect(box(mine)).toHaveValue("Mine alone.");
  await expectSaved(mine);
});

test("changes refused by a tool that was marked complete stay in sight, and are saved once it is reopened", async ({
  app,
  context,
  leadPage: page,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  problems.expect(/status of 423/);
  const otherPage = await (await openBrowser(await createMember(app, team, "lead"))).newPage();
  await openTool(page, team, TOOL);
  await context.setOffline(true);
  await box(page).fill("Typed on the way back.");
  await expect(saveStatus(page)).toContainText("Offline");
  await otherPage.goto(`${toolPath(team, TOOL)}/complete`);
  await otherPage.getByRole("button", { name: "Mark complete with blanks" }).click();
  await expect(otherPage.getByText("This tool is complete")).toBeVisible();
  await context.setOffline(false);
  await expect(saveStatus(page)).toContainText("Not saved");
  await expect(saveStatus(page)).not.toContainText("Keep this page open");

  await page.reload();
  await expect(page.getByText("Read only")).toBeVisible();
  await expect(saveStatus(page)).toContainText("Not saved");
  await page.getByRole("button", { name: "Reopen this tool" }).click();
  await expect(box(page)).toHaveValue("Typed on the way back.");
  await expectSaved(page);
});

test("the way to mark a tool complete opens only once everything is saved", async ({
  context,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await openTool(page, team, TOOL);
  await context.setOffline(true);
  await box(page).fill("Not sent yet.");
  await expect(saveStatus(page)).toContainText("Offline");
  const complete = page.getByRole("link", { name: "Mark complete" });
  await complete.click();
  await expect(page.getByText("Your last changes are not saved yet.")).toBeVisible();
  await context.setOffline(false);
  await expectSaved(page);
  await expect(page.getByText("Your last changes are not saved yet.")).toHaveCount(0);
  await complete.click();
  await expect(page).toHaveURL(`${toolPath(team, TOOL)}/complete`);
});

test("a database connection that the browser closed is opened again, and what comes next is kept", async ({
  context,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await openTool(page, team, TOOL);
  await box(page).fill("Kept before.");
  await expectSaved(page);
  const other = await context.newPage();
  await openTool(other, team, 9);
  // Asks every open connection to close, as clearing a site's data does.
  const deleteDatabase = () =>
    other.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const deleting = indexedDB.deleteDatabase("unsent-changes");
          deleting.onsuccess = () => resolve("deleted");
          deleting.onblocked = () => resolve("blocked");
        }),
    );
  expect(await deleteDatabase()).toBe("deleted");
  await context.setOffline(true);
  await box(page).fill("Kept after.");
  await expect(saveStatus(page)).toHaveText("Offline – 1 change kept on this device");
  expect(await countKept(page)).toBeGreaterThan(0);

  await context.setOffline(false);
  await expectSaved(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await context.setOffline(true);
  await box(page).fill("Kept once more.");
  await expect(saveStatus(page)).toHaveText("Offline – 1 change kept on this device");
  expect(await countKept(page)).toBeGreaterThan(0);

  // What was kept is gone now, and is kept once more: the words above stay true.
  await devtools.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await expect.poll(() => countKept(page)).toBeGreaterThan(0);
  expect(await deleteDatabase()).toBe("deleted");
  await expect.poll(() => countKept(page)).toBeGreaterThan(0);
  await expect(saveStatus(page)).toHaveText("Offline – 1 change kept on this device");
  await context.setOffline(false);
  await expectSaved(page);
});

import type { Page } from "@playwright/test";
import { PROTOCOL_HEADER, PROTOCOL_PARAMETER } from "@/lib/sync/protocol";
import { expect, test } from "./support/test";
import { expectSaved, openTool, saveStatus } from "./support/tool-page";

const TOOL = 11;
const box = (page: Page) => page.locator("main textarea").first();

/** From here on what the page asks names a version that the server no longer speaks. */
async function makeOld(page: Page): Promise<void> {
  await page.route("**/updates*", (route) => route.continue({ headers: { ...route.request().headers(), [PROTOCOL_HEADER]: "0" } }));
  await page.route("**/events*", (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set(PROTOCOL_PARAMETER, "0");
    return route.continue({ url: url.href });
  });
}

test("a page from before a deploy is told to reload, and what was written in it is saved by the page that comes", async ({ leadPage: page, problems, team }) => {
  problems.expect(/status of 409/);
  await openTool(page, team, TOOL);
  await makeOld(page);
  await box(page).fill("Written over the deploy.");
  await expect(saveStatus(page)).toHaveText("This page is from before an update of the workbook – 1 change kept on this device");
  await page.unrouteAll();
  await page.getByRole("button", { name: "Reload this page" }).click();
  await expectSaved(page);
  await expect(box(page)).toHaveValue("Written over the deploy.");
  // Not only on the device: another visit reads it from the server.
  await page.evaluate(() => indexedDB.deleteDatabase("unsent-changes"));
  await openTool(page, team, TOOL);
  await expect(box(page)).toHaveValue("Written over the deploy.");
});

import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectSaved, openTool, saveStatus, toolPath } from "./support/tool-page";

/** The page for offline times is there, and shows itself from the next page on. */
async function untilReady(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Chromium 150 forgets for a new page that it was told to be offline: what it loads fails, but it calls itself online. */
async function expectOfflinePage(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(/^You are offline$|can’t be reached$/);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await expect(heading(page)).toHaveText("You are offline");
  await devtools.detach();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("offline, a page that can't be loaded is one of ours that counts what is kept, and comes back by itself", async ({
  context,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await openTool(page, team, 11);
  await untilReady(page);
  await context.setOffline(true);
  await page.locator("main textarea").nth(0).fill("Typed on the way back.");
  await page.locator("main textarea").nth(1).fill("And this.");
  await expect(saveStatus(page)).toHaveText("Offline – 2 changes kept on this device");
  await page.goto(toolPath(team, 9));
  await expectOfflinePage(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("listitem")).toHaveText(["2 answers in Tool 11"]);
  await expect(page.locator("body")).not.toContainText("Typed on the way back.");
  for (const [colorScheme, width] of [["light", 1280], ["dark", 390]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("link", { name: "Tool 11" }).click();
  await expectOfflinePage(page);
  await context.setOffline(false);
  // It looks by itself every 15 seconds.
  await expect(heading(page)).toHaveText(/^Tool 11:/, { timeout: 25_000 });
  await expectSaved(page);
  await expect(page.locator("main textarea").first()).toHaveValue("Typed on the way back.");
});

test("moving within the app offline leads to the same page", async ({ context, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await openTool(page, team, 11);
  await untilReady(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Your teams" }).first().click();
  await expectOfflinePage(page);
  await expect(page.getByText("No unsent changes of yours are kept on this device.")).toBeVisible();
});

test("after signing out the offline page says nothing of what is kept", async ({ context, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/);
  await openTool(page, team, 11);
  await untilReady(page);
  await page.route("**/updates*", (route) => route.abort());
  await page.locator("main textarea").first().fill("Never sent.");
  await expect(saveStatus(page)).toContainText("Offline");
  await page.goto("/sign-out");
  await page.getByRole("button", { name: "Sign out and keep them here" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await context.setOffline(true);
  await page.goto("/agencies");
  await expectOfflinePage(page);
  await expect(page.getByText(/answers? in|Kept on this device|unsent changes of yours/).filter({ visible: true })).toHaveCount(0);
});

test("nothing of the workbook is kept in the browser's store of pages", async ({ leadPage: page, team }) => {
  await openTool(page, team, 11);
  await untilReady(page);
  await openTool(page, team, 9);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.sort()).toEqual(["/offline/index.html", "/offline/offline.css", "/offline/offline.js"]);
});

test("the server's own answers are shown as they are", async ({ leadPage: page, problems, team }) => {
  problems.expect(/status of 404/);
  await openTool(page, team, 11);
  await untilReady(page);
  expect((await page.goto("/nowhere"))?.status()).toBe(404);
  await expect(heading(page)).toHaveText("We can’t find that page");
});

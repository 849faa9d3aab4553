import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { openTool, saveStatus } from "./support/tool-page";

declare global {
  interface Window {
    /** What screen readers were given to read out. */
    announced: string[];
  }
}

/** Notes whatever comes into a live region from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.announced = [];
    const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output';
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const words = element?.closest(LIVE)?.textContent?.trim();
        if (words) window.announced.push(words);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const announced = (page: Page) => page.evaluate(() => window.announced);

const SENTENCE = "Deputies carry naloxone in every car, and each of them has practiced with it twice in the last year, too.";
const box = (page: Page) => page.locator("main textarea").first();

test("nothing is read out while somebody types, and once that it is saved", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  await listen(page);
  await box(page).pressSequentially(SENTENCE, { delay: 40 });
  expect(await announced(page)).toEqual([]);
  await expect(saveStatus(page)).toHaveText("Saved");
  expect(await announced(page)).toEqual(["Saved"]);
});

test("trouble is read out at once, what changes about it once it rests", async ({ context, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await openTool(page, team, 1);
  await listen(page);
  await context.setOffline(true);
  await expect(saveStatus(page)).toHaveText("Offline – all changes so far are saved");
  await box(page).pressSequentially(SENTENCE, { delay: 20 });
  expect(await announced(page)).toEqual(["Offline – all changes so far are saved"]);
  await expect(saveStatus(page)).toHaveText("Offline – 1 change kept on this device");
  await context.setOffline(false);
  await expect(saveStatus(page)).toHaveText("Saved");
  const heard = await announced(page);
  expect(heard.slice(0, 2)).toEqual(["Offline – all changes so far are saved", "Offline – 1 change kept on this device"]);
  expect(heard.filter((words) => words === "Saved")).toHaveLength(1);
});

test("how much room is left near the limit is read out once it rests", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  await box(page).fill("a few words ".repeat(1_600).slice(0, 18_500));
  await expect(page.getByText("1,500 characters left").first()).toBeVisible();
  await expect(saveStatus(page)).toHaveText("Saved");
  await listen(page);
  await box(page).press("Control+End");
  await box(page).pressSequentially("and some more words", { delay: 40 });
  expect(await announced(page)).toEqual([]);
  await expect.poll(() => announced(page)).toContain("1,481 characters left");
  await expect(saveStatus(page)).toHaveText("Saved");
  expect((await announced(page)).sort()).toEqual(["1,481 characters left", "Saved"]);
});

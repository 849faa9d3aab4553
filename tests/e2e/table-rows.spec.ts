import type { Page } from "@playwright/test";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

const ROWS = 34;
const rows = Array.from({ length: ROWS }, (_, at) => ({ id: `row-${at + 1}`, cells: { partner: `Partner ${at + 1}` } }));
const TABLE = "t6-partners";

const place = (page: Page, selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test.describe("a table of 34 rows", () => {
  test.beforeEach(async ({ app, lead, leadPage: page, team }) => {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 6 }, { [TABLE]: rows });
    await openTool(page, team, 6);
  });

  test("shows the numbers from 10 on in one line, as those below", async ({ leadPage: page }) => {
    const heights = await page.locator(`[id="${TABLE}"] tbody th`).evaluateAll((heads) =>
      heads.map((head) => {
        const range = document.createRange();
        range.selectNodeContents(head.lastChild!);
        return Math.round(range.getBoundingClientRect().height);
      }),
    );
    expect(heights).toHaveLength(ROWS);
    expect(new Set(heights).size).toBe(1);
  });

  for (const [name, size] of [["laptop", { width: 1280, height: 800 }], ["phone", { width: 390, height: 844 }]] as const) {
    test(`loses row 30 without moving on a ${name}: focus and scroll stay, and the way back is there`, async ({ leadPage: page }) => {
      await page.setViewportSize(size);
      const remove = page.getByRole("button", { name: /^Remove .* 30$/ });
      await remove.scrollIntoViewIfNeeded();
      const [scrolled, before] = [await page.evaluate(() => scrollY), (await remove.boundingBox())!.y];
      await remove.click();
      const undo = page.getByRole("button", { name: /^Undo removing .* 30$/ });
      await expect(undo).toBeFocused();
      await expect(undo).toBeInViewport();
      expect(Math.abs((await undo.boundingBox())!.y - before)).toBeLessThan(size.height);
      expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(size.height);
      await expect(page.locator(`[id^="${TABLE}"] textarea`).filter({ hasText: "Partner 31" }).first()).toBeInViewport();

      await undo.click();
      await expect(page.locator("textarea:focus")).toHaveValue("Partner 30");
      await expect(page.locator("textarea:focus")).toBeInViewport();
      await expectSaved(page);
    });
  }
});

test("the last of few rows is removed in its place too, and the only one leaves the way back below", async ({ leadPage: page, team }) => {
  await openTool(page, team, 6);
  const add = page.getByRole("button", { name: /^Add / }).first();
  await add.click();
  await add.click();
  await page.getByRole("button", { name: /^Remove .* 2$/ }).click();
  await expect(page.locator(`[id="${TABLE}"] tbody tr`).last()).toContainText(/^Removed .* 2\./);
  await page.getByRole("button", { name: /^Remove .* 1$/ }).click();
  await expect(page.getByRole("button", { name: /^Undo removing .* 1$/ })).toBeFocused();
  expect(await place(page, `[id="${TABLE}"] [id$="-undo"]`)).toBeGreaterThan(0);
});

import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

const YEAR_PROBLEM = "This date is not saved. Use a year from 1900 to 2200, with four digits.";

async function typeDate(page: Page, id: string, digits: string): Promise<void> {
  await page.locator(`[id="${id}"]`).focus();
  await page.keyboard.type(digits);
}

test("a year of two digits is not stored: it stays in its box, with words that say which year is meant", async ({ app, leadPage: page, team }) => {
  const stored = async () => {
    const { rows } = await app.database.query("select value from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id where r.team_id = $1 and a.item_id = 't8-s1-5-a'", [team.teamId]);
    return rows.map(({ value }) => value as string);
  };
  await openTool(page, team, 8);
  const date = page.locator('[id="t8-s1-5-a"]');
  await typeDate(page, "t8-s1-5-a", "031526");
  await expect(page.getByText(YEAR_PROBLEM)).toHaveCount(0);
  await date.blur();
  await expect(page.getByText(YEAR_PROBLEM)).toBeVisible();
  await expect(date).toHaveAttribute("aria-invalid", "true");
  await expect(date).toHaveAccessibleDescription(/four digits/);
  await expect(date).toHaveValue("0026-03-15");
  await expectSaved(page);
  expect(await stored()).toEqual([]);

  await typeDate(page, "t8-s1-5-a", "03152026");
  await expect(date).toHaveValue("2026-03-15");
  await expect(page.getByText(YEAR_PROBLEM)).toHaveCount(0);
  await expectSaved(page);
  await expect.poll(stored).toEqual(["2026-03-15"]);

  await typeDate(page, "t8-s1-5-a", "03151899");
  await date.blur();
  await expect(page.getByText(YEAR_PROBLEM)).toBeVisible();
  await page.reload();
  await expectSaved(page);
  await expect(date).toHaveValue("2026-03-15");
});

test("the same in a table and in a grid", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  const cell = page.locator('main input[type="date"]').first();
  await cell.focus();
  await page.keyboard.type("031526");
  await cell.blur();
  await expect(page.getByText(YEAR_PROBLEM)).toBeVisible();
  await openTool(page, team, 8);
  await page.getByRole("button", { name: "Add leader", exact: true }).click();
  const inTable = page.locator('main table input[type="date"]').first();
  await inTable.focus();
  await page.keyboard.type("031526");
  await inTable.blur();
  await expect(page.getByText(YEAR_PROBLEM)).toBeVisible();
  await expect(inTable).toHaveValue("0026-03-15");
});

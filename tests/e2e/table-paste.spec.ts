import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { paste } from "./support/clipboard";
import { expect, test } from "./support/teammates";
import { expectSaved, openTool } from "./support/tool-page";

/** Tool 8's leaders: words and a date. */
const table = (page: Page) => page.locator('[id="t8-s1-2"]');
const rowsOf = (page: Page) =>
  table(page)
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("textarea, input")].map((cell) => (cell as HTMLInputElement).value)),
    );
const message = (page: Page) => table(page).getByRole("status").filter({ hasText: /paste/i });

async function openRow(page: Page, words = ""): Promise<void> {
  await table(page).getByRole("button", { name: "Add leader" }).click();
  if (words) await page.keyboard.type(words);
}

const SHEET = {
  text: 'Chief Ray\t3/31/2026\tmore\r\n"Sheriff ""Sam""\nAlvarez"\t2026-04-01\tmore\r\n"Naloxone" lead\tsoon\tmore\r\nJudge Lee\t03/15/26\tmore\r\n',
};
const FILLED = [
  ["Chief Ray", "2026-03-31"],
  ['Sheriff "Sam"\nAlvarez', "2026-04-01"],
  ['"Naloxone" lead', ""],
  ["Judge Lee", ""],
];

test("rows copied in a spreadsheet fill cells and add rows; what did not fit is said; one undo takes all back", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 8), await openAs("Marcus", 8)];
  const { page } = dana;
  await openRow(page, "Before");
  await paste(page, SHEET);
  await expect.poll(() => rowsOf(page)).toEqual(FILLED);
  await expect(message(page)).toHaveText(
    "Pasted 4 rows and 2 columns. 3 rows were added. The last column was left out: the table has no more columns here. " +
      "2 dates were left out, because we could not tell which day is meant: “soon”, “03/15/26”. " +
      "Use month, day and a year with four digits, such as 3/31/2026.",
  );
  await expect.poll(() => rowsOf(marcus.page)).toEqual(FILLED);
  await expectSaved(page);
  await expectAccessible(page);

  await table(page).getByRole("button", { name: "Undo the paste" }).click();
  await expect.poll(() => rowsOf(page)).toEqual([["Before", ""]]);
  await expect.poll(() => rowsOf(marcus.page)).toEqual([["Before", ""]]);
  await expect(table(page).locator("textarea")).toBeFocused();
  await expect(table(page).getByRole("button", { name: "Undo the paste" })).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => rowsOf(marcus.page)).toEqual(FILLED);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => rowsOf(marcus.page)).toEqual([["Before", ""]]);
  await expectSaved(page);
  await page.reload();
  await expect.poll(() => rowsOf(page)).toEqual([["Before", ""]]);
});

test("undoing a paste keeps what a teammate wrote in it meanwhile", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 8), await openAs("Marcus", 8)];
  await openRow(dana.page);
  await paste(dana.page, { text: "Chief Ray\t3/31/2026\nJudge Lee\t4/1/2026\nMayor Ortiz\t4/2/2026" });
  await expect.poll(() => rowsOf(marcus.page)).toHaveLength(3);
  const second = table(marcus.page).locator("tbody tr").nth(1);
  await second.locator("textarea").focus();
  await marcus.page.keyboard.press("ControlOrMeta+End");
  await marcus.page.keyboard.type(" (retired)");
  await expect.poll(async () => (await rowsOf(dana.page))[1]?.[0]).toBe("Judge Lee (retired)");
  await table(dana.page).locator("textarea").first().focus();
  await dana.page.keyboard.press("ControlOrMeta+z");
  for (const { page } of [dana, marcus]) {
    await expect.poll(() => rowsOf(page)).toEqual([["", ""], [" (retired)", ""]]);
    await expectSaved(page);
  }
});

test("one column comes with its table; one cell and words with line breaks stay in one cell", async ({ leadPage: page, team }) => {
  await openTool(page, team, 8);
  await openRow(page);
  await paste(page, { text: "One\r\nTwo\r\n", html: "<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>" });
  await expect.poll(() => rowsOf(page)).toEqual([["One", ""], ["Two", ""]]);
  await table(page).locator("textarea").nth(1).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, { text: '"a\nb"\r\n', html: "<table><tr><td>a<br>b</td></tr></table>" });
  await expect.poll(() => rowsOf(page)).toEqual([["One", ""], ["a\nb", ""]]);
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, { text: "A paragraph.\nAnother." });
  await expect.poll(() => rowsOf(page)).toEqual([["One", ""], ["A paragraph.\nAnother.", ""]]);
  // A list from a letter has tabs, and no table.
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, { text: "•\tfirst\n•\tsecond", html: "<p>•\tfirst</p><p>•\tsecond</p>" });
  await expect.poll(() => rowsOf(page)).toEqual([["One", ""], ["•\tfirst\n•\tsecond", ""]]);
  await expectSaved(page);
});

test("a paste into a date cell fills from there, and Ctrl+Z there takes it back", async ({ leadPage: page, team }) => {
  await openTool(page, team, 8);
  await openRow(page, "Chief Ray");
  await page.keyboard.press("Tab");
  await paste(page, { text: "3/31/2026\tx\n4/1/2026\tx" });
  await expect.poll(() => rowsOf(page)).toEqual([["Chief Ray", "2026-03-31"], ["", "2026-04-01"]]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => rowsOf(page)).toEqual([["Chief Ray", ""]]);
  await expectSaved(page);
});

test("more rows than a table holds fill it, are saved, and the rest is said", async ({ leadPage: page, team }) => {
  await openTool(page, team, 8);
  await openRow(page);
  await paste(page, { text: Array.from({ length: 510 }, (_, index) => `Person ${index + 1}\t1/1/2026`).join("\n") });
  await expect(message(page)).toContainText("The last 10 rows were left out: a table holds 500 rows.", { timeout: 30_000 });
  await expectSaved(page);
  await page.reload();
  await expect(table(page).locator("tbody tr")).toHaveCount(500);
  expect((await rowsOf(page)).at(-1)).toEqual(["Person 500", "2026-01-01"]);
});

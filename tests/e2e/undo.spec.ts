import type { Page } from "@playwright/test";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { paste } from "./support/clipboard";
import { addRow, expect, firstCells, test, typeAfter } from "./support/teammates";
import { expectSaved } from "./support/tool-page";

const firstBox = (page: Page) => page.locator("main textarea").first();
const KEYS = { undo: "ControlOrMeta+z", redo: "ControlOrMeta+Shift+z", redoToo: "Control+y" };

/** What the browser does when "Undo" is chosen in its menu. */
async function chooseUndo(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: ["undo"] });
  await devtools.detach();
}

for (const way of ["keys", "menu"] as const) {
  test(`undo by ${way} after a teammate's change takes back one's own last words and nothing else`, async ({ openAs }) => {
    const [dana, marcus] = [await openAs("Dana R.", 1), await openAs("Marcus", 1)];
    await firstBox(dana.page).click();
    await dana.page.keyboard.type("We meet.");
    await firstBox(dana.page).blur();
    await expect(firstBox(marcus.page)).toHaveValue("We meet.");
    await typeAfter(firstBox(dana.page), "We meet", " on Mondays");
    await expect(firstBox(marcus.page)).toHaveValue("We meet on Mondays.");
    await typeAfter(firstBox(marcus.page), "Mondays.", " Bring coffee.");
    await expect(firstBox(dana.page)).toHaveValue("We meet on Mondays. Bring coffee.");

    await (way === "keys" ? dana.page.keyboard.press(KEYS.undo) : chooseUndo(dana.page));
    for (const { page } of [dana, marcus]) await expect(firstBox(page)).toHaveValue("We meet. Bring coffee.");
    await dana.page.keyboard.press(KEYS.redo);
    for (const { page } of [dana, marcus]) await expect(firstBox(page)).toHaveValue("We meet on Mondays. Bring coffee.");

    // All the way back leaves what is the teammate's, however often it is asked for.
    for (let times = 0; times < 4; times++) {
      await (way === "keys" ? dana.page.keyboard.press(KEYS.undo) : chooseUndo(dana.page));
    }
    for (const { page } of [dana, marcus]) await expect(firstBox(page)).toHaveValue(" Bring coffee.");
    await dana.page.keyboard.press(KEYS.redoToo);
    for (const { page } of [dana, marcus]) {
      await expect(firstBox(page)).toHaveValue("We meet. Bring coffee.");
      await expectSaved(page);
      await page.reload();
      await expect(firstBox(page)).toHaveValue("We meet. Bring coffee.");
    }
  });
}

test("undo asked for by a script is ours too, though it cannot be prevented", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 1), await openAs("Marcus", 1)];
  await firstBox(dana.page).click();
  await dana.page.keyboard.type("We meet.");
  await expect(firstBox(marcus.page)).toHaveValue("We meet.");
  await typeAfter(firstBox(marcus.page), "We", "(all)");
  await expect(firstBox(dana.page)).toHaveValue("We(all) meet.");
  await dana.page.evaluate(() => document.execCommand("undo"));
  for (const { page } of [dana, marcus]) await expect(firstBox(page)).toHaveValue("(all)");
  await expectSaved(dana.page);
});

test("a mistaken select-all is taken back, with what a teammate wrote meanwhile, and the caret goes there", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 1), await openAs("Marcus", 1)];
  await firstBox(dana.page).fill("First. Second. Third.");
  await expect(firstBox(marcus.page)).toHaveValue("First. Second. Third.");
  await firstBox(dana.page).press("ControlOrMeta+a");
  await dana.page.keyboard.type("x");
  await expect(firstBox(marcus.page)).toHaveValue("x");
  await typeAfter(firstBox(marcus.page), "x", " Fourth.");
  await expect(firstBox(dana.page)).toHaveValue("x Fourth.");
  await dana.page.keyboard.press(KEYS.undo);
  for (const { page } of [dana, marcus]) {
    await expect(firstBox(page)).toHaveValue("First. Second. Third. Fourth.");
    await expectSaved(page);
  }
  await dana.page.keyboard.type("!");
  await expect(firstBox(marcus.page)).toHaveValue("First. Second. Third.! Fourth.");
});

test("undo in a table's cell is that cell's own", async ({ openAs }) => {
  const [dana, marcus] = [await openAs("Dana R.", 6), await openAs("Marcus", 6)];
  await addRow(dana.page, "Library");
  await expect(firstCells(marcus.page)).toHaveValue("Library");
  await typeAfter(firstCells(marcus.page).first(), "Library", " on Main Street");
  await expect(firstCells(dana.page)).toHaveValue("Library on Main Street");
  await dana.page.keyboard.press("Tab");
  await dana.page.keyboard.type("Second cell");
  await firstCells(dana.page).first().focus();
  await dana.page.keyboard.press(KEYS.undo);
  await expect(firstCells(marcus.page)).toHaveValue(" on Main Street");
  await expect(dana.page.locator("main tbody tr").locator("td:nth-of-type(2) textarea")).toHaveValue("Second cell");
});

test("a pasted text over the limit keeps what fits, says how much was left out, and can be taken back", async ({ openAs }) => {
  const { page } = await openAs("Dana R.", 1);
  await firstBox(page).fill("Start. End.");
  await expectSaved(page);
  await firstBox(page).press("ControlOrMeta+Home");
  for (let times = 0; times < "Start.".length; times++) await page.keyboard.press("ArrowRight");
  const words = " Some words".repeat(2_000);
  await paste(page, { text: words });
  const left = words.length + "Start. End.".length - ANSWER_MAX_LENGTH;
  await expect(page.getByRole("alert").filter({ hasText: "left out" })).toHaveText(
    `The last ${left.toLocaleString("en-US")} characters were left out: there is room for 20,000.`,
  );
  const kept = await firstBox(page).inputValue();
  expect(kept).toBe(`Start.${words.slice(0, words.length - left)} End.`);
  await expectSaved(page);
  await page.getByRole("button", { name: "Undo what was entered last" }).click();
  await expect(firstBox(page)).toHaveValue("Start. End.");
  await expect(firstBox(page)).toBeFocused();
  await expect(page.getByRole("alert").filter({ hasText: "left out" })).toHaveCount(0);
  await expectSaved(page);
  await page.reload();
  await expect(firstBox(page)).toHaveValue("Start. End.");
});

test("letters typed into a full box are told, not swallowed in silence", async ({ openAs }) => {
  const { page } = await openAs("Dana R.", 1);
  const full = "a few words ".repeat(2_000).slice(0, ANSWER_MAX_LENGTH);
  await firstBox(page).fill(full);
  await expect(page.getByText("This answer is as long as it can be.")).toBeVisible();
  await firstBox(page).press("ControlOrMeta+End");
  await page.keyboard.type("z");
  await expect(page.getByRole("alert").filter({ hasText: "left out" })).toHaveText(/^1 character was left out/);
  await expect(firstBox(page)).toHaveValue(full);
  await expectSaved(page);
});

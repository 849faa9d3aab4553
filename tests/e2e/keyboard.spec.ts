import type { Locator, Page } from "@playwright/test";
import type { ItemKind } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { type ToolNumber, TOOLS } from "@/tests/support/tools";
import { itemAt } from "./support/fill-tool";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { expectSaved, saveStatus, toolPath } from "./support/tool-page";

function firstOfKind(kind: ItemKind): { toolNumber: ToolNumber; itemId: string } {
  for (const tool of TOOLS) {
    const item = toolItems(tool).find((candidate) => candidate.kind === kind);
    if (item) return { toolNumber: tool.number, itemId: item.id };
  }
  throw new Error(`No tool holds a ${kind}`);
}

/** For each kind: keys that answer it once it has the focus, and what shows that they did. */
const KEYS: Readonly<Record<ItemKind, (page: Page, item: Locator) => Promise<void>>> = {
  text: async (page, item) => {
    await tabTo(page, item);
    await page.keyboard.type("Typed with keys");
    await expect(item).toHaveValue("Typed with keys");
  },
  date: async (page, item) => {
    await tabTo(page, item);
    await page.keyboard.type("03312026");
    await expect(item).toHaveValue("2026-03-31");
  },
  choice: async (page, item) => {
    await tabTo(page, item.getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await expect(item.getByRole("radio").nth(1)).toBeChecked();
  },
  status: async (page, item) => {
    await tabTo(page, item.getByRole("radio").first());
    await page.keyboard.press("Space");
    await expect(item.getByRole("radio").first()).toBeChecked();
  },
  rating: async (page, item) => {
    await tabTo(page, item.getByRole("radio").first());
    await page.keyboard.press("ArrowRight");
    await expect(item.getByRole("radio").nth(1)).toBeChecked();
  },
  person: async (page, item) => {
    await tabTo(page, item);
    await page.keyboard.press("ArrowDown");
    await expect(item).toHaveValue(/^@\[/);
  },
  table: async (page, item) => {
    await tabTo(page, item.getByRole("button", { name: /^Add / }));
    await page.keyboard.press("Enter");
    await page.keyboard.type("First cell");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Second cell");
    await expect(item.locator("textarea").nth(0)).toHaveValue("First cell");
    await expect(item.locator("textarea").nth(1)).toHaveValue("Second cell");
  },
};

for (const kind of Object.keys(KEYS) as ItemKind[]) {
  test(`a ${kind} item is answered with the keyboard alone`, async ({ leadPage: page, team }) => {
    const { toolNumber, itemId } = firstOfKind(kind);
    // The address of an item, as the gap list links to it, puts the focus near it.
    await page.goto(`${toolPath(team, toolNumber)}#${itemId}`);
    await expect(saveStatus(page)).toHaveText("Saved");
    await KEYS[kind](page, itemAt(page, { id: itemId }));
    await expectSaved(page);
    await page.reload();
    // What we added is in no count.
    const isCounted = kind !== "person";
    await expect(page.locator(".tool-bar").getByText(isCounted ? /^1 of \d+ answered$/ : /^0 of \d+ answered$/)).toBeVisible();
    if (!isCounted) await expect(itemAt(page, { id: itemId })).toHaveValue(/^@\[/);
  });
}

test("a tool is opened and marked complete with the keyboard alone", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: /^Tool 3:/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${toolPath(team, 3)}`);
  await expectSaved(page);
  await tabTo(page, page.getByRole("link", { name: "Mark complete" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Mark complete with blanks" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("This tool is complete")).toBeVisible();
});

import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { toolPath, wholeToolPath } from "./support/tool-page";

const PHONE = { width: 390, height: 844 };
const ITEM = "#t9-i1-1";

/** Chosen on the account's page, which says that it is for this device. */
async function choose(page: Page, label: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("radio", { name: label }).check();
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
const styleOf = (element: Locator, name: "color" | "fontSize" | "borderTopWidth" | "borderTopColor" | "borderBottomColor") =>
  element.evaluate((one, property) => getComputedStyle(one)[property], name);

test("compact density shows more on a laptop at once and on every later page, and on a phone what is pressed keeps its size", async ({ leadPage: page, team }) => {
  await page.goto(wholeToolPath(team, 9));
  const roomy = await heightOf(page);
  await choose(page, "Compact");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await page.goto(wholeToolPath(team, 9));
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  expect(await heightOf(page)).toBeLessThan(roomy * 0.9);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  for (const tile of await page.locator(`${ITEM} .tile`).all()) expect((await tile.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test("for a projector letters are a third larger, and every place of a team still fits its screen", async ({ leadPage: page, team }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(toolPath(team, 9));
  const words = page.locator(`${ITEM} .item-prompt`);
  const usual = parseFloat(await styleOf(words, "fontSize"));
  await choose(page, "For a projector");
  for (const path of [toolPath(team, 9), `/teams/${team.teamId}`, `/teams/${team.teamId}/tools`, `/teams/${team.teamId}/readiness`]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-scale", "projector");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await page.goto(toolPath(team, 9));
  expect(parseFloat(await styleOf(words, "fontSize"))).toBeGreaterThanOrEqual(usual * 1.3);
});

test("who asks for more contrast gets the ink's colour in place of grey, lines that are seen, and thicker edges", async ({ leadPage: page, team }) => {
  await page.goto(toolPath(team, 9));
  const grey = page.locator(".scale-key:visible").first();
  const ink = page.locator(`${ITEM} .item-prompt`);
  const tile = page.locator(`${ITEM} .tile`).first();
  const line = page.locator(".tool-folds");
  expect(await styleOf(grey, "color")).not.toBe(await styleOf(ink, "color"));
  expect(await styleOf(tile, "borderTopWidth")).toBe("1px");
  const before = await styleOf(line, "borderBottomColor");
  await page.emulateMedia({ contrast: "more" });
  expect(await styleOf(grey, "color")).toBe(await styleOf(ink, "color"));
  expect(await styleOf(tile, "borderTopWidth")).toBe("2px");
  expect(await styleOf(line, "borderBottomColor")).toBe(await styleOf(tile, "borderTopColor"));
  expect(await styleOf(line, "borderBottomColor")).not.toBe(before);
  await expectAccessible(page);
});

test("in forced colours only the place where one is has a line below it", async ({ leadPage: page, team }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`/teams/${team.teamId}/tools`);
  const places = page.getByRole("navigation", { name: "Places of this team" });
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await styleOf(places.getByRole("link", { name: "Readiness" }), "borderBottomColor")).toBe(canvas);
  expect(await styleOf(places.getByRole("link", { name: "Tools" }), "borderBottomColor")).not.toBe(canvas);
});

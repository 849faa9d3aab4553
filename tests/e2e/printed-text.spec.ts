import type { Page } from "@playwright/test";
import { getTool, TOOL_NUMBERS } from "@/tests/support/tools";
import { plainWords } from "@/content/ps-cope/plain-words/plain-words";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { listPassages } from "@/lib/domain/toolkit/plain-words";
import { addExtension } from "./support/early";
import { expect, test } from "./support/test";
import { openTool, toolPath, wholeToolPath } from "./support/tool-page";

/** What React sends besides the HTML, and all of it. */
function splitPage(html: string): { copy: string; html: string } {
  const copy = [...html.matchAll(/<script[^>]*>\(?self\.__next_f[^<]*<\/script>/g)].map(([script]) => script).join("");
  return { copy, html };
}

async function fetchPage(page: Page, path: string) {
  return splitPage(await (await page.request.get(path, { headers: { Accept: "text/html" } })).text());
}

/** What a person reads in the main part of the page, and the printed parts that are not on the screen. */
async function readPrinted(page: Page): Promise<string[]> {
  return page.locator("main").locator("h1, h2, h3, p.measure, .measure > p, .plain-words, legend, label, caption, th, details li, .bullets li, [data-item-name]").allTextContents();
}

test("the text that a tool prints is sent once, not a second time as React's data", async ({ leadPage: page, team }) => {
  for (const toolNumber of TOOL_NUMBERS) {
    const tool = getTool(toolNumber);
    const { copy, html } = await fetchPage(page, toolPath(team, toolNumber));
    const prompts = toolItems(tool).flatMap((item) => (item.kind === "rating" || item.kind === "status" ? [item.prompt] : []));
    const plain = listPassages(tool).flatMap(({ key }) => plainWords.get(key) ?? []);
    const printed = [tool.completion, ...prompts, ...plain].map((text) => text.slice(0, 40)).filter((text) => !/[&"'<>\\]/.test(text));
    expect(printed.filter((text) => copy.includes(text)), toolName(tool)).toEqual([]);
    expect(html).toContain(`<h1>${toolName(tool)}</h1>`);
  }
  const nine = await fetchPage(page, toolPath(team, 9));
  expect(nine.copy.length / nine.html.length).toBeGreaterThan(0);
  expect(nine.copy.length / nine.html.length).toBeLessThanOrEqual(1 / 3);
});

for (const toolNumber of [1, 8, 9, 12] as const) {
  test(`Tool ${toolNumber} reads the same without scripts, with them, after a click and on the way back`, async ({
    lead,
    leadPage: page,
    openBrowser,
    problems,
    team,
  }) => {
    problems.expect(/\(csp\)/);
    const path = wholeToolPath(team, toolNumber);
    const title = page.getByRole("heading", { level: 1, name: toolName(getTool(toolNumber)) });
    const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
    await plain.goto(path);
    const printed = await readPrinted(plain);
    expect(printed.length).toBeGreaterThan(20);

    await openTool(page, team, toolNumber);
    expect(await readPrinted(page), "with scripts").toEqual(printed);
    await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/teams/${team.teamId}$`));
    await page.goBack();
    await expect(title).toBeVisible();
    await expect.poll(() => readPrinted(page), "on the way back").toEqual(printed);

    await page.goto(`/teams/${team.teamId}`);
    await page.locator(`main a[href$="/tools/${toolNumber}"]`).first().click();
    await expect(title).toBeVisible();
    // A tool opens with one of its sections; the way to the whole is called otherwise then.
    const whole = (lines: readonly string[]) => lines.map((line) => (line === "Show the whole tool" ? "Show one section at a time" : line));
    await expect.poll(async () => whole(await readPrinted(page)), "after a click").toEqual(printed);
  });
}

test("printed text survives an extension that makes React draw the page anew", async ({ lead, leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/Minified React error #418|\(csp\)/);
  const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await plain.goto(wholeToolPath(team, 9));
  await addExtension(page);
  await openTool(page, team, 9);
  expect(await readPrinted(page)).toEqual(await readPrinted(plain));
});

test("an acronym's meaning shows on focus and on hover, and Escape hides it until it is left", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  const acronym = page.locator("main abbr:visible").first();
  const note = acronym.getByRole("tooltip", { includeHidden: true });
  await expect(note).toBeHidden();
  await acronym.focus();
  await expect(note).toBeVisible();
  await expect(acronym).toHaveAccessibleDescription((await note.textContent()) as string);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await page.getByRole("heading", { level: 1 }).click();
  await acronym.hover();
  await expect(note).toBeVisible();
});

test("a link in printed text opens without leaving the page", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.locator("main summary").filter({ hasText: "Tips" }).first().click();
  await page.locator("main a[data-in-app][href^='/guide/elements/']:visible").first().click();
  await expect(page).toHaveURL(/\/guide\/elements\//);
  await expect(page.getByRole("navigation", { name: "Guide" })).toBeVisible();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

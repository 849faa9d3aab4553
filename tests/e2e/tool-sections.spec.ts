import { toolItems } from "@/lib/domain/tool/items";
import { listToolSteps } from "@/lib/domain/tool/tool-steps";
import { getTool, TOOL_NUMBERS } from "@/tests/support/tools";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectFollowing, expectSaved, itemButton, saveStatus, toolPath, wholeToolPath } from "./support/tool-page";

const PHONE = { width: 390, height: 844 };
const FIRST = "#t9-i1-1";
const SECOND_SECTION = "#t9-c2-3";

test("on a later visit every tool's first question is on a phone's first screen, under a bar in the same order", async ({ leadPage: page, team }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(PHONE);
  for (const number of TOOL_NUMBERS) {
    await page.goto(toolPath(team, number));
    const directions = page.locator(".tool-directions");
    await expect(directions).toHaveAttribute("open", "");
    await page.goto(toolPath(team, number));
    await expect(directions).not.toHaveAttribute("open");
    const parts = await page.locator(".tool-bar-row > *").evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect(parts.slice(0, 3), `Tool ${number}`).toEqual(["NAV", "H1", "DIV"]);
    expect(parts.at(-1)).toBe("DETAILS");
    // What is read, not filled in.
    if (toolItems(getTool(number)).length === 0 || getTool(number).kind === "reference") continue;
    // Tool 6 prints what its question is about before it.
    const work = number === 6 ? ".tool-main table:visible" : ".item:visible, .grid-table td:visible";
    const top = await page.locator(work).first().evaluate((item) => item.getBoundingClientRect().top + window.scrollY);
    expect(top, `Tool ${number}`).toBeLessThan(PHONE.height);
    await expectNoSidewaysScroll(page);
  }
});

test("a long tool shows one section; the next, a part, the whole and the way back are a press away", async ({ leadPage: page, team }) => {
  const [, second] = listToolSteps(getTool(9));
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  await expect(page.locator(FIRST)).toBeVisible();
  await expect(page.locator(SECOND_SECTION)).toBeHidden();

  await page.getByRole("link", { name: `Go to ${second?.title}` }).click();
  await expect(page).toHaveURL(new RegExp(`section=${second?.id}`));
  await expect(page.locator(SECOND_SECTION)).toBeVisible();
  await expect(page.locator(FIRST)).toBeHidden();
  await expect(page.locator(`#${second?.id}`)).toBeFocused();
  await page.goBack();
  await expect(page.locator(FIRST)).toBeVisible();

  const rail = page.getByRole("navigation", { name: "Parts of this tool", exact: true });
  await rail.getByRole("link", { name: /^Component 2/ }).click();
  await expect(page.locator("#t9-c2")).toBeInViewport();
  await page.getByRole("link", { name: "Show the whole tool" }).first().click();
  await expect(page.locator(FIRST)).toBeVisible();
  await expect(page.locator(SECOND_SECTION)).toBeVisible();
  await expectAccessible(page);
});

test("one key shows the whole tool and one section again; the tool's menu and the help page list the keys", async ({ leadPage: page, team }) => {
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  await expect(page.locator(SECOND_SECTION)).toBeHidden();
  await page.keyboard.press("Alt+W");
  await expect(page.locator(SECOND_SECTION)).toBeVisible();
  await page.keyboard.press("Alt+W");
  await expect(page.locator(SECOND_SECTION)).toBeHidden();
  await page.locator("summary", { hasText: "More for this tool" }).click();
  await expect(page.getByText("The whole tool, or one section")).toBeVisible();
  await page.goto("/help");
  await expect(page.getByText("Alt W")).toBeVisible();
  await page.getByRole("link", { name: /^Glossary/ }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
});

test("a link to an item opens its section, with scripts and without", async ({ lead, leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await page.goto(`${toolPath(team, 9)}${SECOND_SECTION}`);
  await expectSaved(page);
  await expect(page.locator(SECOND_SECTION)).toBeInViewport();
  await expect(page.locator(FIRST)).toBeHidden();

  const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await plain.goto(`${toolPath(team, 9)}${SECOND_SECTION}`);
  await expect(plain.locator(SECOND_SECTION)).toBeInViewport();
  await expect(plain.locator(FIRST)).toBeHidden();
  await plain.locator(".tool-rail").getByRole("link", { name: /^Section 1/ }).click();
  await expect(plain.locator(FIRST)).toBeVisible();
  await expect(plain.locator(SECOND_SECTION)).toBeHidden();
  await plain.goto(wholeToolPath(team, 9));
  await expect(plain.locator(FIRST)).toBeVisible();
  await expect(plain.locator(SECOND_SECTION)).toBeVisible();
});

test("sections change offline too, and what is answered in one that is not shown is saved and counted", async ({ context, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  await expectFollowing(page);
  // Its script comes when the page is idle; without a network by then the browser complains.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.locator(FIRST).getByRole("radio", { name: /^4/ }).check();
  await page.locator(".next-step:visible a").click();
  await page.locator(SECOND_SECTION).getByRole("radio", { name: /^5/ }).check();
  await expect(saveStatus(page)).toHaveText(/kept on this device/);
  await context.setOffline(false);
  await expectSaved(page);
  await expect(page.locator(".tool-bar").getByText("2 of 44 answered")).toBeVisible();
});

test("“Next blank” goes from blank to blank, into the next section too", async ({ leadPage: page, team }) => {
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  const next = page.getByRole("link", { name: "Next blank" });
  await next.click();
  await expect(page.locator(FIRST)).toBeInViewport();
  await next.click();
  await expect(page).toHaveURL(/#t9-i1-2$/);
  const last = toolItems(getTool(9)).filter(({ extension }) => !extension).at(-1)!.id;
  await page.goto(`${toolPath(team, 9)}#${last}`);
  await expect(page.locator(`[id="${last}"]`)).toBeVisible();
  await page.locator(`[id="${last}"]`).focus();
  await next.click();
  await expect(page.locator(FIRST)).toBeInViewport();
});

test("an item's menu is opened, read and left with keys; it clears an answer, apart from the rest", async ({ leadPage: page, team }) => {
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  const button = itemButton(page, "t9-i1-1");
  await button.focus();
  await page.keyboard.press("Enter");
  const menu = page.locator(".item-menu");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(menu.getByRole("button")).toHaveText(["Comments", "Files", "History", "Assign"]);
  await expect(menu.getByRole("button").first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.locator(FIRST).getByRole("radio", { name: /^4/ }).check();
  await button.click();
  await menu.getByRole("button", { name: "Clear this answer" }).click();
  await expect(page.locator(FIRST).getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("in forced colours a chosen rating and the progress are seen", async ({ leadPage: page, team }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(toolPath(team, 9));
  await expectSaved(page);
  await page.locator(FIRST).getByRole("radio", { name: /^4/ }).check();
  const colourOf = (place: string) => page.locator(place).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colourOf(`${FIRST} .tile:has(:checked)`)).not.toBe(await colourOf(`${FIRST} .tile:not(:has(:checked)) >> nth=0`));
  await expect(page.locator(".tool-count > progress")).toHaveCSS("border-top-style", "solid");
});

import { plainWords } from "@/content/ps-cope/plain-words/plain-words";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { itemAt } from "./support/fill-tool";
import { expect, test } from "./support/test";
import { openTool, toolPath } from "./support/tool-page";

const statements = toolItems(getTool(9)).filter(({ kind }) => kind === "rating");
const wordsOf = (id: string) => plainWords.get(id) as string;

test("every statement of Tool 9 has its plain words, marked as such, beside the printed ones and in its description", async ({ leadPage: page, team }) => {
  await openTool(page, team, 9);
  for (const { id, prompt } of statements) {
    await expect(itemAt(page, { id }).locator("legend")).toContainText(prompt.slice(0, 20));
    await expect(itemAt(page, { id }).locator(".plain-words")).toHaveText(`In plain words ${wordsOf(id)}`);
    await expect(itemAt(page, { id })).toHaveAccessibleDescription(`In plain words ${wordsOf(id)}`);
  }
  await expect(page.getByText("“In plain words” is this workbook’s wording.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("boxes, dates, tables and cells of a row are described by theirs", async ({ leadPage: page, team }) => {
  await openTool(page, team, 8);
  for (const [id, key] of [
    ["t8-s1-7-b", "t8-s1-7-b"],
    ["t8-s2-1", "t8-s2-1"],
    ["t8-s1-2", "t8-s1-2"],
    ["t8-principle-trust-comments", "t8-principle-trust"],
  ] as const) {
    await expect(itemAt(page, { id }), id).toHaveAccessibleDescription(`In plain words ${wordsOf(key)}`);
  }
});

test("readers see them too, without scripts as well, and paper doesn’t", async ({ app, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  const viewer = await createMember(app, team, "viewer");
  const page = await (await openBrowser(viewer, { javaScriptEnabled: false })).newPage();
  await page.goto(toolPath(team, 9));
  await expect(page.locator("main .item .plain-words")).toHaveCount(statements.length + 2);
  await expect(page.getByText(wordsOf("t9-i2-3"))).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(wordsOf("t9-i2-3"))).toBeHidden();

  // Without scripts axe can't look.
  const scripted = await (await openBrowser(viewer)).newPage();
  await scripted.goto(toolPath(team, 9));
  await expect(scripted.getByText(wordsOf("t9-i2-3"))).toBeVisible();
  await expectAccessible(scripted);
});

test("a lead turns them off for the team, and on again", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}/people`);
  const setting = page.getByRole("checkbox", { name: "Show hard sentences in plain words too" });
  const form = page.locator("form").filter({ has: setting });
  await expect(setting).toBeChecked();
  await setting.uncheck();
  await form.getByRole("button", { name: "Save setting" }).click();
  await expect(page.getByText("The setting is saved.")).toBeVisible();
  await openTool(page, team, 9);
  await expect(page.locator("main .plain-words")).toHaveCount(0);
  await expect(page.getByText("“In plain words” is this workbook’s wording.")).toHaveCount(0);
  await expect(itemAt(page, { id: "t9-i1-1" })).toHaveAccessibleDescription("");

  await page.goto(`/teams/${team.teamId}/people`);
  await expect(setting).not.toBeChecked();
  await setting.check();
  await form.getByRole("button", { name: "Save setting" }).click();
  await expect(page.getByText("The setting is saved.")).toBeVisible();
  await openTool(page, team, 9);
  await expect(page.locator("main .item .plain-words")).toHaveCount(statements.length + 2);
});

test("the glossary is a step from a tool, and a search in it works without scripts", async ({ leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await openTool(page, team, 9);
  await page.locator("main").getByRole("link", { name: "glossary", exact: true }).click();
  await expect(page).toHaveURL(/\/guide\/glossary$/);
  await expect(page.locator("#recovery-capital")).toContainText("All that helps a person recover");

  const plain = await (await openBrowser(null, { javaScriptEnabled: false })).newPage();
  await plain.goto("/guide/glossary");
  await plain.getByRole("searchbox", { name: "Find a word" }).fill("jail");
  await plain.getByRole("button", { name: "Find" }).click();
  await expect(plain.locator("#reentry")).toBeVisible();
  await expect(plain.locator("#pwud")).toHaveCount(0);
  await plain.goto("/guide/glossary?q=no+such+words");
  await expect(plain.getByText("The glossary does not have all of these words.")).toBeVisible();
});

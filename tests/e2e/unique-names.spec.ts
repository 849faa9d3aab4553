import { toolItems, toolName } from "@/lib/domain/tool/items";
import { createMember } from "@/tests/support/e2e-database";
import { TOOLS } from "@/tests/support/tools";
import { expectUniqueNames, findSameNames } from "./support/control-names";
import { itemAt } from "./support/fill-tool";
import { buildStage, fillEveryTool, type Stage } from "./support/pages";
import { expect, signIn, test as base } from "./support/test";
import { openItemPanel, openTool } from "./support/tool-page";

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ app }, provide) => {
      const stage = await buildStage(app);
      await fillEveryTool(app, stage);
      await provide(stage);
    },
    { scope: "worker" },
  ],
});

test("controls of one name are found, whoever is told apart by a group or leads to one place is not", async ({ page }) => {
  await page.setContent(`
    <button>Clear</button> <button>Clear</button> <a href="#1">Go</a> <a href="#2">Go</a> <a href="#1">Same</a> <a href="#1">Same</a>
    <fieldset><legend>One</legend><label><input type="radio" name="a">Yes</label></fieldset>
    <fieldset><legend>Two</legend><label><input type="radio" name="b">Yes</label></fieldset>
    <label>Goal: <input></label> <label>Goal: <textarea></textarea></label>`);
  expect(await findSameNames(page)).toEqual(["2 × button: Clear", "2 × link: Go", "2 × textbox: Goal:"]);
});

for (const tool of TOOLS) {
  test(`${toolName(tool)}: no two controls of one role have one name`, async ({ app, context, page, stage }) => {
    await signIn(context, app, stage.people.lead!);
    await openTool(page, stage.team, tool.number);
    await expectUniqueNames(page, "filled in");
    for (const item of toolItems(tool)) {
      // What an answer brings along has names too.
      if (item.kind === "rating" && item.id.endsWith("-5")) await itemAt(page, item).getByRole("radio", { name: /^D\/K/ }).check();
      if (item.kind === "table") await itemAt(page, item).getByRole("button", { name: /^Remove .* 1$/ }).click();
    }
    // All at once: to press one changes which are still closed.
    await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));
    await expectUniqueNames(page, "with everything open");
  });
}

test("for whoever only reads, no two controls of a tool have one name either", async ({ app, openBrowser, stage }) => {
  const page = await (await openBrowser(await createMember(app, stage.team, "viewer"))).newPage();
  for (const tool of TOOLS) {
    await page.goto(`/teams/${stage.team.teamId}/tools/${tool.number}`);
    await expectUniqueNames(page, toolName(tool));
  }
});

test("beside an item, the buttons of two conversations and of its changes say which they are for", async ({ leadPage: page, team }) => {
  await openTool(page, team, 8);
  await itemAt(page, { id: "t8-s1-1" }).fill("Dana");
  const panel = await openItemPanel(page, "t8-s1-1");
  for (const [at, words] of ["Who is this?", "How long?"].entries()) {
    await panel.getByLabel(at === 0 ? "Add a comment" : "Start another conversation").fill(words);
    await panel.getByRole("button", { name: "Add comment" }).click();
    await expect(panel.getByRole("button", { name: new RegExp(`^Edit your comment: “${words.replace("?", "\\?")}”`) })).toBeVisible();
  }
  await expectUniqueNames(page, "comments");
  for (const tab of ["Files", "History", "Assign"]) {
    await panel.getByRole("tab", { name: tab }).click();
    await expect(panel.getByRole("tabpanel", { name: tab })).not.toContainText("Loading");
    await expectUniqueNames(page, tab);
  }
});

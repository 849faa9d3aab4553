import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { itemButton, openItemPanel, openTool } from "./support/tool-page";

const TOOL = 8;
const ITEM = toolItems(getTool(TOOL))[0]!.id;

test("people talk about an item: a mention, a reply, a change, and then it is resolved", async ({ app, leadPage: page, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page, ITEM);
  const box = panel.getByLabel("Add a comment");
  await box.pressSequentially("Who answers this? @test m");
  await expect(panel.getByRole("listbox", { name: "People" }).getByRole("option", { name: "Test member" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(panel).toBeVisible();
  await box.pressSequentially("e");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("Who answers this? @Test member ");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeFocused();

  const theirs = await (await openBrowser(member, { viewport: { width: 390, height: 844 } })).newPage();
  await theirs.goto(`/teams/${team.teamId}/tools`);
  await expect(theirs.getByText("1 open comment")).toBeVisible();
  await theirs.goto(`/teams/${team.teamId}/tools/${TOOL}?panel=${ITEM}#${ITEM}`);
  const theirPanel = theirs.getByRole("dialog");
  await theirPanel.getByRole("button", { name: /^Reply/ }).click();
  await theirPanel.getByLabel("Your reply").fill("I do.");
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);
  await theirPanel.getByRole("button", { name: "Reply", exact: true }).click();
  await theirPanel.getByRole("button", { name: "Edit your comment" }).click();
  await theirPanel.getByLabel("Change your comment").fill("I do, by Friday.");
  await theirPanel.getByRole("button", { name: "Save" }).click();
  await expect(theirPanel.getByText(/, edited/)).toBeVisible();
  await theirPanel.getByRole("button", { name: /^Resolve/ }).click();
  await theirPanel.getByText("1 resolved conversation").click();
  await expect(theirPanel.getByText(/^Resolved by Test member/)).toBeVisible();
  await expectAccessible(theirs);

  await page.keyboard.press("Escape");
  await expect(itemButton(page, ITEM)).toBeFocused();
  await page.reload();
  await expect(itemButton(page, ITEM)).toHaveAccessibleName(/^2 comments \(resolved\)/);
});

test("a comment is deleted only after being asked, and a draft outlives the closed panel", async ({ leadPage: page, team }) => {
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page, ITEM);
  await panel.getByLabel("Add a comment").fill("Not needed.");
  await page.keyboard.press("Escape");
  await openItemPanel(page, ITEM);
  await expect(panel.getByLabel("Add a comment")).toHaveValue("Not needed.");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await panel.getByRole("button", { name: "Delete your comment" }).click();
  await expect(panel.getByRole("button", { name: "Keep it" })).toBeFocused();
  await panel.getByRole("button", { name: "Delete comment" }).click();
  await expect(panel.getByText("No comments yet.")).toBeVisible();
});

test("a viewer reads comments and is not asked to write; the tabs follow the arrow keys", async ({ app, openBrowser, team }) => {
  const viewer = await createMember(app, team, "viewer");
  const page = await (await openBrowser(viewer)).newPage();
  await page.goto(`/teams/${team.teamId}/tools/${TOOL}?panel=${ITEM}`);
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Your role lets you read comments, not write them.")).toBeVisible();
  await expect(panel.getByRole("textbox")).toHaveCount(0);
  await panel.getByRole("tab", { name: "Comments" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(panel.getByRole("tab", { selected: true })).toHaveText("Assign");
  await page.keyboard.press("Home");
  await expect(panel.getByRole("tab", { selected: true })).toHaveText("Comments");
});

test("who is mentioned goes by the name they have now, also in the box where the comment is changed", async ({ app, leadPage: page, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page, ITEM);
  await panel.getByLabel("Add a comment").fill("Who answers this? @Test member");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Who answers this? @Test member", { exact: true })).toBeVisible();

  const theirs = await (await openBrowser(member)).newPage();
  await theirs.goto("/account");
  await theirs.getByLabel(`Your name in ${team.agencyName}`).fill("River Otter");
  await theirs.getByRole("button", { name: `Save my name in ${team.agencyName}` }).click();
  await expect(theirs.getByText(`Your name in ${team.agencyName} is saved.`)).toBeVisible();

  await page.reload();
  await openItemPanel(page, ITEM);
  await expect(panel.getByText("Who answers this? @River Otter", { exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "Edit your comment" }).click();
  const box = panel.getByLabel("Change your comment");
  await expect(box).toHaveValue("Who answers this? @River Otter");
  await box.fill("Who answers this? @River Otter, please.");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("Who answers this? @River Otter, please.", { exact: true })).toBeVisible();
});

for (const [name, viewport] of [["laptop", { width: 1280, height: 800 }], ["phone", { width: 390, height: 844 }]] as const) {
  test(`on a ${name}, the names offered for a mention leave the button that sends in view`, async ({ app, leadPage: page, team }) => {
    for (let more = 0; more < 6; more += 1) await createMember(app, team, "member");
    await page.setViewportSize(viewport);
    await openTool(page, team, TOOL);
    const panel = await openItemPanel(page);
    await panel.getByLabel("Add a comment").pressSequentially("Could you look, @");
    await expect(panel.getByRole("listbox", { name: "People" }).getByRole("option")).toHaveCount(4);
    await expect(panel.getByLabel("Add a comment")).toBeInViewport();
    const send = panel.getByRole("button", { name: "Add comment" });
    await expect(send).toBeInViewport({ ratio: 1 });
    // Nothing lies over it either.
    await send.click();
    await expect(panel.getByText("Your comment was added.")).toBeFocused();
  });
}

test("a note about private details goes when the comment it is about was sent", async ({ leadPage: page, team }) => {
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page);
  await panel.getByLabel("Add a comment").fill("Call me at 614-555-0142");
  const note = panel.getByRole("note", { name: "Note about this answer" });
  await expect(note).toContainText("a phone number");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeFocused();
  await expect(note).toHaveCount(0);
  await expect(panel.getByLabel("Start another conversation")).toHaveValue("");
});

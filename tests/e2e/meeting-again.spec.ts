import type { Page } from "@playwright/test";
import { createMeeting, createPerson, joinTeam } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const NARROW_ROOM = { width: 1280, height: 720 };

async function putOnList(page: Page, tool: RegExp, count: number): Promise<void> {
  const tools = page.getByLabel("From a tool");
  await tools.selectOption((await tools.getByRole("option", { name: tool }).getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Show its items" }).click();
  const group = page.getByRole("group", { name: tool });
  for (let index = 0; index < count; index += 1) await group.getByRole("checkbox").nth(index).check();
  await page.locator("form", { has: group }).getByRole("button", { name: "Put on the list" }).click();
}

async function join(page: Page, code: string, ...names: readonly string[]): Promise<void> {
  await page.goto(`/meet/${code}`);
  await page.getByLabel(/^Your name, as you want it shown/).fill(names[0] ?? "");
  if (names.length > 1) {
    await page.getByText("Several of us share this phone").click();
    await page.getByLabel(/^The others’ names/).fill(names.slice(1).join("\n"));
  }
  await page.getByRole("button", { name: "Join", exact: true }).click();
}

const choose = (page: Page, answer: RegExp) => page.getByRole("radio", { name: answer }).check();
const COUNTED = "Counted. You can change it until the reveal.";

test("a second vote asks first and leaves the first as it was; what is typed outlives a reload; the keys are always there", async ({ app, team, lead, leadPage: screen, openBrowser }) => {
  test.setTimeout(90_000);
  await screen.setViewportSize(NARROW_ROOM);
  const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(app, team, lead)}`;
  await screen.goto(`${meeting}/mode`);
  await screen.getByRole("button", { name: "Start meeting mode" }).click();
  await expect(screen.getByText("Nobody has joined yet.")).toBeVisible();
  await putOnList(screen, /^Tool 4: /, 2);
  const items = screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem");
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText("Our organization: Addresses workforce diversity at all levels.");
  await screen.getByRole("button", { name: /^Down/ }).click();
  await expect(items.nth(1)).toContainText("Addresses workforce diversity");
  await screen.getByRole("button", { name: /^Up/ }).click();
  await expect(items.first()).toContainText("Addresses workforce diversity");
  await screen.goto(`${meeting}/screen`);
  const code = ((await screen.locator(".screen-code").textContent()) ?? "").replaceAll(" ", "");

  const maria = await (await openBrowser(null, { viewport: PHONE })).newPage();
  await join(maria, code, "Maria");
  const shared = await (await openBrowser(null, { viewport: PHONE })).newPage();
  await join(shared, code, "Rosa", "Theo", "Lee");
  await screen.getByRole("button", { name: "Begin" }).click();
  await expect(screen.getByText("Tool 4, item 1 · Our organization")).toBeVisible();
  await screen.keyboard.press("v");
  await choose(maria, /^Yes$/);
  await expect(maria.getByText(COUNTED)).toBeVisible();
  for (const [name, answer] of [["Rosa", /^No$/], ["Theo", /^No$/]] as const) {
    await shared.getByRole("button", { name }).click();
    await choose(shared, answer);
    await expect(shared.getByText(COUNTED)).toBeVisible();
    await shared.getByRole("button", { name: "Hand to the next person" }).click();
  }
  await screen.keyboard.press("r");
  await screen.keyboard.press("r");
  const dots = screen.getByRole("img", { name: "2 chose No, 1 chose Yes" });
  await expect(dots).toBeVisible();

  // Who shares a phone and missed the reveal votes late, like anybody.
  await shared.getByText("Somebody on this phone has not voted yet").click();
  await shared.getByRole("button", { name: "Lee" }).click();
  await choose(shared, /^Yes$/);
  await expect(shared.getByText("Counted, after the reveal.")).toBeVisible();

  // The words under the dots and every key are in sight.
  for (const place of [screen.locator(".dots-labels"), screen.getByRole("group", { name: "What the keys do" })]) {
    await expect(place).toBeInViewport({ ratio: 1 });
  }
  await expectAccessible(screen);

  await screen.getByRole("radio", { name: /^In Progress$/ }).check();
  await screen.getByLabel(/^Why\?/).fill("Heron two: hiring has begun.");
  await screen.reload();
  await expect(screen.getByLabel(/^Why\?/)).toHaveValue("Heron two: hiring has begun.");
  await expect(screen.getByRole("radio", { name: /^In Progress$/ })).toBeChecked();
  await screen.getByRole("button", { name: "Record the decision" }).click();
  const decided = screen.getByRole("region", { name: "The team decided" });
  await expect(decided.getByText("In Progress")).toBeVisible();

  // A second vote is asked first; called off, everything is as it was.
  await screen.getByRole("heading", { level: 1 }).click();
  await screen.keyboard.press("v");
  await expect(screen.getByText(/^Press V again to open another vote\./)).toBeVisible();
  await screen.keyboard.press("Escape");
  await expect(dots).toBeVisible();
  await screen.keyboard.press("v");
  await screen.keyboard.press("v");
  await expect(screen.getByText("0 of 4 voted")).toBeVisible();
  await choose(maria, /^No$/);
  await expect(screen.getByText("1 of 4 voted")).toBeVisible();
  await screen.keyboard.press("c");
  await screen.keyboard.press("c");
  await expect(dots).toBeVisible();
  await expect(decided.getByText("In Progress")).toBeVisible();

  // The end says that it ended, and the record holds what was decided and what the vote showed.
  await screen.getByRole("link", { name: "Items, people and the end" }).click();
  await screen.getByRole("button", { name: "End meeting mode" }).click();
  await screen.getByRole("dialog").getByRole("button", { name: "End meeting mode" }).click();
  await expect(screen.getByText("Meeting mode has ended")).toBeVisible();
  await screen.getByRole("link", { name: "the meeting’s page" }).click();
  const record = screen.getByRole("region", { name: "Decided together" });
  await expect(record.getByText("In Progress", { exact: true })).toBeVisible();
  await expect(record.getByText("3 voted, views differ. 2 chose No, 1 chose Yes.")).toBeVisible();
  await expectAccessible(screen);
});

test("a complete tool is said before a vote; people who share a phone vote without a script; a partner needs a seat", async ({ app, team, lead, leadPage: screen, openBrowser, problems }) => {
  test.setTimeout(90_000);
  problems.expect(/\(csp\)/);
  const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(app, team, lead)}`;
  await screen.goto(`${meeting}/mode`);
  await screen.getByRole("button", { name: "Start meeting mode" }).click();
  await expect(screen.getByText("Nobody has joined yet.")).toBeVisible();
  await putOnList(screen, /^Tool 12: /, 1);
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(1);
  await expect(screen.getByRole("group", { name: "Idea #2" })).toBeVisible();
  await expectAccessible(screen);
  await screen.setViewportSize(PHONE);
  await expectNoSidewaysScroll(screen);
  await putOnList(screen, /^Tool 4: /, 1);
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(2);
  await screen.getByRole("button", { name: /^Take off.*Promising idea/ }).click();
  await screen.getByRole("dialog").getByRole("button", { name: "Take off" }).click();
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(1);
  const tool = await (await openBrowser(lead)).newPage();
  await tool.goto(`/teams/${team.teamId}/tools/4`);
  await tool.getByRole("link", { name: "Mark complete" }).click();
  await tool.getByRole("button", { name: "Mark complete with blanks" }).click();
  await expect(tool.getByRole("heading", { name: "Tool 4 is marked complete" })).toBeVisible();
  await screen.goto(`${meeting}/screen`);
  const code = ((await screen.locator(".screen-code").textContent()) ?? "").replaceAll(" ", "");
  await screen.getByRole("button", { name: "Begin" }).click();
  await expect(screen.getByText("Tool 4 is marked complete, so a decision can’t be saved into it.")).toBeVisible();
  await screen.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(screen.getByText("0 of 0 voted")).toBeVisible();

  const phone = await (await openBrowser(null, { viewport: PHONE, javaScriptEnabled: false })).newPage();
  await join(phone, code, "Rosa", "Theo");
  await phone.getByRole("radio", { name: "Theo" }).check();
  await choose(phone, /^Yes$/);
  await phone.getByRole("button", { name: "Send my vote" }).click();
  await expect(screen.getByText("1 of 2 voted")).toBeVisible();
  await expect(phone.getByRole("radio", { name: "Theo" })).toHaveCount(0);
  await expect(phone.getByRole("radio", { checked: true })).toHaveCount(0);
  await phone.getByRole("radio", { name: "Rosa" }).check();
  await choose(phone, /^No$/);
  await phone.getByRole("button", { name: "Send my vote" }).click();
  await expect(screen.getByText("2 of 2 voted")).toBeVisible();
  await expect(phone.getByText("All on this phone have voted")).toBeVisible();

  const partner = await createPerson(app, "Pat Partner");
  await joinTeam(app, team, partner, "partner", []);
  const page = await (await openBrowser(partner)).newPage();
  await page.goto(`${meeting}/screen`);
  await expect(page.getByRole("heading", { name: "Join the meeting first" })).toBeVisible();
  await expectAccessible(page);
});

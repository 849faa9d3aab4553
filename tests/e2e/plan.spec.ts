import type { Page } from "@playwright/test";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { linesToAnswers, type PlanLine } from "@/prisma/plan-lines";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { type AppUnderTest, expect, test } from "./support/test";
import { openTool } from "./support/tool-page";

const LINE = "t12-sheet-1-step-";
const MORE = "t12-sheet-2-more";

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function plan(app: AppUnderTest, person: TestPerson, { teamId }: TestTeam, lines: Readonly<Record<string, PlanLine>>): Promise<void> {
  const answers = { "t12-sheet-1-idea": "Follow-up by a peer", "t12-sheet-2-idea": "One shared picture", ...linesToAnswers(lines) };
  await saveAnswers({ appUrl: app.url, person, teamId, toolNumber: 12 }, answers);
}

async function planAll(app: AppUnderTest, lead: TestPerson, team: TestTeam, more: Readonly<Record<string, PlanLine>> = {}): Promise<void> {
  await plan(app, lead, team, {
    ...more,
    [`${LINE}1`]: { what: "Hire two weekend peers", lead: "Open Door Recovery Center", due: dayFromNow(-40), status: "blocked", why: "The contract is not signed." },
    [`${LINE}2`]: { what: "Lend the peers a car", owner: lead.userId, due: dayFromNow(3) },
    [`${LINE}3`]: { what: "Agree how officers ask", lead: "Outreach sergeant", due: dayFromNow(-90), status: "done" },
    [`${MORE}/a`]: { what: "Draft the one-page layout", owner: lead.userId, due: dayFromNow(90), status: "under-way" },
    [`${MORE}/b`]: { what: "Read the first page together" },
  });
}

const planPath = ({ teamId }: TestTeam, search = "") => `/teams/${teamId}/plan${search}`;
const listOf = (page: Page) => page.getByRole("region", { name: "Actions" });
const rowOf = (page: Page, what: string) => page.getByRole("row").filter({ hasText: what });
const columnOf = (page: Page, status: string) => page.getByRole("region", { name: new RegExp(`^${status}`) });

async function openBoard(page: Page, team: TestTeam): Promise<void> {
  await page.goto(planPath(team, "?view=board"));
  await expect(page.getByRole("button", { name: "Add an action" })).toBeEnabled();
}

async function move(page: Page, what: string, to: RegExp): Promise<void> {
  await page.locator("summary").filter({ hasText: what }).click();
  await page.getByRole("button", { name: to }).click();
}

test("all actions of a team stand in a table by when they are due, and on a board by how they stand", { tag: "@smoke" }, async ({ app, lead, leadPage: page, team }) => {
  await planAll(app, lead, team);
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("navigation", { name: "Places of this team" }).getByRole("link", { name: "Plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Plan" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^(Overdue|Next 30 days|Later|No date|Done) \d$/ })).toHaveText([/Overdue 1/, /Next 30 days 1/, /Later 1/, /No date 1/, /Done 1/]);
  const late = rowOf(page, "Hire two weekend peers");
  await expect(late).toContainText("No account");
  await expect(late).toContainText("40 days over");
  await expect(late).toContainText(/Blocked since .+: The contract is not signed\./);
  await expect(late.getByRole("link", { name: "Follow-up by a peer" })).toBeVisible();
  await expect(rowOf(page, "Lend the peers a car")).toContainText("You");
  await expect(page.getByRole("img", { name: "5 actions: 1 done, 1 under way, 1 blocked, 2 not started" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("radio", { name: "Board" }).check();
  await expect(page).toHaveURL(/\?view=board$/);
  await expect(columnOf(page, "Not started").getByRole("listitem")).toHaveCount(2);
  await expect(columnOf(page, "Blocked")).toContainText("Hire two weekend peers");
  await expectAccessible(page);
});

test("filters stand in the address; nothing that matches says so, and they are cleared at once", async ({ app, lead, leadPage: page, team }) => {
  await planAll(app, lead, team);
  await page.goto(planPath(team));
  const rows = listOf(page).locator("tbody tr:not(.plan-group)");
  await expect(rows).toHaveCount(5);
  await page.getByRole("checkbox", { name: "Mine (2)" }).check();
  await expect(rows).toHaveCount(2);
  await page.getByLabel("Due", { exact: true }).selectOption("week");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/\?mine=1&due=week$/);
  await page.getByRole("list", { name: "Filter by status" }).getByRole("link", { name: /blocked/ }).click();
  await expect(page.getByText("No action matches.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(rows).toHaveCount(5);
  await page.getByLabel("Owner").selectOption({ label: "Open Door Recovery Center, no account (1)" });
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Hire two weekend peers");
});

test("without scripts the plan is read and filtered all the same", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await planAll(app, lead, team);
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await page.goto(planPath(team));
  const rows = listOf(page).locator("tbody tr:not(.plan-group)");
  await expect(rows).toHaveCount(5);
  await page.getByLabel("Due", { exact: true }).selectOption("overdue");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("radio", { name: "Board" }).check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(columnOf(page, "Blocked").getByRole("listitem")).toHaveCount(1);
  await page.getByRole("list", { name: "Filter by status" }).getByRole("link", { name: /done/ }).click();
  await expect(page.getByText("No action matches.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(columnOf(page, "Done").getByRole("listitem")).toHaveCount(1);
});

test("of a long plan the first sixty come with the page, and the rest with its scripts or on asking", async ({ app, lead, leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  const more = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`${MORE}/long-${index}`, { what: `Step ${index + 1} of many`, due: dayFromNow(index + 1) }]));
  await planAll(app, lead, team, more);
  const rows = (on: Page) => listOf(on).locator("tbody tr:not(.plan-group)");
  await page.goto(planPath(team));
  await expect(rows(page)).toHaveCount(75);
  await expect(page.getByRole("link", { name: /^All \d+ actions/ })).toHaveCount(0);

  const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await plain.goto(planPath(team));
  await expect(rows(plain)).toHaveCount(60);
  await expect(plain.getByRole("rowheader", { name: /^(Overdue|Next 30 days|Later) \d+$/ })).toHaveText([/Overdue 1/, /Next 30 days 31/, /Later 41/]);
  await plain.getByRole("link", { name: "All 75 actions" }).click();
  await expect(rows(plain)).toHaveCount(75);
  await plain.goto(planPath(team, "?view=board"));
  await expect(columnOf(plain, "Not started").getByRole("listitem")).toHaveCount(15);
  await plain.getByRole("link", { name: /^All 72 actions ?: Not started/ }).click();
  await expect(columnOf(plain, "Not started").getByRole("listitem")).toHaveCount(72);
});

test("by keyboard an action is moved: told once, the focus stays with its card, and it is undone", async ({ app, lead, leadPage: page, team }) => {
  await planAll(app, lead, team);
  await openBoard(page, team);
  const menu = page.locator("summary").filter({ hasText: "Draft the one-page layout" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Done" })).toBeVisible();
  await expectAccessible(page);
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(columnOf(page, "Done")).toContainText("Draft the one-page layout");
  await expect(page.getByRole("status").filter({ hasText: "“Draft the one-page layout” moved to Done." })).toHaveCount(1);
  await expect(menu).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(columnOf(page, "Under way")).toContainText("Draft the one-page layout");
  await expect(page.getByRole("status").filter({ hasText: "is back in Under way." })).toHaveCount(1);
  await expect(menu).toBeFocused();
  // A move is a change of the tool like any other.
  await page.goto(`/teams/${team.teamId}/tools/12/history`);
  await expect(page.getByRole("main")).toContainText("Under way");
});

test("a block asks why before it moves, and keeps the words where it can't", async ({ app, lead, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await planAll(app, lead, team);
  await openBoard(page, team);
  await move(page, "Read the first page together", /^Blocked/);
  const dialog = page.getByRole("dialog", { name: "Why is it blocked?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move to Blocked" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Say why it is blocked");
  await expect(columnOf(page, "Blocked").getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  const reason = dialog.getByLabel("What stands in the way");
  await reason.fill("Nobody has the key.");
  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: "Move to Blocked" }).click();
  await expect(dialog.getByText("We could not reach the server.")).toBeVisible();
  await expect(reason).toHaveValue("Nobody has the key.");
  await page.context().setOffline(false);
  await dialog.getByRole("button", { name: "Move to Blocked" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(columnOf(page, "Blocked")).toContainText(/Blocked since .+: Nobody has the key\./);
  await expect(page.locator("summary").filter({ hasText: "Read the first page together" })).toBeFocused();
});

test("offline the page says so, a move is refused in words, and is tried again", async ({ app, lead, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await planAll(app, lead, team);
  await openBoard(page, team);
  await page.context().setOffline(true);
  await expect(page.getByText("No network. You can read the plan")).toBeVisible();
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(rowOf(page, "Lend the peers a car")).toBeVisible();
  await move(page, "Lend the peers a car", /^Done/);
  await expect(page.getByText("“Lend the peers a car” was not moved to Done.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("No network. You can read the plan")).toHaveCount(0);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("“Lend the peers a car” moved to Done.")).toBeVisible();
  await expect(rowOf(page, "Lend the peers a car")).toContainText("Done");
});

test("owner and date are changed in a form, and an action is added to its idea", async ({ app, lead, leadPage: page, team }) => {
  const member = await createMember(app, team, "member");
  await planAll(app, lead, team);
  await page.goto(planPath(team));
  await page.locator("summary").filter({ hasText: "Read the first page together" }).click();
  await page.getByRole("button", { name: "Owner and due date…" }).click();
  const editing = page.getByRole("dialog", { name: "Owner and due date" });
  await expectAccessible(page);
  await editing.getByLabel("Owner").selectOption(member.userId);
  await editing.getByLabel("Due date").fill(dayFromNow(5));
  await editing.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, "Read the first page together")).toContainText(member.name);
  await expect(rowOf(page, "Read the first page together")).toContainText("in 5 days");

  await page.getByRole("button", { name: "Add an action" }).click();
  const adding = page.getByRole("dialog", { name: "Add an action" });
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(adding.getByRole("alert")).toContainText("Choose an idea.");
  await expectAccessible(page);
  await adding.getByLabel("Idea").selectOption("t12-sheet-1");
  await adding.getByLabel("What is to be done").fill("Count the offers");
  await adding.getByLabel("Lead, in words").fill("Crime analyst");
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("“Count the offers” was added to the plan.")).toBeVisible();
  await expect(rowOf(page, "Count the offers")).toContainText("Crime analyst");
  await openTool(page, team, 12);
  await page.goto(`/teams/${team.teamId}/tools/12?section=all`);
  await expect(page.locator(`#${LINE}4-action`)).toHaveValue("Count the offers");
});

test("adding is undone by keyboard, the focus goes back to where it began; what a teammate wrote on it meanwhile stays, and that is said", async ({ app, lead, leadPage: page, team }) => {
  const member = await createMember(app, team, "member");
  await planAll(app, lead, team);
  await page.goto(planPath(team));
  const begin = page.getByRole("button", { name: "Add an action" });
  const add = async (what: string) => {
    await begin.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Add an action" });
    await dialog.getByLabel("Idea").selectOption("t12-sheet-1");
    await dialog.getByLabel("What is to be done").fill(what);
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Add", exact: true }).press("Enter");
    await expect(page.getByRole("status").filter({ hasText: `“${what}” was added to the plan.` })).toHaveCount(1);
    await expect(rowOf(page, what)).toHaveCount(1);
  };
  await add("Count the offers");
  await page.getByRole("button", { name: "Undo" }).focus();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "“Count the offers” is out of the plan again." })).toHaveCount(1);
  await expect(rowOf(page, "Count the offers")).toHaveCount(0);
  await expect(begin).toBeFocused();
  await page.goto(`/teams/${team.teamId}/tools/12?section=t12-sheet-1`);
  await expect(page.locator(`[id="${LINE}4-action"]`)).toHaveValue("");
  await page.goto(planPath(team));

  await add("Print the cards");
  await saveAnswers({ appUrl: app.url, person: member, teamId: team.teamId, toolNumber: 12 }, { [`${LINE}4-lead`]: "The print shop" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It was not undone. Somebody has changed this action since you added it" })).toHaveCount(1);
  await expect(rowOf(page, "Print the cards")).toContainText("The print shop");
  await expect(page.locator("summary").filter({ hasText: "Print the cards" })).toBeFocused();
});

test("a lead without an account is suggested from Tool 8's team, by name alone", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 }, { "t8-s1-3": [{ id: "r1", cells: { name: "Sam Ortiz", role: "Peer lead" } }] });
  await planAll(app, lead, team);
  await page.goto(planPath(team));
  await page.getByRole("button", { name: "Add an action" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an action" });
  const field = dialog.getByLabel("Lead, in words");
  await expect(field).toHaveValue("");
  await expect(field).toHaveAccessibleDescription(/named in Tool 8 are suggested/);
  const list = await field.getAttribute("list");
  await expect(page.locator(`[id="${list}"] option`)).toHaveAttribute("value", "Sam Ortiz");
  await expectAccessible(page);
});

test("what one person moves shows on another's screen, on the board and in the tool; of two the later one stands", async ({ app, lead, leadPage, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await planAll(app, lead, team);
  await openBoard(leadPage, team);
  const theirs = await (await openBrowser(member)).newPage();
  await openBoard(theirs, team);
  await move(theirs, "Read the first page together", /^Under way/);
  await expect(columnOf(leadPage, "Under way")).toContainText("Read the first page together");
  await move(leadPage, "Read the first page together", /^Done/);
  await expect(columnOf(theirs, "Done")).toContainText("Read the first page together");
  await expect(columnOf(leadPage, "Done")).toContainText("Read the first page together");

  // What somebody types in the tool shows here, too; the menu in hand stays there.
  const menu = leadPage.locator("summary").filter({ hasText: "Lend the peers a car" });
  await menu.focus();
  await saveAnswers({ appUrl: app.url, person: member, teamId: team.teamId, toolNumber: 12 }, { [`${LINE}2-status`]: { option: "under-way" } });
  await expect(columnOf(leadPage, "Under way")).toContainText("Lend the peers a car");
  await expect(menu).toBeFocused();
});

test("a card is dragged to another list, and asks why where it is blocked", async ({ app, lead, leadPage: page, team }) => {
  await planAll(app, lead, team);
  await openBoard(page, team);
  const card = page.locator(".plan-what").filter({ hasText: "Lend the peers a car" });
  await card.dragTo(columnOf(page, "Under way").getByRole("heading"));
  await expect(columnOf(page, "Under way")).toContainText("Lend the peers a car");
  await card.dragTo(columnOf(page, "Blocked").getByRole("heading"));
  await expect(page.getByRole("dialog", { name: "Why is it blocked?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(columnOf(page, "Under way")).toContainText("Lend the peers a car");
});

test("my actions stand on the team's home and among my teams, and lead to the plan", async ({ app, lead, leadPage: page, team }) => {
  await planAll(app, lead, team);
  await page.goto(`/teams/${team.teamId}`);
  const yours = page.getByRole("region", { name: "Yours and overdue" });
  await expect(yours).toContainText("Open Door Recovery Center has this.");
  await yours.getByRole("link", { name: "Lend the peers a car" }).click();
  await expect(page.getByRole("checkbox", { name: "Mine (2)" })).toBeChecked();
  await expect(listOf(page).locator("tbody tr:not(.plan-group)")).toHaveCount(2);
  await page.goto("/agencies");
  await expect(page.getByRole("link", { name: "Plan, Lend the peers a car" })).toBeVisible();
  await expectAccessible(page);
});

test("what others changed since one looked is counted, shown alone, and seen", async ({ app, lead, leadPage: page, team }) => {
  const member = await createMember(app, team, "member");
  await planAll(app, lead, team);
  await saveAnswers({ appUrl: app.url, person: member, teamId: team.teamId, toolNumber: 12 }, { [`${LINE}2-status`]: { option: "under-way" } });
  await page.goto(planPath(team));
  await expect(rowOf(page, "Lend the peers a car")).toContainText(/under way \w+ \d+/);
  await page.getByRole("link", { name: "1 change that is new to you" }).click();
  await expect(listOf(page).locator("tbody tr:not(.plan-group)")).toHaveCount(1);
  await page.getByRole("button", { name: "Mark as seen" }).click();
  await expect(page.getByText("No action matches.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.locator(".plan-new")).toHaveCount(0);
});

test("a plan of a complete tool stands still and says why; who only reads is offered nothing; a partner without the tool finds no plan", async ({ app, lead, leadPage: page, openBrowser, problems, team }) => {
  await planAll(app, lead, team);
  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(planPath(team));
  await expect(rowOf(viewer, "Hire two weekend peers")).toBeVisible();
  await expect(viewer.locator(".plan-menu")).toHaveCount(0);
  await expect(viewer.getByRole("button", { name: "Add an action" })).toHaveCount(0);

  await page.goto(`/teams/${team.teamId}/tools/12/complete`);
  await page.getByRole("button", { name: "Mark complete with blanks", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tool 12 is marked complete" })).toBeVisible();
  await page.goto(planPath(team));
  await expect(page.getByText("Tool 12 is marked complete, so its actions stand still.")).toBeVisible();
  await expect(page.locator(".plan-menu")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add an action" })).toHaveCount(0);
  await expectAccessible(page);

  problems.expect(/404/);
  const partner = await (await openBrowser(await createMember(app, team, "partner", [3]))).newPage();
  const answer = await partner.goto(planPath(team));
  expect(answer?.status()).toBe(404);
  await partner.goto(`/teams/${team.teamId}`);
  await expect(partner.getByRole("navigation", { name: "Places of this team" }).getByRole("link", { name: "Plan" })).toHaveCount(0);
});

test("before there are actions the plan says where they come from", async ({ leadPage: page, team }) => {
  await page.goto(planPath(team));
  await expect(page.getByText("There are no actions yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add an action" }).click();
  await page.getByLabel("Idea").selectOption("t12-sheet-2");
  await page.getByLabel("What is to be done").fill("Begin");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(rowOf(page, "Begin")).toBeVisible();
});

for (const view of ["table", "board"]) {
  test(`at 390 px the ${view} stays within the page, with very long words, too`, async ({ app, lead, openBrowser, team }) => {
    await planAll(app, lead, team, { [`${LINE}4`]: { what: `${"Rehabilitationseinrichtung".repeat(6)} and then some more words`, lead: "x".repeat(80), why: "y".repeat(300), status: "blocked" } });
    const page = await (await openBrowser(lead, { viewport: { width: 390, height: 844 } })).newPage();
    await page.goto(planPath(team, `?view=${view}`));
    await expect(page.getByText("Lend the peers a car").first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.locator("summary").filter({ hasText: "Lend the peers a car" }).click();
    await expect(page.getByRole("button", { name: "Done" })).toBeInViewport();
    await expectNoSidewaysScroll(page);
  });
}

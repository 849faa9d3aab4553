import type { Page } from "@playwright/test";
import type { TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, showHistoryNames, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { type AppUnderTest, expect, test } from "./support/test";
import { expectSaved, openTool, toolPath } from "./support/tool-page";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;
const table = items.find((item) => item.id === "t8-s1-3") as TableItem;

/** Moves what was recorded so far into the past, so that the next change has a minute of its own. */
async function passTime(app: AppUnderTest, { agencyId }: TestTeam, interval = "5 minutes"): Promise<void> {
  await app.database.query(
    `update answer_revision set minute = minute - $2::interval, changed_at = changed_at - $2::interval where agency_id = $1`,
    [agencyId, interval],
  );
}

const answerAs = (app: AppUnderTest, person: TestPerson, { teamId }: TestTeam, answers: Parameters<typeof saveAnswers>[1]) =>
  saveAnswers({ appUrl: app.url, person, teamId, toolNumber: TOOL }, answers);

async function openHistory(page: Page, itemId: string) {
  await page.locator(`[data-item-panel="${itemId}"]`).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("tab", { name: "History" }).click();
  return panel.getByRole("tabpanel", { name: "History" });
}

test("an item's history shows who changed what, and brings an answer back after asking", async ({ app, lead, leadPage: page, team }) => {
  await showHistoryNames(app, team);
  const box = page.locator(`[id="${text}"]`).getByRole("textbox").or(page.locator(`textarea[id="${text}"]`)).first();
  await answerAs(app, lead, team, { [text]: "We meet on the first Monday of the month, in the library on Harbor Street, from nine to ten in the morning." });
  await passTime(app, team);
  await openTool(page, team, TOOL);
  await box.fill("We meet on the last Friday of the month, in the library on Harbor Street, from nine to ten in the morning.");
  await expectSaved(page);

  const history = await openHistory(page, text);
  await expect(history.getByRole("article")).toHaveCount(2);
  const newest = history.getByRole("article").first();
  await expect(newest.getByRole("heading")).toContainText("Test lead");
  await expect(newest.locator("del")).toContainText("first Monday");
  await expect(newest.locator("ins")).toContainText("last Friday");
  await expectAccessible(page);

  await newest.getByRole("button", { name: "Bring back the old answer" }).click();
  await expect(newest.getByRole("heading", { name: "Bring back this answer?" })).toBeFocused();
  await newest.getByRole("button", { name: "Cancel" }).click();
  await expect(newest.getByRole("button", { name: "Bring back the old answer" })).toBeFocused();
  await newest.getByRole("button", { name: "Bring back the old answer" }).click();
  await newest.getByRole("button", { name: "Bring it back" }).click();
  await expect(history.getByRole("status")).toHaveText("The answer is back. The tool shows it now.");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(box).toHaveValue("We meet on the first Monday of the month, in the library on Harbor Street, from nine to ten in the morning.");
  await page.reload();
  await expect(box).toHaveValue("We meet on the first Monday of the month, in the library on Harbor Street, from nine to ten in the morning.");
});

test("a removed row is listed with what it held and comes back", async ({ app, lead, leadPage: page, team }) => {
  await showHistoryNames(app, team);
  const [column] = table.columns;
  if (!column) throw new Error("The table has no column");
  await answerAs(app, lead, team, { [table.id]: [{ id: "a", cells: { [column.id]: "Night shift lead" } }, { id: "b", cells: { [column.id]: "Peer worker" } }] });
  await passTime(app, team);
  await openTool(page, team, TOOL);
  const cells = page.locator(`[data-item-panel="${table.id}"]`).locator("xpath=ancestor::*[.//tbody][1]").locator("tbody tr td:first-of-type textarea");
  await page.getByRole("button", { name: new RegExp(`^Remove ${table.rowName} 1`) }).first().click();
  await expectSaved(page);
  const history = await openHistory(page, table.id);
  await expect(history.getByText("Removed by Test lead")).toBeVisible();
  await history.getByRole("button", { name: "Bring back this row" }).click();
  await expect(history.getByRole("status")).toHaveText("The row is back. The tool shows it now.");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(cells.first()).toHaveValue("Night shift lead");
});

test("a viewer reads the history and is offered nothing that changes it", async ({ app, lead, openBrowser, team }) => {
  await answerAs(app, lead, team, { [text]: "Before" });
  await passTime(app, team);
  await app.database.query("update answer_revision set after = '\"Something else\"' where agency_id = $1", [team.agencyId]);
  const page = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await page.goto(toolPath(team, TOOL));
  const history = await openHistory(page, text);
  await expect(history.getByRole("article")).toHaveCount(1);
  await expect(history.getByRole("button", { name: /Bring back/ })).toHaveCount(0);
});

test("the timeline of a tool can be read, filtered and paged without JavaScript", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await showHistoryNames(app, team);
  const member = await createMember(app, team, "member");
  await answerAs(app, lead, team, { [text]: "From the lead" });
  await passTime(app, team, "2 days");
  const others = items.filter((item) => item.kind === "text").slice(1, 4).map(({ id }) => id);
  await answerAs(app, member, team, Object.fromEntries(others.map((id) => [id, "From the member"])));
  // More than a page, long ago.
  await app.database.query(
    `insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
     select agency_id, id, $3, $4, at, to_jsonb('Week ' || n), to_jsonb('Week ' || n + 1 || '.'), at
       from response, generate_series(1, 100) n, lateral (select date_trunc('minute', now()) - n * interval '7 days' as at) t
      where agency_id = $1 and team_id = $2 and tool_id = 'tool-${TOOL}'`,
    [team.agencyId, team.teamId, text, lead.userId],
  );
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await page.goto(toolPath(team, TOOL));
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Test member answered 3 items" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Test lead answered 1 item" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Show older" }).click();
  await expect(page.getByText("Week 101.")).toBeVisible();
  await page.getByRole("link", { name: "Show the newest" }).click();
  await page.getByLabel("Person").selectOption({ label: "Test member" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Test member answered 3 items" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Test lead/ })).toHaveCount(0);
});

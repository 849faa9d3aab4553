import type { Page } from "@playwright/test";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, type TestPerson } from "@/tests/support/e2e-database";
import { passAMonth } from "@/tests/support/rosters";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { expectSaved, openTool, toolPath } from "./support/tool-page";

const PHONE = { viewport: { width: 390, height: 844 } };
const LIVED = "People who use drugs (PWUD), and people with lived experience of recovery";

const lineOf = (page: Page, title: string) => page.getByRole("region", { name: "Who the toolkit asks for" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const own = (page: Page) => page.getByRole("region", { name: "How you take part" });
const peoplePath = ({ teamId }: { teamId: string }) => `/teams/${teamId}/people`;

async function openOwn(page: Page): Promise<void> {
  await own(page).locator("summary").click();
  await expect(own(page).getByRole("button", { name: "Save how I take part" })).toBeEnabled();
}

test("somebody says how they take part and takes it back, by keyboard; nobody else's page shows that they did", async ({ app, leadPage, openBrowser, team }) => {
  const people: TestPerson[] = [];
  for (let more = 0; more < 4; more++) people.push(await createMember(app, team, "member"));
  const page = await (await openBrowser(people[0] as TestPerson)).newPage();
  await page.goto(peoplePath(team));
  const summary = own(page).locator("summary");
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  await expect(own(page).getByText("Who sees what you choose")).toBeVisible();
  const [lived, silent] = [own(page).getByRole("checkbox", { name: "I speak from lived experience" }), own(page).getByRole("checkbox", { name: "I’d rather not say" })];
  await expect(silent).toBeChecked();
  await expectAccessible(page);
  await tabTo(page, lived);
  await page.keyboard.press("Space");
  await expect(silent).not.toBeChecked();
  await tabTo(page, own(page).getByRole("button", { name: "Save how I take part" }));
  await page.keyboard.press("Enter");
  await expect(own(page).getByRole("status").filter({ hasText: "Saved. Only you can see what you chose." })).toHaveCount(1);
  await expectAccessible(page);
  await page.reload();
  await openOwn(page);
  await expect(lived).toBeChecked();
  await expect(lineOf(page, LIVED)).toContainText("Nobody has said so yet");

  // Neither today nor in what a lead's page holds at all.
  await leadPage.goto(peoplePath(team));
  await expect(lineOf(leadPage, LIVED)).toContainText("Nobody has said so yet");
  await openOwn(leadPage);
  await expect(own(leadPage).getByRole("checkbox", { name: "I’d rather not say" })).toBeChecked();

  await passAMonth(team.agencyId, app.database);
  await leadPage.reload();
  await expect(lineOf(leadPage, LIVED)).toContainText("Somebody here says so");
  await silent.check();
  await expect(lived).not.toBeChecked();
  await own(page).getByRole("button", { name: "Save how I take part" }).click();
  await expect(own(page).getByRole("status").filter({ hasText: "Saved." })).toHaveCount(1);
  const { rowCount } = await app.database.query("select 1 from own_seat where agency_id = $1", [team.agencyId]);
  expect(rowCount).toBe(0);
  await leadPage.reload();
  await expect(lineOf(leadPage, LIVED)).toContainText("Somebody here says so");
  await passAMonth(team.agencyId, app.database);
  await leadPage.reload();
  await expect(lineOf(leadPage, LIVED)).toContainText("Nobody has said so yet");
});

test("a small team is told nothing; what a lead says for the team stands there for all who take part, and no viewer is shown any of it", async ({ app, leadPage: page, openBrowser, team }) => {
  const partner = await createMember(app, team, "partner", [6]);
  await page.goto(peoplePath(team));
  await expect(lineOf(page, "Community partners")).toContainText("Not shown in a small team");
  await expect(lineOf(page, "An implementation lead")).toContainText("Not named in Tool 8 yet");
  const line = lineOf(page, "Community partners");
  await line.locator("summary").click();
  await line.getByRole("radio", { name: "We are looking for somebody" }).check();
  await line.getByLabel("Where you are looking, about: Community partners").fill(`Ask the boards${" of all the houses along the river".repeat(5)}`);
  await expectAccessible(page);
  await line.getByRole("button", { name: "Save what the team says about: Community partners" }).click();
  await expect(line.getByText("What the team says is saved.")).toBeVisible();
  await expect(line).toContainText("The team is looking for somebody. Ask the boards");
  const staff = lineOf(page, "Public safety staff");
  await staff.locator("summary").click();
  await staff.getByRole("radio", { name: "We have somebody for this" }).check();
  await staff.getByRole("button", { name: /^Save what the team says/ }).click();
  await expect(staff).toContainText("The team has somebody");

  const theirs = await (await openBrowser(partner, PHONE)).newPage();
  await theirs.goto(peoplePath(team));
  await expect(lineOf(theirs, "Community partners")).toContainText("The team is looking for somebody.");
  await expect(lineOf(theirs, "Community partners").locator("summary")).toHaveCount(0);
  await expect(lineOf(theirs, "An implementation lead")).toHaveCount(0);
  await openOwn(theirs);
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);

  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(peoplePath(team));
  await expect(viewer.getByRole("heading", { name: "In this team" })).toBeVisible();
  await expect(viewer.getByRole("region", { name: "Who the toolkit asks for" })).toHaveCount(0);
  await expect(own(viewer)).toHaveCount(0);
});

test("more words than fit are refused at their field, and stay", async ({ leadPage: page, team }) => {
  await page.goto(peoplePath(team));
  const line = lineOf(page, LIVED);
  await line.locator("summary").click();
  await line.getByRole("radio", { name: "We are looking for somebody" }).check();
  const field = line.getByLabel(`Where you are looking, about: ${LIVED}`);
  await field.fill("x".repeat(201));
  await line.getByRole("button", { name: /^Save what the team says/ }).click();
  await expect(line.getByRole("alert")).toContainText("Use 200 characters or fewer.");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("x".repeat(201));
  await expectAccessible(page);
});

test("Tool 8 leads to the check from beside its table of the team, whether it is filled in or read; without scripts the check is read all the same", async ({ app, lead, leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await openTool(page, team, 8);
  const table = page.locator('[id="t8-s1-3"]');
  await expect(page.locator(".link-block").filter({ hasText: "Who the toolkit asks for" }).locator(".tag-ours")).toHaveText("Added by this workbook");
  await expect(table).toBeVisible();
  const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await plain.goto(toolPath(team, 8));
  await plain.getByRole("link", { name: "Who the toolkit asks for" }).click();
  await expect(plain).toHaveURL(/\/people#roster$/);
  await expect(lineOf(plain, "Somebody who can decide")).toContainText("individual with decision-making authority.");
  await expect(lineOf(plain, LIVED)).toContainText("Not shown in a small team");
  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(toolPath(team, 8));
  await expect(viewer.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Who the toolkit asks for" })).toHaveCount(0);
});

test("names of Tool 8's team are offered in each added line of Tool 12 and for who speaks in Tool 10, and are there once chosen", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 }, {
    "t8-s1-3": [{ id: "a", cells: { name: "Sam Ortiz", role: "Peer lead" } }, { id: "b", cells: { name: "Kim", role: "Analyst" } }],
    "t8-s1-2": [{ id: "c", cells: { leadership: "County manager" } }],
  });
  await page.goto(`${toolPath(team, 12)}?section=t12-sheet-1`);
  await expectSaved(page);
  const more = page.locator('[id="t12-sheet-1-more"]');
  for (let row = 0; row < 2; row++) await more.getByRole("button", { name: "Add Idea #1 step" }).click();
  const second = more.locator("tbody tr").nth(1);
  const leads = second.locator("textarea").nth(1);
  await expect(leads).toHaveValue("");
  const summary = second.locator("summary").filter({ hasText: "Team members named in Tool 8, for Idea #1 step 2: Who leads it?" });
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(second.getByText("Which answers are offered here is our suggestion, not the toolkit’s.")).toBeVisible();
  await expectAccessible(page);
  for (const name of ["Sam Ortiz", "Kim"]) await second.getByRole("button", { name: `Add to Idea #1 step 2: Who leads it?: ${name}` }).press("Enter");
  await expect(leads).toHaveValue("Sam Ortiz\nKim");
  await expect(second.getByText("In the cell")).toHaveCount(2);
  await expect(more.locator("tbody tr").nth(0).locator("textarea").nth(1)).toHaveValue("");
  await expectSaved(page);
  await page.setViewportSize(PHONE.viewport);
  // Not with a button half below the bar.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await expectAccessible(page, "other");
  await expectNoSidewaysScroll(page);

  await openTool(page, team, 10);
  const messages = page.locator('[id="t10-messages"]');
  await messages.locator("summary").filter({ hasText: "Leaders and stakeholders named in Tool 8" }).click();
  await messages.getByRole("button", { name: /^Add as a row of .+: County manager$/ }).click();
  await messages.locator("summary").filter({ hasText: "Team members named in Tool 8, for stakeholder 1: Who are the best people" }).click();
  await messages.getByRole("button", { name: /^Add to stakeholder 1: Who are the best people .+: Sam Ortiz$/ }).click();
  await expect(messages.locator("textarea").nth(0)).toHaveValue("County manager");
  await expect(messages.locator("textarea").nth(3)).toHaveValue("Sam Ortiz");
  await expectSaved(page);
  await page.reload();
  await expect(messages.locator("textarea").nth(3)).toHaveValue("Sam Ortiz");
});

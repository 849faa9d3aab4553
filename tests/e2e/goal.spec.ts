import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { type AppUnderTest, expect, test } from "./support/test";

const ROWS = [
  { id: "row-a", cells: { question: "Does a peer reach people in time?", indicators: "Reached in 48 hours", sources: "Run sheet", timeframe: "Monthly" } },
  { id: "row-b", cells: { question: "Is life better?", indicators: "People to count on", sources: "Survey", timeframe: "At 3 months" } },
];

const write = (app: AppUnderTest, person: TestPerson, { teamId }: TestTeam, rows: unknown = ROWS) =>
  saveAnswers({ appUrl: app.url, person, teamId, toolNumber: 13 }, { "t13-goal": "A peer reaches out within 48 hours.", "t13-questions": rows as never });

test("a goal is measured from the library and by keyboard, a slip is named, a value goes and comes back", async ({ app, lead, leadPage: page, team }) => {
  await write(app, lead, team);
  const address = `/teams/${team.teamId}/goals/1`;
  await page.goto(address);
  await expect(page.getByText("A peer reaches out within 48 hours.")).toBeVisible();
  await expect(page.getByText("Not measured yet: nobody has said how.")).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Add from the library" }).click();
  await page.getByRole("button", { name: /^Add to this sheet ?: People with a safe place to live/ }).click();
  const added = page.getByRole("article", { name: /People with a safe place to live/ });
  await expect(added).toBeVisible();
  await expect(added.getByText("No values yet. The first one starts the line.")).toBeVisible();
  await expect(added.getByText("Short recovery capital survey by peers, with consent")).toBeVisible();

  const card = page.getByRole("article", { name: "Reached in 48 hours" });
  await card.getByText("Begin to measure").press("Enter");
  await card.getByLabel(/^Its unit/).fill("calls");
  await card.getByLabel(/^Target/).fill("90");
  await card.getByLabel(/^Reached by/).fill("12/31/2026");
  await card.getByRole("button", { name: "Go on to the first value" }).press("Enter");
  await expect(card.getByText("Saved.")).toBeVisible();

  // From here on without a pointer: month, two numbers, Enter.
  const enter = async (month: string, value: string, of: string) => {
    await card.getByLabel(/^Month or day/).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(month);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(of);
    await page.keyboard.press("Enter");
  };
  await enter("October 2026", "12,5", "0");
  const summary = card.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(card.getByLabel(/^How many/)).toHaveValue("12,5");
  await expectAccessible(page, "other");
  await enter("October 2026", "16", "24");
  await expect(card.getByText("Saved: October 2026.")).toBeVisible();
  await expect(card.getByText("One value so far. A line needs two.")).toBeVisible();
  await enter("November 2026", "18", "25");
  await expect(card.getByText("72%", { exact: true }).first()).toBeVisible();
  await expect(card.getByRole("img")).toHaveAccessibleName("Reached in 48 hours. October 2026: 67%, November 2026: 72%. Target 90% by Dec 31, 2026.");

  await card.getByText("Values as a table").click();
  const rows = card.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("18 of 25");
  await expectAccessible(page, "other");
  await card.getByRole("link", { name: /^Change ?: November 2026/ }).click();
  await card.getByRole("textbox", { name: /^How many ?: / }).fill("20");
  await card.getByRole("button", { name: "Save the change" }).click();
  await expect(card.getByText("80%", { exact: true }).first()).toBeVisible();
  await card.getByText("Values as a table").click();
  await expect(card.getByText("Put right: it was November 2026, 18 of 25 calls.")).toBeVisible();

  await card.getByRole("link", { name: /^Change ?: November 2026/ }).click();
  await card.getByRole("button", { name: /^Remove this value/ }).click();
  await expect(card.getByText("Removed: November 2026, 80%.")).toBeVisible();
  await expect(card.getByRole("img")).toHaveCount(0);
  await card.getByRole("button", { name: /^Undo/ }).click();
  await expect(card.getByText("The value is back.")).toBeVisible();
  await expect(card.getByRole("img")).toHaveCount(1);

  await page.goto(`/teams/${team.teamId}/tools/13`);
  await page.getByRole("link", { name: "Values over time of evaluation question 1" }).click();
  await expect(page).toHaveURL(/goals\/1#row-row-a$/);
});

test("a month that is chosen to be typed over stays chosen when the page is drawn anew with the next one", async ({ app, lead, leadPage: page, team }) => {
  await write(app, lead, team);
  await page.goto(`/teams/${team.teamId}/goals/1`);
  const card = page.getByRole("article", { name: "Reached in 48 hours" });
  await card.getByText("Begin to measure").press("Enter");
  await card.getByRole("button", { name: "Go on to the first value" }).press("Enter");
  await expect(card.getByText("Saved.")).toBeVisible();
  // The page is drawn anew after a save; here not before the month is chosen.
  let release = () => {};
  const isChosen = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/goals/1*", async (route) => {
    if (route.request().method() === "GET") await isChosen;
    await route.continue();
  });
  const month = card.getByLabel(/^Month or day/);
  await month.fill("September 2026");
  await card.getByLabel(/^How many/).fill("9");
  await card.getByLabel(/^Of how many/).fill("20");
  await card.getByRole("button", { name: "Save the value" }).click();
  await expect(card.getByText("Saved: September 2026.")).toBeVisible();
  await month.focus();
  await page.keyboard.press("ControlOrMeta+a");
  release();
  await expect(card.getByText("One value so far. A line needs two.")).toBeVisible();
  await page.keyboard.type("November 2026");
  await expect(month).toHaveValue("November 2026");
});

test("without JavaScript values are added, a refused form keeps its words, and a value comes back", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await write(app, lead, team);
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await page.goto(`/teams/${team.teamId}/goals/1`);
  const card = page.getByRole("article", { name: "Reached in 48 hours" });
  await card.getByText("Begin to measure").click();
  await card.getByRole("button", { name: "Go on to the first value" }).click();
  await expect(card.getByText("Saved.")).toBeVisible();
  await card.getByText("Add a value").click();
  const month = card.getByLabel(/^Month or day/);
  await month.fill("May 2026");
  await card.getByLabel(/^How many/).fill("30");
  await card.getByLabel(/^Of how many/).fill("25");
  await card.getByLabel(/^Note/).fill("One week is missing.");
  await card.getByRole("button", { name: "Save the value" }).click();
  await expect(card.getByText(/is more than the whole \(25\)/).first()).toBeVisible();
  await expect(card.getByLabel(/^Note/)).toHaveValue("One week is missing.");
  expect(page.url()).not.toContain("missing");
  await card.getByLabel(/^How many/).fill("5");
  await card.getByRole("button", { name: "Save the value" }).click();
  await expect(card.getByText("20%", { exact: true }).first()).toBeVisible();
  await card.getByText("Values as a table").click();
  await expect(card.getByText("One week is missing.")).toBeVisible();
  await card.getByRole("link", { name: /^Change ?: May 2026/ }).click();
  await card.getByRole("button", { name: /^Remove this value/ }).click();
  await expect(card.getByText("Removed: May 2026, 20%.")).toBeVisible();
  await card.getByRole("button", { name: /^Undo/ }).click();
  await expect(card.getByText("20%", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Add from the library" }).click();
  await page.getByRole("button", { name: /^Add to this sheet ?: Naloxone kits/ }).click();
  await expect(page.getByRole("article", { name: /^Naloxone kits/ })).toBeVisible();
});

test("on a long sheet the forms of later rows come on asking, with a script in place and without one on a page of their own", async ({ app, lead, leadPage: page, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  await write(app, lead, team, Array.from({ length: 5 }, (_, index) => ({ id: `row-${index}`, cells: { indicators: `Sign ${index + 1}` } })));
  await app.database.query(
    `insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, set_by)
     select $1, gen_random_uuid(), $2, 'ps-cope', 'tool-13', 't13-questions', 'row-' || n, 'count', 'kits', 'up', $3 from generate_series(0, 3) n`,
    [team.agencyId, team.teamId, lead.userId],
  );
  const address = `/teams/${team.teamId}/goals/1`;
  await page.goto(address);
  await expect(page.getByRole("article")).toHaveCount(5);
  await expect(page.locator("article form")).toHaveCount(3);
  const fourth = page.getByRole("article", { name: "Sign 4" });
  await fourth.locator("summary", { hasText: "Add a value" }).press("Enter");
  await fourth.getByLabel(/^Month or day/).fill("October 2026");
  await fourth.getByLabel(/^Count/).fill("7");
  await fourth.getByRole("button", { name: "Save the value" }).click();
  await expect(fourth.getByText("Saved: October 2026.")).toBeVisible();
  await expect(fourth.locator(".indicator-stat")).toHaveText("7");
  await expectAccessible(page, "other");
  // What was typed stays while the fold is closed.
  await fourth.getByLabel(/^Note/).fill("Not sent yet");
  await fourth.locator("summary", { hasText: "Add a value" }).click();
  await fourth.locator("summary", { hasText: "Add a value" }).click();
  await expect(fourth.getByLabel(/^Note/)).toHaveValue("Not sent yet");

  // The table that a page came with takes in what is saved beneath it.
  await page.reload();
  const rows = fourth.getByRole("row");
  await fourth.locator("summary", { hasText: "Values as a table" }).click();
  await expect(rows).toHaveCount(2);
  await fourth.locator("summary", { hasText: "Add a value" }).click();
  await fourth.getByLabel(/^Month or day/).fill("November 2026");
  await fourth.getByLabel(/^Count/).fill("8");
  await fourth.getByRole("button", { name: "Save the value" }).click();
  await expect(rows).toHaveCount(3);

  const plain = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await plain.goto(address);
  const card = plain.getByRole("article", { name: "Sign 5" });
  await card.getByText("Begin to measure").click();
  await card.getByRole("link", { name: /^Open the form ?: Sign 5/ }).click();
  await expect(card.getByLabel(/^Target/)).toBeVisible();
  await card.getByRole("button", { name: "Go on to the first value" }).click();
  await expect(card.getByText("Saved.")).toBeVisible();
});

test("a note is made when only abstinence and recidivism are measured, and leads to the library", async ({ app, lead, leadPage: page, team }) => {
  await write(app, lead, team, [{ id: "row-a", cells: { indicators: "Recidivism rate" } }, { id: "row-b", cells: { indicators: "Days sober" } }]);
  await page.goto(`/teams/${team.teamId}/goals/1`);
  const beside = page.getByRole("complementary", { name: "About this sheet" });
  await expect(beside.getByRole("heading", { name: "Look at more than abstinence and arrests" })).toBeVisible();
  await expect(beside.getByText(/recovery and recovery-capital oriented/)).toBeVisible();
  await beside.getByRole("link", { name: "See what else can be measured" }).click();
  await expect(page.getByRole("heading", { name: "From the library" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Add to this sheet ?: People to count on/ }).click();
  await expect(beside.getByRole("heading", { name: "Measured broadly" })).toBeVisible();
});

test("a viewer reads values and changes none; on a phone nothing scrolls sideways, in either colours", async ({ app, lead, openBrowser, team }) => {
  await write(app, lead, team);
  await app.database.query(
    `with measured as (
       insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, target, target_on, set_by)
       values ($1, gen_random_uuid(), $2, 'ps-cope', 'tool-13', 't13-questions', 'row-a', 'percent', 'calls', 'up', 90, '2026-12-31', $3) returning id
     )
     insert into indicator_value (agency_id, id, indicator_id, measured_on, is_month, value, whole, source, note, entered_by)
     select $1, gen_random_uuid(), id, date '2026-01-01' + make_interval(months => n), true, 5 + n, 40, 'Run sheet', repeat('A long note without an end. ', 15), $3
       from measured, generate_series(0, 7) n`,
    [team.agencyId, team.teamId, lead.userId],
  );
  const page = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await page.goto(`/teams/${team.teamId}/goals/1`);
  const card = page.getByRole("article", { name: "Reached in 48 hours" });
  await expect(page.getByText("Some counts here are under 10.", { exact: false })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(card.getByRole("table")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(card.getByRole("table")).toBeHidden();
  await card.getByText("Values as a table").click();
  await expect(card.getByRole("row")).toHaveCount(9);
  await expect(page.getByRole("button", { name: /Save|Add|Remove/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Add from the library|Change/ })).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  const letters = await page.locator(".indicator-graph text").evaluateAll((texts) => texts.filter((text) => text.checkVisibility()).map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(11);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await expectAccessible(page);
});

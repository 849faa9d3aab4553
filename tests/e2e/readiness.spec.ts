import { getTool } from "@/tests/support/tools";
import type { Answers, RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import type { AreaId } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { expect, test } from "./support/test";

/** Ratings of an area in printed order; null leaves one blank. */
type AreaCase = readonly [AreaId, readonly (RatingValue | null)[], { band: string; score: string; rated: string }];

/** The hand-worked checks of the scoring rules, one area each. */
const AREAS: readonly AreaCase[] = [
  ["i1", [4, 5, 3], { band: "Strength", score: "4.0", rated: "3 of 3" }],
  ["i2", [4, 5, 2, 5], { band: "Priority", score: "4.0", rated: "4 of 4" }],
  ["c4", [3, "dk", 4], { band: "Discuss", score: "3.5", rated: "2 of 3" }],
  ["i5", [5, "dk", "dk", 5], { band: "Discuss", score: "5.0", rated: "2 of 4" }],
  ["i3", [5, "dk", "dk", null, null], { band: "Not enough ratings", score: "No score", rated: "1 of 5" }],
];

const answersOf = ([area, ratings]: AreaCase): Answers =>
  Object.fromEntries(
    ratings.flatMap((rating, index) => (rating === null ? [] : [[`t9-${area}-${index + 1}`, rating] as const])),
  );

test("known ratings give the bands, scores and counts worked out by hand", { tag: "@smoke" }, async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers(
    { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 },
    Object.assign({}, ...AREAS.map(answersOf)) as Answers,
  );
  await page.goto(`/teams/${team.teamId}/readiness`);
  await expect(page.getByRole("heading", { name: "1 of 10 areas in place" })).toBeVisible();
  await expect(page.getByText("6 areas do not have enough ratings for a score yet.")).toBeVisible();
  await expect(page.getByRole("img", { name: /: 4\.0, (Strength|Priority), / })).toHaveCount(2);
  await expect(page.getByRole("img", { name: /not enough ratings/ })).toHaveCount(6);
  await page.getByRole("link", { name: "The areas as a table" }).click();
  const table = page.getByRole("table", { name: "Scores of the ten areas of Tool 9" });
  for (const [area, , expected] of AREAS) {
    const row = table.getByRole("row").filter({ has: page.locator(`a[href$="#t9-${area}"]`) });
    await expect(row.getByRole("cell").nth(0), area).toContainText(expected.band);
    await expect(row.getByRole("cell").nth(1), area).toContainText(expected.score);
    await expect(row.getByRole("cell").nth(2), area).toContainText(expected.rated);
  }
});

test("a checklist counts every answer and gives half for In Progress", async ({ app, lead, leadPage: page, team }) => {
  const values: readonly StatusValue[] = ["yes", "yes", "yes", "in-progress", "in-progress", "no"];
  const answers = Object.fromEntries(values.map((value, index) => [toolItems(getTool(3))[index]?.id, value]));
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 3 }, answers);
  await page.goto(`/teams/${team.teamId}/readiness?view=table`);
  const row = page
    .getByRole("table", { name: "Answers to the four checklists" })
    .getByRole("row")
    .filter({ hasText: "Tool 3:" });
  // Three and two halves of six.
  await expect(row.getByRole("cell")).toHaveText(["3", "2", "1", "6", /^67%\s*6 of 12 answered$/, /./]);
});

test("a gap leads to its item", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, { "t9-c2-3": 2 });
  await page.goto(`/teams/${team.teamId}/readiness`);
  await page.locator('section[aria-labelledby="gaps"] summary', { hasText: "In areas without" }).first().click();
  await page.locator('section[aria-labelledby="gaps"] a[href$="#t9-c2-3"]').click();
  await page.waitForURL(`**/tools/9#t9-c2-3`);
  await expect(page.locator("#t9-c2-3")).toBeInViewport();
});

test("nothing is called a score before anything is rated", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}/readiness`);
  await expect(page.locator("main")).not.toContainText(/areas in place/);
  await expect(page.locator("main")).not.toContainText(/\d\.\d/);
});

import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { expectSaved } from "./support/tool-page";

const RATED = ["t9-i1-1", "t9-i1-2", "t9-i1-3"] as const;

test("a baseline is kept, the tools are rated anew, and what changed is compared and downloaded", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  test.setTimeout(240_000);
  const person = { appUrl: app.url, person: lead, teamId: team.teamId };
  await saveAnswers({ ...person, toolNumber: 9 }, { [RATED[0]]: 2, [RATED[1]]: "dk-unknown", [RATED[2]]: 3 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("navigation", { name: /team/i }).getByRole("link", { name: "Over time" }).click();
  await expect(page.getByText("Your team has none yet.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Make the milestone" }).click();
  await expect(page.getByText("Give it a name, such as “Baseline”.").first()).toBeVisible();
  const name = page.getByLabel("Name", { exact: true });
  await tabTo(page, name);
  await page.keyboard.type("Baseline");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 3, name: "Baseline" })).toBeVisible();
  await expect(page.getByText("people by role only")).toBeVisible();
  await expectAccessible(page, "other");

  await page.getByRole("link", { name: "Start a reassessment" }).click();
  await expect(page.getByRole("checkbox", { name: /^Tool 9/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start the reassessment" }).click();
  await expect(page.getByText("0 of 3 answers from “Baseline” have been looked at.", { exact: false })).toBeVisible();
  await expect(page.getByText("From Baseline, not yet looked at")).toHaveCount(3);
  await expectAccessible(page, "other");
  const confirm = page.getByRole("button", { name: /^Confirm ?: / }).first();
  await tabTo(page, confirm);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Confirmed", { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: /^Take back ?: / }).first().press("Enter");
  await expect(page.getByText("From Baseline, not yet looked at")).toHaveCount(3);
  await page.getByRole("button", { name: /^Confirm ?: / }).first().press("Enter");
  await expect(page.getByText("Confirmed", { exact: true })).toHaveCount(1);

  // In the tool what waits is marked; a changed answer has been looked at.
  await page.goto(`/teams/${team.teamId}/tools/9`);
  const marks = page.getByRole("link", { name: /^From Baseline, not yet looked at/ });
  const counted = page.locator(".tool-count");
  await expect(marks).toHaveCount(2);
  await expect(counted).toContainText("1 of 44 answered");
  await page.locator(`[id="${RATED[1]}"]`).getByRole("radio", { name: /^4/ }).check();
  await expect(counted).toContainText("2 of 44 answered");
  await expect(marks).toHaveCount(1);
  await expectSaved(page);
  await page.reload();
  await expect(counted).toContainText("2 of 44 answered");
  await page.goto(`/teams/${team.teamId}/milestones/reassess`);
  await expect(page.getByText("Changed", { exact: true })).toHaveCount(1);

  await page.goto(`/teams/${team.teamId}/milestones`);
  await page.getByRole("link", { name: /^Compare with now/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Since Baseline" })).toBeVisible();
  const counts = page.getByRole("region", { name: "The ratings in numbers" });
  await expect(counts.getByText("D/K resolved")).toBeVisible();
  await expect(counts.getByText("1 of them is carried forward", { exact: false })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Infrastructure 1: Baseline/ })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessible(page, "other");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
  await expect(page.getByRole("button", { name: "Compare" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "What moved" })).toBeVisible();
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce" });

  await page.getByRole("link", { name: "Download" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Download: Baseline to now" })).toBeVisible();
  await expectAccessible(page);
  for (const format of ["pdf", "docx", "xlsx"]) {
    const milestone = new URL(page.url()).searchParams.get("milestone") ?? "";
    const file = await page.request.get(`/api/teams/${team.teamId}/export?content=compare&format=${format}&milestone=${milestone}`);
    expect(file.status(), format).toBe(200);
    expect((await file.body()).byteLength, format).toBeGreaterThan(5_000);
  }

  const partner = await createMember(app, team, "partner", [9]);
  const theirs = await (await openBrowser(partner)).newPage();
  await theirs.goto(`/teams/${team.teamId}`);
  await expect(theirs.getByRole("link", { name: "Over time" })).toHaveCount(0);
});

test("a milestone is removed after asking, and put back", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}/milestones`);
  await page.getByLabel("Name", { exact: true }).fill("Six months");
  await page.getByRole("button", { name: "Make the milestone" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Six months" })).toBeVisible();
  await page.getByRole("button", { name: /^Remove ?: Six months$/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("Removed: Six months", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^Put back ?: Six months$/ }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Six months" })).toBeVisible();
});

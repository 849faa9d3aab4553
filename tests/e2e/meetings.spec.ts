import { createMember } from "@/tests/support/e2e-database";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";

test("a meeting is planned from Tool 8's words, fills its agenda, and keeps what was brought, decided and noted", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  const person = { appUrl: app.url, person: lead, teamId: team.teamId };
  await saveAnswers({ ...person, toolNumber: 8 }, { "t8-s1-5-a": "2026-09-03", "t8-s1-5-b": { option: "weekly" }, "t8-s1-5-c": "Eastside Library" });
  await saveAnswers({ ...person, toolNumber: 12 }, { "t12-sheet-1-step-1-action": "Lend the peers a car", "t12-sheet-1-step-1-due": "2026-01-31" });
  // Colours change at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("navigation", { name: /team/i }).getByRole("link", { name: "Meetings" }).click();
  await expect(page.getByText("No meeting is planned.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use this date" }).click();
  await expect(page.getByLabel(/^Where or how/)).toHaveValue("Eastside Library");
  await page.getByLabel(/^Time/).fill("18:00");
  await page.getByRole("button", { name: "Plan the meeting" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /^Meeting on / })).toBeVisible();
  await expect(page.getByText("6:00 PM, Eastside Library")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Overdue/ }).getByRole("link", { name: /Lend the peers a car/ })).toBeVisible();
  const point = page.getByLabel("Something to talk about");
  await tabTo(page, point);
  await page.keyboard.type("Saturday nights");
  await tabTo(page, page.getByRole("button", { name: "Put it on the agenda" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Take away ?: Saturday nights$/ })).toBeVisible();
  await expect(point).toHaveValue("");
  const takeAway = page.getByRole("button", { name: /^Take away ?: Saturday nights$/ });
  const putBack = page.getByRole("button", { name: /^Put back ?: Saturday nights$/ });
  // Whoever presses a button keeps their place.
  await expect(page.getByRole("button", { name: "Put it on the agenda" })).toBeFocused();
  await takeAway.press("Enter");
  await expect(putBack).toBeFocused();
  await putBack.press("Enter");
  await expect(takeAway).toBeFocused();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Write what it is about.").first()).toBeVisible();
  await page.getByLabel("What the team decided").fill("Weekends come first.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("region", { name: "Decisions" }).getByText("Weekends come first.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Notes" }).fill("We met.");
  await page.getByRole("button", { name: "Save the notes" }).click();
  await expect(page.getByText("The notes are saved.")).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessible(page, "other");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  const partner = await (await openBrowser(await createMember(app, team, "partner", [3]))).newPage();
  await partner.goto(page.url());
  await expect(partner.getByText("Weekends come first.")).toBeVisible();
  await expect(partner.getByText("Lend the peers a car")).toHaveCount(0);
  await expect(partner.getByRole("button", { name: "Close the meeting" })).toHaveCount(0);
  await partner.getByLabel("Something to decide").fill("Who talks with the motels?");
  await partner.getByRole("button", { name: "Put it up for a decision" }).click();
  await expect(partner.getByRole("button", { name: /^Take away ?: Who talks/ })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Close the meeting" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the meeting" }).press("Enter");
  await expect(page.getByText("As it was when the meeting was closed.")).toBeVisible();
  // Its button is gone: what is around it has the focus.
  await expect(page.locator("main header").first()).toBeFocused();
  await expect(page.getByText("Due Jan 31, 2026")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the notes" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Lend the peers a car/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByRole("button", { name: "Save the notes" })).toBeVisible();
  await page.getByText("Change when or where, or remove the meeting").click();
  await page.getByRole("button", { name: "Remove this meeting" }).click();
  await expect(page.getByText("This meeting was removed from the list. Nothing of it is lost.")).toBeVisible();
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(page.getByText("This meeting was removed from the list. Nothing of it is lost.")).toHaveCount(0);
  await page.goto(`/teams/${team.teamId}/meetings`);
  await expect(page.getByRole("link", { name: /6:00 PM/ })).toBeVisible();
});

test("words without a space stay within a phone's page: brought, decided, noted, and taken away", async ({ leadPage: page, team }) => {
  const long = "W".repeat(300);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/teams/${team.teamId}/meetings`);
  await page.getByLabel(/^Date/).fill("2027-01-07");
  await page.getByRole("button", { name: "Plan the meeting" }).click();
  await page.getByLabel("Something to talk about").fill(long);
  await page.getByRole("button", { name: "Put it on the agenda" }).click();
  await expect(page.getByRole("button", { name: /^Take away ?: W/ })).toBeVisible();
  await page.getByLabel("What the team decided").fill(long);
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("button", { name: /^Take away ?: W/ })).toHaveCount(2);
  await page.getByRole("textbox", { name: "Notes" }).fill(long);
  await page.getByRole("button", { name: "Save the notes" }).click();
  await expect(page.getByText("The notes are saved.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: /^Take away ?: W/ }).first().click();
  await expect(page.getByText(/^Taken away: W/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Close the meeting" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the meeting" }).click();
  await expect(page.getByText("As it was when the meeting was closed.")).toBeVisible();
  await expectNoSidewaysScroll(page);
});

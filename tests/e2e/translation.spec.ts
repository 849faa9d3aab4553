import type { Page } from "@playwright/test";
import { showHistoryNames } from "@/tests/support/e2e-database";
import { expect, test } from "./support/teammates";
import { itemButton, openItemPanel, saveStatus } from "./support/tool-page";
import { translate } from "./support/translation";

const bar = (page: Page) => page.locator(".tool-bar");

for (const way of ["replace", "surround"] as const) {
  test.describe(`a page whose texts a translation wraps (${way})`, () => {
    test("tells where changes are, counts answers and names who set them", async ({ app, openAs, problems, team }) => {
      await showHistoryNames(app, team);
      problems.expect(/ERR_INTERNET_DISCONNECTED/);
      const dana = await openAs("Dana R.", 3);
      const marcus = await openAs("Marcus", 3);
      const [first, second] = [0, 1].map((place) => marcus.page.locator("main fieldset").nth(place));
      if (!first || !second) throw new Error("Tool 3 has two questions.");
      await translate(marcus.page, way);
      await first.getByRole("radio", { name: "Yes" }).check();
      await expect(bar(marcus.page)).toContainText(/(?<!\d)1 of \d+ answered/);
      await expect(first).toContainText("Set by you");
      await expect(saveStatus(marcus.page)).toHaveText("Saved");

      await dana.page.locator("main fieldset").first().getByRole("radio", { name: "No", exact: true }).check();
      await expect(first).toContainText("Set by Dana R.");
      await expect(first).not.toContainText("Set by you");
      await expect(bar(marcus.page)).toContainText("Here now: Dana R.");

      await marcus.context.setOffline(true);
      await second.getByRole("radio", { name: "Yes" }).check();
      await expect(bar(marcus.page).locator(".save-words")).toContainText("Offline – 1 change kept on this device");
      await expect(saveStatus(marcus.page)).toHaveText("Offline – 1 change kept on this device");
      await first.getByRole("radio", { name: "Yes" }).check();
      await expect(bar(marcus.page).locator(".save-words")).toContainText("Offline – 2 changes kept on this device");
      await expect(bar(marcus.page)).toContainText(/(?<!\d)2 of \d+ answered/);
      await marcus.context.setOffline(false);
      await expect(bar(marcus.page).locator(".save-words")).toContainText("Saved");
      await expect(saveStatus(marcus.page)).toHaveText("Saved");

      await dana.page.close();
      await expect(bar(marcus.page)).not.toContainText("Dana R.");
    });

    test("adds and removes rows, with the words beside them", async ({ openAs }) => {
      const { page } = await openAs("Dana R.", 6);
      await translate(page, way);
      // Where a row was removed stands the way back.
      const rows = page.locator("main .edit-table tbody tr:not(.removed-row)");
      const add = page.getByRole("button", { name: /^Add / }).first();
      await add.click();
      await page.keyboard.type("First");
      await add.click();
      await page.keyboard.type("Second");
      await rows.first().getByRole("button", { name: /^Remove/ }).click();
      await expect(page.getByText(/^Removed /).first()).toBeVisible();
      await expect(rows).toHaveCount(1);
      await page.getByRole("button", { name: /^Undo/ }).click();
      await expect(rows).toHaveCount(2);
      await expect(page.getByText(/^Removed /)).toHaveCount(0);
      await expect(saveStatus(page)).toHaveText("Saved");
    });

    test("takes a comment and shows how many there are", async ({ openAs }) => {
      const { page } = await openAs("Dana R.", 8);
      await translate(page, way);
      const panel = await openItemPanel(page);
      for (const words of ["Who answers this?", "I do."]) {
        await panel.getByLabel(/^(Add a comment|Start another conversation)$/).fill(words);
        await panel.getByRole("button", { name: "Add comment" }).click();
        // Exactly: the buttons beside a comment name it in quotes, and a translator makes an element of those words, too.
        await expect(panel.getByText(words, { exact: true })).toBeVisible();
        await expect(panel.getByRole("button", { name: "Add comment" })).toBeEnabled();
      }
      await page.keyboard.press("Escape");
      await expect(itemButton(page)).toHaveAccessibleName(/^2 comments/);
    });

    test("says what is wrong with a form, each time anew", async ({ lead, page, problems }) => {
      problems.expect(/status of 401/);
      await page.goto("/sign-in");
      const button = page.getByRole("button", { name: "Sign in" });
      await expect(button).toBeEnabled();
      await translate(page, way);
      await button.click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary).toContainText("Enter your email address or sign-in name.");
      await page.getByLabel("Email address").fill(lead.email);
      await page.getByLabel("Password", { exact: true }).fill("not the right one at all");
      await button.click();
      await expect(summary).toContainText("do not match");
      await expect(summary).not.toContainText("Enter your");
      for (let tries = 1; tries < 6; tries += 1) {
        await expect(button).toHaveText("Sign in");
        await button.click();
      }
      await expect(summary).toContainText("is paused");
      await expect(summary).not.toContainText("do not match");
    });
  });
}

import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const PASSWORD = "seven lanterns over quiet water";
const NEW_PASSWORD = "nine wooden boats before winter";

/** Opens the newest letter to an address and follows the link in it that leads to `path`. */
async function followLetter(page: Page, email: string, path: string): Promise<void> {
  const letter = page.getByRole("listitem").filter({ hasText: `To ${email}` });
  await expect(async () => {
    await page.goto("/outbox");
    await expect(letter.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  const href = await letter.first().locator(`a[href*="${path}"]`).getAttribute("href");
  await page.goto(href ?? "");
}

/** Opens the menu in the header and signs out. */
async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

async function fillNewPassword(page: Page, label: string, password: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(password);
}

test("from sign-up to a team of two: mail, agency, invitation, reset, change of role, removal", { tag: "@smoke" }, async ({
  openBrowser,
  problems,
}) => {
  test.setTimeout(120_000);
  const mark = randomBytes(4).toString("hex");
  const chief = { name: "Robin Chief", email: `chief-${mark}@example.org` };
  const medic = { name: "Sam Medic", email: `medic-${mark}@example.org` };
  const agencyName = `Riverside Fire ${mark}`;

  const chiefPage = await (await openBrowser(null)).newPage();
  await chiefPage.goto("/");
  await chiefPage.getByRole("link", { name: "Sign up your agency" }).click();
  await chiefPage.getByLabel("Your name").fill(chief.name);
  await chiefPage.getByLabel("Work email address").fill(chief.email);
  await fillNewPassword(chiefPage, "Choose a password", PASSWORD);
  await chiefPage.getByRole("button", { name: "Sign up" }).click();
  await expect(chiefPage).toHaveURL(/\/sign-up\?sent/);
  await followLetter(chiefPage, chief.email, "/sign-up/confirm");
  await fillNewPassword(chiefPage, "Your password", PASSWORD);
  await chiefPage.getByRole("button", { name: "Create my account" }).click();

  await chiefPage.getByRole("link", { name: "Add your agency" }).click();
  await chiefPage.getByLabel("Agency name").fill(agencyName);
  await chiefPage.getByLabel("Kind of agency").selectOption({ index: 3 });
  await chiefPage.getByLabel("State or territory").selectOption({ label: "Ohio" });
  await chiefPage.getByLabel("First team").fill(`River team ${mark}`);
  await chiefPage.getByRole("button", { name: "Add the agency" }).click();
  await expect(chiefPage.getByRole("heading", { level: 1, name: `River team ${mark}` })).toBeVisible();
  const teamUrl = new URL(chiefPage.url()).pathname;

  await chiefPage.getByRole("navigation", { name: "This team" }).getByRole("link", { name: /^People/ }).click();
  const invitation = chiefPage.locator("form").filter({ hasText: "Send the invitation" });
  await invitation.getByLabel("Email address").fill(medic.email);
  await invitation.getByRole("radio", { name: "Team member" }).check();
  await invitation.getByRole("button", { name: "Send the invitation" }).click();
  await expect(chiefPage.getByRole("heading", { name: "Open invitations" })).toBeVisible();

  const medicPage = await (await openBrowser(null)).newPage();
  await followLetter(medicPage, medic.email, "/invitation/");
  await expect(medicPage.getByRole("heading", { level: 1, name: `Join ${agencyName}` })).toBeVisible();
  await medicPage.getByLabel("Your name").fill(medic.name);
  await fillNewPassword(medicPage, "Choose a password", PASSWORD);
  await medicPage.getByRole("button", { name: "Create my account and join" }).click();
  await expect(medicPage.getByRole("heading", { level: 1, name: `River team ${mark}` })).toBeVisible();
  await chiefPage.reload();
  await expect(chiefPage.locator("main").getByText(medic.name).first()).toBeVisible();

  await signOut(medicPage);
  await medicPage.getByRole("link", { name: "I forgot my password" }).click();
  await expect(medicPage.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
  await medicPage.getByLabel("Email address").fill(medic.email);
  await medicPage.getByRole("button", { name: "Send the link" }).click();
  await expect(medicPage).toHaveURL(/\/forgot-password\?sent/);
  await followLetter(medicPage, medic.email, "/reset-password");
  await fillNewPassword(medicPage, "New password", NEW_PASSWORD);
  await medicPage.getByRole("button", { name: "Save the new password" }).click();
  await expect(medicPage.getByRole("heading", { level: 1, name: `River team ${mark}` })).toBeVisible();
  await signOut(medicPage);
  await medicPage.getByLabel("Email address").fill(medic.email);
  problems.expect(/status of 401/);
  await fillNewPassword(medicPage, "Password", PASSWORD);
  await medicPage.getByRole("button", { name: "Sign in" }).click();
  await expect(medicPage.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await fillNewPassword(medicPage, "Password", NEW_PASSWORD);
  await medicPage.getByRole("button", { name: "Sign in" }).click();
  await expect(medicPage.getByRole("heading", { level: 1, name: `River team ${mark}` })).toBeVisible();

  await medicPage.goto(`${teamUrl}/tools/1`);
  await expect(medicPage.locator("main textarea").first()).toBeVisible();
  await chiefPage.getByRole("button", { name: /^Change role.*Sam Medic$/ }).click();
  const dialog = chiefPage.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Viewer" }).check();
  await dialog.getByRole("button", { name: "Save role" }).click();
  await expect(dialog).toBeHidden();
  await medicPage.reload();
  await expect(medicPage.getByText("You can read this tool")).toBeVisible();
  await expect(medicPage.locator("main textarea")).toHaveCount(0);

  await chiefPage.getByRole("button", { name: /^Remove.*Sam Medic$/ }).click();
  await chiefPage.getByRole("dialog").getByRole("button", { name: "Remove from the team" }).click();
  await expect(chiefPage.getByRole("button", { name: /^Remove.*Sam Medic$/ })).toBeHidden();
  problems.expect(/status of 404/);
  expect((await medicPage.goto(teamUrl))?.status()).toBe(404);
});

test("the sample agency opens with one button, without a password", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Open the sample agency" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your teams" })).toBeVisible();
  await page.getByRole("link", { name: "Core Implementation Team" }).click();
  await expect(page.getByText("Harbor Bend Police Department").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Tool 9: Organizational Assessment/ })).toBeVisible();
});

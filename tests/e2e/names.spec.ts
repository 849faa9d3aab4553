import { createInvitation, createMember, createPerson, showHistoryNames } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/teammates";
import { openItemPanel, openTool } from "./support/tool-page";

test("whoever joins under a name like a teammate's is asked, at the field, for one that tells them apart", async ({ app, openBrowser, team }) => {
  const lead = await createMember(app, team, "lead");
  const token = await createInvitation(app, team, lead, "newcomer@example.org");
  const page = await (await openBrowser(null, { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`/invitation/${token}`);
  await page.getByLabel("Your name").fill("Tеst Leаd");
  await page.getByLabel("Choose a password", { exact: true }).fill("seven lanterns over quiet water");
  await page.getByRole("button", { name: "Create my account and join" }).click();
  await expect(page.getByLabel("Your name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Add something that tells you apart").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Your name").fill("Test Lead of records");
  await page.getByRole("button", { name: "Create my account and join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
});

test("someone with an account whose name looks like a teammate's chooses another before joining", async ({ app, openBrowser, team }) => {
  const lead = await createMember(app, team, "lead");
  const twin = await createPerson(app, "TEST LEAD");
  const token = await createInvitation(app, team, lead, twin.email);
  const page = await (await openBrowser(twin)).newPage();
  await page.goto(`/invitation/${token}`);
  await expect(page.getByLabel("Your name in this agency")).toHaveValue("TEST LEAD (2)");
  await page.getByLabel("Your name in this agency").fill("Test  lead");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByText("Add something that tells you apart").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your name in this agency").fill("Test of records");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
});

test("beside a name stands the role: who is here, who set what, who wrote, and in both histories", async ({ app, openAs, openBrowser, team }) => {
  await showHistoryNames(app, team);
  const dana = await openAs("Dana R.", 3);
  const marcus = await openAs("Marcus", 3);
  const item = dana.page.locator("main fieldset").first();
  await item.getByRole("radio", { name: "Yes" }).check();
  const page = await (await openBrowser(marcus.person)).newPage();
  await openTool(page, team, 3);
  await expect(page.locator("main fieldset").first()).toContainText(/Set by Dana R\. Team lead/);
  await page.locator(".here-now summary").click();
  await expect(page.locator(".here-now li").filter({ hasText: "Dana R." })).toContainText("Team lead");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  const panel = await openItemPanel(page);
  await panel.getByLabel("Add a comment").fill("Who knows?");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.locator("li p").filter({ hasText: /^Marcus/ })).toContainText("Team lead");
  await panel.getByRole("tab", { name: /History/ }).click();
  await expect(panel.getByRole("article").first().getByRole("heading")).toContainText(/Dana R\..*Team lead/);
  await expectAccessible(page);

  await page.goto(`/teams/${team.teamId}/tools/3/history`);
  await expect(page.locator("main li").filter({ hasText: "Dana R. answered 1 item" }).locator(".role-label").first()).toHaveText("Team lead");
  await expectAccessible(page);
});

test("so it does beside who marked a tool complete and locked it, who answered last, and who can be mentioned", async ({ app, openAs, team }) => {
  await showHistoryNames(app, team);
  await createMember(app, team, "member");
  const { page } = await openAs("Dana R.", 9);
  await page.locator("main fieldset").first().getByRole("radio").first().check();
  await expect(page.getByText("Saved").first()).toBeVisible();
  const box = (await openItemPanel(page)).getByLabel("Add a comment");
  await box.pressSequentially("@test");
  await expect(page.getByRole("listbox", { name: "People" }).getByRole("option", { name: "Test member" })).toContainText("Team member");

  const toolHref = `/teams/${team.teamId}/tools/9`;
  await page.goto(`${toolHref}/complete`);
  await page.getByRole("button", { name: "Complete with blanks and lock" }).click();
  await expect(page.getByText("This tool is complete and locked")).toBeVisible();
  await expect(page.getByText(/marked it complete on/)).toContainText(/Dana R\. Team lead marked it complete .* Dana R\. Team lead locked it/);
  await page.goto(`/teams/${team.teamId}/readiness`);
  await expect(page.locator("main").getByText(/Dana R\./).first().locator("..")).toContainText("Team lead");
  await expectAccessible(page);
});

import type { Page } from "@playwright/test";
import { toolItems } from "@/lib/domain/tool/items";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createInvitation, createMember } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/teammates";
import { openItemPanel, openTool, toolPath } from "./support/tool-page";

const TOOL = 3;
const PHONE = { viewport: { width: 390, height: 844 } };
const item = (page: Page) => page.locator("main fieldset").first();

test("a name set apart shows at once on open screens, and what was done before shows a former name", async ({ openAs, openBrowser, team }) => {
  const dana = await openAs("Dana R.", TOOL);
  const marcus = await openAs("Marcus", TOOL);
  await item(dana.page).getByRole("radio", { name: "Yes" }).check();
  await expect(item(marcus.page)).toContainText(/Changed \w{3} \d+/);
  await expect(item(marcus.page)).not.toContainText("Set by");
  await item(marcus.page).locator(".who summary").click();
  await expect(item(marcus.page).locator(".who")).toContainText("Dana R.");
  await expect(marcus.page.locator(".here-now summary")).toHaveText(/Here now: Dana R\./);

  const account = await (await openBrowser(dana.person, PHONE)).newPage();
  await account.goto("/account");
  await expect(account.getByRole("heading", { name: `In ${team.agencyName}` })).toBeVisible();
  await account.getByLabel(`Your name in ${team.agencyName}`).fill("River Otter");
  await account.getByLabel("Shows “A former name”").check();
  await expect(account.getByText("Whatever is assigned to you becomes free")).toBeVisible();
  await expectAccessible(account);
  await expectNoSidewaysScroll(account);
  await account.getByRole("button", { name: `Save my name in ${team.agencyName}` }).click();
  await expect(account.getByText("Open screens show it now.")).toBeVisible();

  // Marcus reloads nothing.
  await expect(marcus.page.locator(".here-now summary")).toHaveText(/Here now: River Otter/);
  await expect(item(marcus.page).locator(".who")).toContainText("A former name");
  await expect(marcus.page.locator("main")).not.toContainText("Dana R.");
  await item(dana.page).getByRole("radio", { name: "No", exact: true }).check();
  await expect(item(marcus.page).locator(".who")).toContainText("River Otter");
  await marcus.page.goto(`${toolPath(team, TOOL)}/history?who=shown`);
  await expect(marcus.page.getByRole("heading", { name: "A former name answered 1 item" })).toBeVisible();
  await expect(marcus.page.getByRole("heading", { name: "River Otter changed 1 item" })).toBeVisible();
  expect(await marcus.page.content()).not.toContain(dana.person.userId);
});

test("somebody without an email address joins by a code and gets back in by another", async ({ leadPage, openBrowser, team }) => {
  await leadPage.goto(`/teams/${team.teamId}/people`);
  await leadPage.getByRole("heading", { name: "Someone without an email address" }).click();
  const fold = leadPage.locator("details").filter({ hasText: "Someone without an email address" });
  await fold.getByRole("checkbox", { name: /^Tool 3/ }).check();
  await fold.getByRole("button", { name: "Make a code" }).click();
  await expect(leadPage.getByText("Hand this code to one person")).toBeVisible();
  await expectAccessible(leadPage);
  const code = (await fold.locator("p.font-mono").textContent()) ?? "";
  await expect(leadPage.getByText(/^Code to join, made/)).toBeVisible();

  const browser = await openBrowser(null, PHONE);
  const page = await browser.newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I have a code" }).click();
  await page.getByLabel("Your code").fill("7KQ2");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("This is not a whole code.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your code").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Join ${team.agencyName}` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Who can see this" })).toBeVisible();
  await expect(page.getByText("a lead of your team makes you a new code")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const signInName = `blue-heron-${team.teamId.slice(0, 8)}`;
  await page.getByLabel("Your name in this team").fill("Otter");
  await page.getByLabel("Choose a sign-in name").fill(signInName);
  await page.getByLabel("Choose a password", { exact: true }).fill("seven lanterns over quiet water");
  await page.getByRole("button", { name: "Create my account and join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();

  await leadPage.reload();
  const row = leadPage.locator("li").filter({ hasText: "Otter" });
  await expect(row).toContainText("No email address: joined with a code");
  await expect(leadPage.locator("main")).not.toContainText(signInName);
  await row.getByRole("button", { name: /^Code to get back in/ }).click();
  await leadPage.getByRole("dialog").getByRole("button", { name: "Make a code" }).click();
  const given = leadPage.getByRole("dialog").filter({ hasText: "Hand this code to Otter" });
  const link = await given.getByLabel("Link with the code").inputValue();

  const elsewhere = await (await openBrowser(null)).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText(signInName)).toBeVisible();
  await elsewhere.getByLabel("Choose a new password", { exact: true }).fill("gravel teapot lantern moth");
  await elsewhere.getByRole("button", { name: "Save the password and sign in" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere.getByText("A code was last used to choose this account’s password")).toBeVisible();
  // What was open before is signed out.
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email address or sign-in name").fill(signInName);
  await page.getByLabel("Password", { exact: true }).fill("gravel teapot lantern moth");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
});

test("a link to hand over that the browser does not let us copy is selected, and the page says so", async ({ leadPage: page, team }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`/teams/${team.teamId}/people`);
  await page.getByRole("heading", { name: "Someone without an email address" }).click();
  const fold = page.locator("details").filter({ hasText: "Someone without an email address" });
  await fold.getByRole("checkbox", { name: /^Tool 3/ }).check();
  await fold.getByRole("button", { name: "Make a code" }).click();
  await fold.getByRole("button", { name: "Copy the link" }).click();
  await expect(fold.getByText(/It is selected: copy it/)).toBeVisible();
  const field = fold.getByLabel("Link with the code");
  expect(await field.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0))).toBe(await field.inputValue());
});

test("who can see what is said before joining, on the account, beside ratings and comments, and before downloads", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  const guest = await (await openBrowser(null, PHONE)).newPage();
  await guest.goto(`/invitation/${await createInvitation(app, team, lead, "newcomer@example.org")}`);
  await expect(guest.getByRole("heading", { name: "Who can see this" })).toBeVisible();
  await expect(guest.getByText("“A former member” stands in place of your name")).toBeVisible();
  await expectAccessible(guest);

  await page.goto("/account");
  await expect(page.getByText("Only agency admins and team leads see it")).toBeVisible();
  await openTool(page, team, TOOL);
  await page.getByText("Who can see answers and ratings").click();
  await expect(page.getByText("An answer belongs to the team")).toBeVisible();
  const panel = await openItemPanel(page);
  await panel.getByText("Who can see comments").click();
  await expect(panel.getByText("Your name always stands beside them.")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/teams/${team.teamId}/export`);
  await page.getByText("Who can see downloads").click();
  await expect(page.getByText("A file can be passed on to anybody.")).toBeVisible();
  await expectAccessible(page);
});

test("a history names nobody until it is asked, and never for a partner whose team leaves names out", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  const [first] = toolItems(getTool(TOOL)).filter(({ kind }) => kind === "status");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: TOOL }, { [first!.id]: "yes" });
  const partner = await createMember(app, team, "partner", [TOOL]);
  const theirs = await (await openBrowser(partner)).newPage();
  await theirs.goto(`${toolPath(team, TOOL)}/history`);
  await expect(theirs.getByRole("heading", { name: "The team answered 1 item" })).toBeVisible();
  await expect(theirs.locator("main")).not.toContainText("Test lead");
  await theirs.getByRole("link", { name: "Show who changed what" }).click();
  await expect(theirs.getByRole("heading", { name: "Test lead answered 1 item" })).toBeVisible();
  await expectAccessible(theirs);

  await page.goto(`/teams/${team.teamId}/people`);
  await page.getByLabel("Leave names out of the history for community partners").check();
  await page.locator("form").filter({ hasText: "Leave names out" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("What partners see in the history is saved.")).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "The team answered 1 item" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Show who changed what" })).toHaveCount(0);
  expect(await theirs.content()).not.toContain("Test lead");
  await openTool(theirs, team, TOOL);
  await expect(item(theirs)).toContainText(/Changed \w{3} \d+/);
  await expect(item(theirs).locator(".who")).toHaveCount(0);
  await openItemPanel(theirs, undefined, "History");
  await expect(theirs.getByRole("dialog").getByRole("article").first()).toContainText("Changed");
  await expect(theirs.getByRole("dialog").getByRole("article").first()).not.toContainText("Test lead");
});

test("a partner sees the readiness of her tools, what came of her part, and whom to ask about a complete tool", async ({ app, lead, openBrowser, team }) => {
  const [first, second] = toolItems(getTool(TOOL)).filter(({ kind }) => kind === "status");
  const partner = await createMember(app, team, "partner", [TOOL]);
  await saveAnswers({ appUrl: app.url, person: partner, teamId: team.teamId, toolNumber: TOOL }, { [first!.id]: "no", [second!.id]: "yes" });
  await app.database.query("update response set completed_at = now() - interval '2 days', completed_by = $2 where team_id = $1", [team.teamId, lead.userId]);
  const page = await (await openBrowser(partner, PHONE)).newPage();
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("link", { name: /Readiness and gaps/ }).first().click();
  await expect(page.getByText("You see the readiness of the tools the team shares with you: Tool 3.")).toBeVisible();
  await expect(page.getByText("2 answers of yours stand. 1 of them is on the list of gaps below.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The ten areas of Tool 9" })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(toolPath(team, TOOL));
  await expect(page.getByText(/That was before you joined\. .* Ask Test lead \(team lead\) to reopen it/)).toBeVisible();
  await expectAccessible(page);
});

test("the footer leads to privacy, terms, help, contact and what this is", async ({ page }) => {
  for (const name of ["Privacy", "Terms", "Help", "Contact", "About this workbook"]) {
    await page.goto("/guide");
    await page.getByRole("navigation", { name: "Footer" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expectAccessible(page);
  }
});

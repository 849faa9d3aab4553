import { PEER_SUPPORT } from "@/content/peer-support/named";
import { addToolkits, createMember } from "@/tests/support/e2e-database";
import { expect, signIn, test } from "./support/test";
import { expectSaved } from "./support/tool-page";

test("a lead adds the supplement at the team's home, it stands below the thirteen tools, and can be put away again", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("heading", { name: "Add the peer support supplement" }).click();
  await page.getByRole("button", { name: "Add the peer support supplement" }).click();
  await expect(page.getByRole("heading", { name: "Peer support supplement", exact: true })).toBeVisible();
  await expect(page.getByText("0 of 13 tools complete")).toBeVisible();
  await page.getByRole("link", { name: /^Peer worksheet 1 ?: Key Questions/ }).click();
  await expectSaved(page);
  await page.locator("[id=p1-1]").fill("With training.");
  await expectSaved(page);
  await page.goto(`/teams/${team.teamId}/tools`);
  await page.getByRole("button", { name: "Put the peer support supplement away" }).click();
  await page.getByRole("button", { name: "Put it away" }).click();
  await expect(page.getByRole("heading", { name: "Peer support supplement", exact: true })).toBeHidden();
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("heading", { name: "Add the peer support supplement" }).click();
  await page.getByRole("button", { name: "Add the peer support supplement" }).click();
  await page.getByRole("link", { name: /^Peer worksheet 1 ?: Key Questions/ }).click();
  await expect(page.locator("[id=p1-1]")).toHaveValue("With training.");
});

test("what a setting asks opens when the team says that it is theirs", async ({ app, leadPage: page, team }) => {
  await addToolkits(app, team);
  await page.goto(`/teams/${team.teamId}/tools/peer-worksheet-2?section=all`);
  await expectSaved(page);
  await expect(page.locator("[id=p2-jails-risk-now]")).toBeHidden();
  await page.locator("[id=p2-jails]").getByRole("radio", { name: "We work in or with this setting" }).check();
  await page.locator("[id=p2-jails-risk-now]").fill("Three questions.");
  await expect(page.getByText("2 of 15 answered")).toBeVisible();
  await expectSaved(page);
  await page.goto(`/teams/${team.teamId}/overview/${PEER_SUPPORT}`);
  await expect(page.getByRole("table", { name: "Core elements in your settings, at a glance" }).getByText("We do this")).toBeVisible();
});

test("a supervisor's own check is seen by them alone, and by the team once they share it", async ({ app, browser, leadPage, team }) => {
  await addToolkits(app, team);
  const words = "I want to share power better.";
  const address = `/teams/${team.teamId}/personal/supervisor-check`;
  const context = await browser.newContext({ baseURL: app.url });
  await signIn(context, app, await createMember(app, team, "member"));
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("group", { name: "Active listening" }).getByRole("radio", { name: "I am learning" }).check();
  await page.getByLabel("What do I want to work on next").fill(words);
  await page.getByRole("button", { name: "Save my check" }).click();
  await expect(page.getByText("Your check is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("What do I want to work on next")).toHaveValue(words);
  await expect(page.getByRole("group", { name: "Active listening" }).getByRole("radio", { name: "I am learning" })).toBeChecked();

  await leadPage.goto(address);
  await expect(leadPage.getByText("Nobody on this team shares a check now.")).toBeVisible();
  expect(await leadPage.content()).not.toContain(words);

  await page.getByRole("button", { name: "Share it with my team" }).click();
  await expect(page.getByText("Shared with your team")).toBeVisible();
  await leadPage.reload();
  await leadPage.locator("summary", { hasText: "Test member" }).click();
  await expect(leadPage.getByText(words)).toBeVisible();
  await context.close();
});

test("a search finds both guides, without an account", async ({ page }) => {
  await page.goto("/guide/search");
  await page.getByRole("searchbox").fill("naloxone");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(/places have “naloxone”/)).toBeVisible();
  await expect(page.getByText(/^Peer support: /).first()).toBeVisible();
  await expect(page.getByText(/^PS-COPE: /).first()).toBeVisible();
});

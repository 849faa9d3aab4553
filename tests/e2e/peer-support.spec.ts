import type { Page } from "@playwright/test";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { addToolkits, createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, signIn, test } from "./support/test";
import { expectSaved } from "./support/tool-page";

const LOOKS = [
  ["light", { width: 1280, height: 900 }],
  ["dark", { width: 390, height: 844 }],
] as const;

/** Axe on a page as it stands now, wide and light, then narrow and dark. */
async function expectAccessibleInAllLooks(page: Page): Promise<void> {
  for (const [index, [colorScheme, viewport]] of LOOKS.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(viewport);
    await expectAccessible(page, index === 0 ? "first" : "other");
    await expectNoSidewaysScroll(page);
  }
}

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
  await page.setViewportSize({ width: 390, height: 844 });
  const tooWide = await page.locator("main table").evaluateAll((tables: HTMLElement[]) => tables.filter(({ offsetWidth, parentElement }) => offsetWidth > (parentElement?.clientWidth ?? 0)).length);
  expect(tooWide, "tables wider than a phone").toBe(0);
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
  await expect(leadPage.getByRole("heading", { name: "Preferred" }).last()).toBeVisible();
  await expectAccessibleInAllLooks(leadPage);
  await expectAccessibleInAllLooks(page);
  await context.close();
});

test("a chosen answer of one's own check can be taken back, and the saved check printed and downloaded", async ({ app, leadPage: page, team }) => {
  await addToolkits(app, team);
  await page.goto(`/teams/${team.teamId}/personal/supervisor-check`);
  const listening = page.getByRole("group", { name: "Active listening" });
  const lived = page.getByRole("group", { name: "Lived experience of addiction" });
  await listening.getByRole("radio", { name: "I am learning" }).check();
  await lived.getByRole("radio", { name: "Not mine" }).check();
  const save = async () => {
    await page.getByRole("button", { name: "Save my check" }).click();
    await expect(page.getByText("Your check is saved.")).toBeVisible();
    await page.reload();
  };
  await save();
  await expect(listening.getByRole("radio", { name: "I am learning" })).toBeChecked();
  await listening.getByRole("radio", { name: "No answer" }).check();
  await save();
  await expect(listening.getByRole("radio", { name: "No answer" })).toBeChecked();
  await expect(lived.getByRole("radio", { name: "Not mine" })).toBeChecked();

  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Not mine").locator("visible=true")).toHaveText("Not mine");
  await expect(page.getByRole("button", { name: "Save my check" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download it as text" }).click();
  expect((await download).suggestedFilename()).toMatch(/Own Check.*\.txt$/);
});

test("after the supplement was put away a person still reads, takes back and deletes their own check", async ({ app, leadPage: page, team }) => {
  await addToolkits(app, team);
  const address = `/teams/${team.teamId}/personal/supervisor-check`;
  await page.goto(address);
  await page.getByLabel("What do I want to work on next").fill("Share power.");
  await page.getByRole("button", { name: "Save my check" }).click();
  await page.getByRole("button", { name: "Share it with my team" }).click();
  await expect(page.getByText("Shared with your team")).toBeVisible();
  await page.goto(`/teams/${team.teamId}/tools`);
  await page.getByRole("button", { name: "Put the peer support supplement away" }).click();
  await page.getByRole("button", { name: "Put it away" }).click();
  await expect(page.getByRole("heading", { name: "Peer support supplement", exact: true })).toBeHidden();

  await page.goto(`/agencies/${team.agencyId}`);
  await page.getByRole("link", { name: "Supervisor’s Own Check" }).click();
  await expect(page.getByText("Share power.")).toBeVisible();
  await expectAccessibleInAllLooks(page);
  await page.getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("button", { name: "Stop sharing" })).toBeHidden();
  await page.goto(`/agencies/${team.agencyId}`);
  await expectAccessibleInAllLooks(page);
  await page.getByRole("button", { name: "Delete my check" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByRole("heading", { name: "Your own checks" })).toBeHidden();
  expect((await page.request.get(address)).status()).toBe(404);
});

test("a partner’s overview is made from their worksheets alone, and leads to no other tool", async ({ app, browser, team }) => {
  await addToolkits(app, team);
  const context = await browser.newContext({ baseURL: app.url });
  const partner = await createMember(app, team, "partner");
  await app.database.query("update team_member set tool_keys = array['peer-support/influences'] where team_id = $1 and user_id = $2", [team.teamId, partner.userId]);
  await signIn(context, app, partner);
  const page = await context.newPage();
  await page.goto(`/teams/${team.teamId}/overview/${PEER_SUPPORT}`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Influences and support"]);
  const toolLinks = await page.locator("main a[href*='/tools/']").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")?.split("#")[0]))]);
  expect(toolLinks).toEqual([`/teams/${team.teamId}/tools/peer-worksheet-3`]);
  await context.close();
});

test("the glossary and its search hold the supplement’s terms", async ({ page }) => {
  await page.goto("/guide/glossary?q=intercept");
  await expect(page.getByText("A map of the steps at which people meet the justice system.")).toBeVisible();
});

test("an own check saved on one page is not overwritten by another that was opened before; what is entered after saving is not called saved", async ({ app, context, leadPage: page, team }) => {
  await addToolkits(app, team);
  const other = await context.newPage();
  const words = (on: typeof page) => on.getByLabel("What do I want to work on next");
  for (const on of [page, other]) await on.goto(`/teams/${team.teamId}/personal/supervisor-check`);
  await words(page).fill("From the first page.");
  await page.getByRole("button", { name: "Save my check" }).click();
  await expect(page.getByText("Your check is saved.")).toBeVisible();
  await words(page).fill("From the first page, and more.");
  await expect(page.getByText("Your check is saved.")).toHaveCount(0);
  await page.getByRole("button", { name: "Save my check" }).click();
  await expect(page.getByText("Your check is saved.")).toBeVisible();

  await words(other).fill("From the second page.");
  await other.getByRole("button", { name: "Save my check" }).click();
  await expect(other.getByText(/saved from another page since you opened this one/)).toBeVisible();
  await expect(words(other)).toHaveValue("From the second page.");
  await other.reload();
  await expect(words(other)).toHaveValue("From the first page, and more.");
});

test("a search finds both guides, without an account", async ({ page }) => {
  await page.goto("/guide/search");
  await page.getByRole("searchbox").fill("naloxone");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(/places have “naloxone”/)).toBeVisible();
  await expect(page.getByText(/^Peer support: /).first()).toBeVisible();
  await expect(page.getByText(/^PS-COPE: /).first()).toBeVisible();
});

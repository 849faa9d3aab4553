import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember } from "@/tests/support/e2e-database";
import { openSample } from "@/tests/support/open-sample";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectSaved, openItemPanel, openTool, toolPath } from "./support/tool-page";

test("a team's places are one step away, and one sees where one is", { tag: "@smoke" }, async ({ leadPage: page, team }) => {
  await page.goto(toolPath(team, 3));
  const places = page.getByRole("navigation", { name: "Places of this team" });
  await expect(places).toContainText(team.agencyName);
  await expect(places).toContainText(team.teamName);
  await expect(places.getByRole("link", { name: "Tools" })).toHaveAttribute("aria-current", "true");
  await places.getByRole("link", { name: "Readiness" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Readiness and gaps" })).toBeVisible();
  await expect(places.getByRole("link", { name: "Readiness" })).toHaveAttribute("aria-current", "page");
  await expect(places.getByRole("link", { name: "Tools" })).not.toHaveAttribute("aria-current");
  await places.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
});

test("on a phone the places are one menu, which works without scripts", async ({ lead, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  const page = await (await openBrowser(lead, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })).newPage();
  await page.goto(`/teams/${team.teamId}`);
  const places = page.getByRole("navigation", { name: "Places of this team" });
  await expect(places.getByRole("link")).toHaveCount(0);
  await places.locator("summary").click();
  await places.getByRole("link", { name: "Tools" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tools" })).toBeVisible();
});

test("a community partner's places are those they may open", async ({ app, openBrowser, team }) => {
  const page = await (await openBrowser(await createMember(app, team, "partner", [3, 6]))).newPage();
  await page.goto(`/teams/${team.teamId}`);
  const places = page.getByRole("navigation", { name: "Places of this team" });
  await expect(places.getByRole("link", { name: "Tools" })).toBeVisible();
  await expect(page.getByText("A good place to begin")).toBeVisible();
  await expectAccessible(page);
});

test("the home says what is new by tool until it is seen", async ({ app, leadPage: page, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await page.goto(`/teams/${team.teamId}`);
  await expect(page.getByText("Nothing new from others.")).toBeVisible();
  await saveAnswers({ appUrl: app.url, person: member, teamId: team.teamId, toolNumber: 9 }, { "t9-i1-1": 2, "t9-i1-2": 4 });
  await page.reload();
  const news = page.getByRole("region", { name: "New since you were last here" });
  await expect(news.getByText("2 new")).toBeVisible();
  await expect(news.getByRole("link")).toHaveCount(2);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await news.getByRole("button", { name: "Mark all as seen" }).click();
  await expect(page.getByText("Nothing new from others.")).toBeVisible();
  const theirs = await (await openBrowser(member)).newPage();
  await theirs.goto(`/teams/${team.teamId}`);
  await expect(theirs.getByText("Nothing new from others.")).toBeVisible();
});

test("a team at work has its whole home on a laptop's screen: what is next, mine, new, readiness and every tool, none over another", async ({ app, browser }) => {
  const sample = await openSample(browser, app);
  const { page } = sample;
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto(`/teams/${sample.ids.teamId}`);
  const tools = page.getByRole("region", { name: "Tools" });
  for (const part of ["Next for you", "Yours and overdue", "New since you were last here"]) {
    await expect(page.getByRole("region", { name: part })).toBeInViewport({ ratio: 1 });
  }
  await expect(tools).toBeInViewport({ ratio: 1 });
  const crossings = await tools.locator(".tool-link").evaluateAll((links) =>
    links.filter((link) => {
      const [title, state] = [".tool-link-title", ".tool-link-state"].map((part) => link.querySelector(part)!.getBoundingClientRect());
      return title!.right > state!.left || state!.right > link.getBoundingClientRect().right;
    }).map(({ textContent }) => textContent),
  );
  expect(crossings).toEqual([]);
  await sample.close();
});

test("in a tool what others changed is marked with what it was, one key leads on, and it is looked at once", async ({ app, leadPage: page, lead, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, { "t9-i1-1": 4 });
  const theirs = await (await openBrowser(member)).newPage();
  await openTool(theirs, team, 9);
  await theirs.locator("#t9-i1-1").getByRole("radio").nth(1).check();
  await theirs.locator("#t9-c5-5").getByRole("radio").nth(2).check();
  await expectSaved(theirs);
  await openTool(page, team, 9);
  await expect(page.getByText("2 items are new to you")).toBeVisible();
  await expect(page.getByText(/New to you: changed/)).toContainText("was “4 Agree”");
  await expect(page.getByText(/New to you: changed/)).not.toContainText(member.name);
  await page.keyboard.press("Alt+N");
  await expect(page.locator("#t9-i1-1")).toBeInViewport();
  // It is looked at once it has been in view for a while.
  await expect(page.getByText("1 still to look at")).toBeVisible();
  await page.keyboard.press("Alt+N");
  await expect(page.locator("#t9-c5-5")).toBeInViewport();
  await expect(page.getByText(/all looked at/)).toBeVisible();
  const told = page.waitForResponse((response) => response.url().endsWith("/seen") && response.ok());
  await told;
  await openTool(page, team, 9);
  await expect(page.getByText(/new to you/i)).toHaveCount(0);
});

test("a tool opens where it was left", async ({ leadPage: page, team }) => {
  await openTool(page, team, 9);
  await page.locator("#t9-c3-2").getByRole("radio").first().check();
  await expectSaved(page);
  const told = page.waitForRequest((request) => request.url().endsWith("/seen"));
  await page.getByRole("navigation", { name: "Places of this team" }).getByRole("link", { name: "Home" }).click();
  await told;
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
  await page.goto(toolPath(team, 9));
  await expect(page.locator("#t9-c3-2")).toBeInViewport();
  await expect(page.getByText("You are where you left off.")).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`at ${width} px, completing confirms where one looks, and leads on`, async ({ app, lead, leadPage: page, team }) => {
    await page.setViewportSize({ width, height: 800 });
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 3 }, { "t3-1": "yes" });
    await page.goto(`${toolPath(team, 3)}/complete`);
    const answers = page.getByRole("region", { name: "Check your answers" });
    await expect(answers).toContainText("Yes");
    await expect(answers.getByRole("link", { name: /^Change/ })).toHaveAttribute("href", `${toolPath(team, 3)}#t3-1`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Mark complete with blanks", exact: true }).click();
    const confirmed = page.getByRole("heading", { name: "Tool 3 is marked complete" });
    await expect(confirmed).toBeFocused();
    await expect(confirmed).toBeInViewport();
    await expect(page.getByRole("region", { name: "Next for you" })).toBeInViewport();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByText("This tool is complete")).toBeVisible();
    await expect(confirmed).toHaveCount(0);
  });
}

test("one's teams show what waits, how far they are, and lead there", async ({ app, leadPage, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await openTool(leadPage, team, 8);
  await leadPage.getByText("Who works on this").click();
  await leadPage.getByRole("button", { name: /^Assign ?: The whole tool/ }).click();
  const dialog = leadPage.getByRole("dialog");
  await dialog.getByLabel("Assign to").selectOption({ label: member.name });
  await dialog.getByLabel("Due date").fill("2026-11-02");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog.getByText(`Assigned to ${member.name}.`)).toBeVisible();

  const page = await (await openBrowser(member, { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto("/agencies");
  await expect(page.getByText("1 thing waits for you")).toBeVisible();
  await expect(page.getByText("Overdue, was due Nov 2, 2026")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("listitem").getByRole("link", { name: /^Tool 8/ }).click();
  await expectSaved(page);
});

test("people choose when letters come", async ({ leadPage: page }) => {
  await page.goto("/account#letters");
  await page.getByLabel(/^When something is assigned to you/).selectOption({ label: "Once a day, all in one letter" });
  await page.getByRole("heading", { name: "Letters" }).locator("xpath=..").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^When something is assigned to you/)).toHaveValue("daily");
});

test("“@” and the beginning of a name reaches its person, and another is said to reach nobody", async ({ app, leadPage: page, team }) => {
  const member = await createMember(app, team, "member");
  const item = "t3-1";
  await openTool(page, team, 3);
  const panel = await openItemPanel(page, item);
  await panel.getByLabel("Add a comment").fill("@Zebulon, who knows?");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/“@Zebulon” reached nobody/)).toBeVisible();
  const first = member.name.split(" ").slice(0, 2).join(" ").toLowerCase();
  await panel.getByLabel(/Add a comment|Start another conversation/).fill(`@${first}, who knows?`);
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(`@${member.name}, who knows?`)).toBeVisible();
});

test("readiness leads with what to start with, and why", async ({ app, lead, leadPage: page, team }) => {
  const rate = (area: string, values: readonly number[]) => Object.fromEntries(values.map((value, index) => [`t9-${area}-${index + 1}`, value]));
  await saveAnswers(
    { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 },
    { ...rate("i2", [4, 4, 4, 4]), ...rate("c4", [5, 2, 4]), ...rate("i1", [4, 3, 2]) } as never,
  );
  await page.goto(`/teams/${team.teamId}/readiness`);
  const start = page.getByRole("region", { name: "To start with" });
  await expect(start.getByRole("listitem")).toHaveCount(2);
  await expect(start.getByRole("listitem").first()).toContainText("It alone makes the area a Priority. At 3, the area would be a Strength.");
  await expect(start.getByText("One item rated 1 or 2 makes its area a Priority")).toBeVisible();
});

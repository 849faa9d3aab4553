import { saveAnswers } from "@/tests/support/e2e-answers";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { expectSaved, itemButton, toolPath } from "./support/tool-page";

const TOOL = 3;
const ITEM = "t3-1";

test("from the team's home into a tool, to a comment on an item, and back home with the keyboard alone", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: TOOL }, { [ITEM]: "yes" });
  await page.goto(`/teams/${team.teamId}`);
  await tabTo(page, page.getByRole("region", { name: "Next for you" }).getByRole("link"));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${toolPath(team, TOOL)}**`);
  await expectSaved(page);

  const button = itemButton(page, ITEM);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const entry = page.locator(".item-menu").getByRole("button", { name: /^Comments/ });
  await expect(entry).toBeFocused();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  await tabTo(page, panel.getByLabel("Add a comment"));
  await page.keyboard.type("Said with keys.");
  await tabTo(page, panel.getByRole("button", { name: "Add comment" }));
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Said with keys.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();

  await tabTo(page, page.getByRole("navigation", { name: "Places of this team" }).getByRole("link", { name: "Home" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
});

test("at 200 % nothing needs scrolling sideways, and what stays on the screen leaves two thirds of it", async ({ app, lead, openBrowser, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 9 }, { "t9-i1-1": 2, "t9-i1-2": 4 });
  // A laptop's 1280 × 800.
  const page = await (await openBrowser(lead, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })).newPage();
  for (const place of ["", "/tools", "/tools/8", "/tools/9", "/readiness", "/people"]) {
    await page.goto(`/teams/${team.teamId}${place}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await page.goto(toolPath(team, 9));
  const bar = page.locator(".tool-bar");
  await page.locator("#t9-i1-3").scrollIntoViewIfNeeded();
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(400 / 3);
});

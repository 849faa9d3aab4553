import type { Page } from "@playwright/test";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { addRow, expect, firstCells, test, typeAfter } from "./support/teammates";
import { signIn } from "./support/test";
import { expectSaved, saveStatus, toolPath, wholeToolPath } from "./support/tool-page";

const TOOL = 8;
const OFFLINE = /ERR_INTERNET_DISCONNECTED/;
const [first, second] = toolItems(getTool(TOOL)).filter((item) => item.kind === "text");
const box = (page: Page, item = first) => page.locator(`textarea[id="${item?.id}"]`);

/** The admin makes room, on the tool's history page. */
async function makeRoom(page: Page, history: string): Promise<void> {
  await page.goto(history);
  await page.getByRole("button", { name: "Make room" }).click();
  const dialog = page.getByRole("dialog", { name: `Make room in Tool ${TOOL}?` });
  await dialog.getByRole("button", { name: "Make room now" }).click();
  await expect(page.getByText(/Room was made\./)).toBeVisible();
}

test("while an agency admin makes room, teammates write on: every word once, also those from before and without a network", async ({
  app,
  openAs,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(OFFLINE);
  // How a page learns it whose change was under way.
  problems.expect(/status of 409/);
  const admin = await createMember(app, team, "admin");
  const adminContext = await openBrowser(admin);
  await signIn(adminContext, app, admin);
  const adminPage = await adminContext.newPage();
  const history = `${toolPath(team, TOOL)}/history`;
  const { page: dana } = await openAs("Dana R.", TOOL);
  const { page: marcus, context: away } = await openAs("Marcus", TOOL);
  const { page: lee, context: alsoAway } = await openAs("Lee", TOOL);

  await box(dana).fill("First. Second.");
  await addRow(dana, "Row of Dana");
  await expectSaved(dana);
  for (const page of [marcus, lee]) await expect(firstCells(page)).toHaveValue("Row of Dana");

  await away.setOffline(true);
  await typeAfter(box(marcus), "First.", " Marcus was away.");
  await box(marcus, second).fill("Only Marcus wrote here.");
  await alsoAway.setOffline(true);
  await addRow(lee, "Row of Lee");
  await expect(saveStatus(lee)).toContainText("device");

  const typing = typeAfter(box(dana), "Second.", " Dana wrote all the while, before, meanwhile and after, and lost nothing of it.");
  await makeRoom(adminPage, history);
  await typing;
  await expectSaved(dana);
  const danas = "First. Second. Dana wrote all the while, before, meanwhile and after, and lost nothing of it.";
  await expect(box(dana)).toHaveValue(danas);

  await away.setOffline(false);
  await expectSaved(marcus);
  await alsoAway.setOffline(false);
  await expectSaved(lee);
  for (const page of [dana, marcus, lee]) {
    await expect(box(page)).toHaveValue(danas.replace("First.", "First. Marcus was away."));
    await expect(box(page, second)).toHaveValue("Only Marcus wrote here.");
    await expect(firstCells(page)).toHaveCount(2);
    expect(await firstCells(page).evaluateAll((cells) => cells.map((cell) => (cell as HTMLTextAreaElement).value).sort())).toEqual(["Row of Dana", "Row of Lee"]);
  }
  await dana.reload();
  await expect(box(dana)).toHaveValue(danas.replace("First.", "First. Marcus was away."));

  await adminPage.goto(history);
  await expect(adminPage.getByText("made room in this tool")).toBeVisible();
});

test("words that a closed page left on the device are saved when the tool is opened after room was made", async ({ app, openAs, openBrowser, problems, team }) => {
  problems.expect(OFFLINE);
  const admin = await createMember(app, team, "admin");
  const adminPage = await (await openBrowser(admin)).newPage();
  const { page, context } = await openAs("Dana R.", TOOL);
  await box(page).fill("Saved.");
  await expectSaved(page);
  await context.setOffline(true);
  await typeAfter(box(page), "Saved.", " Left on the device.");
  await expect(saveStatus(page)).toContainText("device");
  await page.close();
  await makeRoom(adminPage, `${toolPath(team, TOOL)}/history`);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(wholeToolPath(team, TOOL));
  await expect(box(again)).toHaveValue("Saved. Left on the device.");
  await expectSaved(again);
  await again.reload();
  await expect(box(again)).toHaveValue("Saved. Left on the device.");
});

test("how full a tool is shows to agency admins only, and making room asks first", async ({ app, lead, leadPage, openBrowser, team }) => {
  const admin = await createMember(app, team, "admin");
  const page = await (await openBrowser(admin)).newPage();
  const history = `${toolPath(team, TOOL)}/history`;
  await page.goto(history);
  // Nothing was saved yet: there is no room to make.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "For agency admins" })).toHaveCount(0);

  await leadPage.goto(wholeToolPath(team, TOOL));
  await box(leadPage).fill(`${lead.name} wrote this.`);
  await expectSaved(leadPage);
  await leadPage.goto(history);
  await expect(leadPage.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(leadPage.getByRole("heading", { name: "For agency admins" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByText("This tool uses less than 0.1 of 2 MB.")).toBeVisible();
  await page.getByRole("button", { name: "Make room" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Make room" })).toBeFocused();
  await expect(page.getByText("made room in this tool")).toHaveCount(0);
  await makeRoom(page, history);
  await expect(page.getByRole("status").filter({ hasText: /takes \d+ bytes now/ })).toBeVisible();
  await expect(page.getByText("made room in this tool")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

import type { Page } from "@playwright/test";
import { personToken } from "@/lib/domain/people/person";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { paste } from "./support/clipboard";
import { holdScripts } from "./support/early";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { expectSaved, openTool, toolPath } from "./support/tool-page";

const LINE = "t12-sheet-1-step-1";
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`);

test("a printed line gets its owner, date and status beneath it; why only where it is blocked; teammates see it at once", { tag: "@smoke" }, async ({ app, leadPage: page, openBrowser, team }) => {
  const member = await createMember(app, team, "member");
  await page.goto(`${toolPath(team, 12)}?section=t12-sheet-1`);
  await expectSaved(page);
  const colleague = await (await openBrowser(member)).newPage();
  await openTool(colleague, team, 12);

  await expect(page.locator("#t12-sheet-1 .added-note .tag-ours")).toHaveText("Added by this workbook");
  await field(page, `${LINE}-owner`).selectOption({ label: member.name });
  await field(page, `${LINE}-due`).fill("2026-12-18");
  await expect(field(page, `${LINE}-why`)).toBeHidden();
  await field(page, `${LINE}-status`).selectOption("blocked");
  await field(page, `${LINE}-why`).fill("Waiting for the county");
  await expectSaved(page);
  await expect(field(colleague, `${LINE}-owner`)).toHaveValue(personToken({ personId: member.userId }));
  await expect(field(colleague, `${LINE}-why`)).toHaveValue("Waiting for the county");
  // Whoever is chosen fills in nothing that is printed.
  await expect(field(page, `${LINE}-lead`)).toHaveValue("");
  await expect(page.locator(".tool-bar").getByText(/^0 of \d+ answered$/)).toBeVisible();

  // Words of an earlier block stay in sight.
  await field(page, `${LINE}-status`).selectOption("under-way");
  await expect(field(page, `${LINE}-why`)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, "other");
  await expectNoSidewaysScroll(page);

  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(`${toolPath(team, 12)}?section=t12-sheet-1`);
  await expect(field(viewer, `${LINE}-owner`)).toContainText(member.name);
  await expect(field(viewer, `${LINE}-due`)).toContainText("December 18, 2026");
  await expect(viewer.locator("#t12-sheet-1 .added-line")).toHaveCount(1);
});

test("whoever joins while a page is open is called by their name there, and can be chosen", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  await page.goto(`${toolPath(team, 12)}?section=t12-sheet-1`);
  await expectSaved(page);
  // Listening before anybody new is named.
  await expect(page.locator(".tool-bar").getByRole("status")).toHaveText(/Saved/);
  const joined = await createMember(app, team, "member");
  const more = await openBrowser(joined);
  const theirs = await more.newPage();
  await theirs.goto(`${toolPath(team, 12)}?section=t12-sheet-1`);
  await field(theirs, `${LINE}-owner`).selectOption({ label: joined.name });
  const owner = field(page, `${LINE}-owner`);
  await expect(owner).toHaveValue(personToken({ personId: joined.userId }));
  await expect(owner.locator("option:checked")).toHaveText(joined.name);
  await expect(owner).not.toContainText("A former member");

  // In a row of ours that somebody else adds, and for a third person who never saves anything themselves.
  const third = await createMember(app, team, "member");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 12 }, {
    "t12-sheet-1-more": [{ id: "x", cells: { action: "Call the county", owner: personToken({ personId: third.userId }) } }],
  });
  const added = page.locator('[id="t12-sheet-1-more"] .cell-person select');
  await expect(added).toHaveValue(personToken({ personId: third.userId }));
  await expect(added.locator("option:checked")).toHaveText(third.name);
  await expect(owner.locator(`option[value="${personToken({ personId: third.userId })}"]`)).toHaveText(third.name);
});

test("an owner and a status are chosen offline and with the keyboard, and are sent when the network is back", async ({ context, leadPage: page, problems, team }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  await openTool(page, team, 12);
  await context.setOffline(true);
  await tabTo(page, field(page, `${LINE}-owner`));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(field(page, `${LINE}-owner`)).toHaveValue(/^@\[/);
  await field(page, `${LINE}-status`).selectOption("done");
  await expect(page.locator(".tool-bar").getByRole("status")).toHaveText(/kept on this device/);
  await context.setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(field(page, `${LINE}-status`)).toHaveValue("done");
});

test("steps beyond the printed four are rows of our table, and pasted words become its options", async ({ app, lead, leadPage: page, team }) => {
  await createMember(app, team, "member");
  await openTool(page, team, 12);
  const more = page.locator('[id="t12-sheet-1-more"]');
  await more.getByRole("button", { name: "Add Idea #1 step" }).click();
  const text = `Lend a car\tThe peers\t${lead.name.toUpperCase()}\t12/18/2026\tblocked\tNo car yet\nCall twice\tThe peers\tNobody Here\t\tfinished\t`;
  await paste(page, { text });
  await expect(more.locator("tbody tr")).toHaveCount(2);
  await expect(more.locator("select").nth(0)).toHaveValue(personToken({ personId: lead.userId }));
  await expect(more.locator("select").nth(1)).toHaveValue("blocked");
  await expect(more.getByText("1 entry was left out, because the list has no such option: “finished”.", { exact: true })).toBeVisible();
  await expect(more.getByText("1 name was left out, because nobody on the team goes by that name: “Nobody Here”.", { exact: true })).toBeVisible();
  await more.getByRole("button", { name: "Undo the paste" }).click();
  await expect(more.locator("select").nth(1)).toHaveValue("");
  await expectSaved(page);
});

test("further sheets of Tool 13 are there once somebody adds one, comes by its address or has answered in it", async ({ app, leadPage: page, openBrowser, team }) => {
  await page.goto(toolPath(team, 13));
  await expectSaved(page);
  const sheet = (number: number) => page.locator(`[id="t13-sheet-${number}"]`);
  await expect(sheet(2)).toBeHidden();
  await expect(page.getByRole("navigation", { name: /Parts of this tool/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Add a sheet" }).click();
  await expect(sheet(2)).toBeFocused();
  await expect(sheet(2).getByText("Added by this workbook")).toBeVisible();
  await expect(sheet(3)).toBeHidden();
  await expect(page.getByText("0 of 8 answered")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${toolPath(team, 13)}#t13-3-goal`);
  await expect(field(page, "t13-3-goal")).toBeVisible();
  await field(page, "t13-3-goal").fill("More calls back within a day");
  await expectSaved(page);
  await page.goto(toolPath(team, 13));
  await expect(sheet(3)).toBeVisible();
  await expect(sheet(2)).toBeHidden();

  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(toolPath(team, 13));
  await expect(viewer.locator("#t13-sheet-3")).toContainText("More calls back within a day");
  await expect(viewer.locator("#t13-sheet-2")).toBeHidden();
  await expect(viewer.getByRole("button", { name: "Add a sheet" })).toHaveCount(0);
});

test("an owner chosen before the page is alive is saved", async ({ app, leadPage: page, lead, team }) => {
  const release = await holdScripts(page);
  await page.goto(`${toolPath(team, 12)}?section=t12-sheet-1`, { waitUntil: "commit" });
  await field(page, `${LINE}-owner`).selectOption({ label: lead.name });
  release();
  const stored = async () => (await app.database.query<{ value: unknown }>("select value from answer where agency_id = $1 and item_id = $2", [team.agencyId, `${LINE}-owner`])).rows[0]?.value;
  await expect.poll(stored).toBe(personToken({ personId: lead.userId }));
  await page.reload();
  await expect(field(page, `${LINE}-owner`)).toHaveValue(personToken({ personId: lead.userId }));
});

test("a priority says why only when it is set aside", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 }, { "t8-s3-priorities": [{ id: "r1", cells: { what: "Weekend follow-up", status: "considering" } }] });
  await page.goto(`${toolPath(team, 8)}?section=t8-s3`);
  await expectSaved(page);
  const table = page.locator('[id="t8-s3-priorities"]');
  await expect(page.locator("#t8-s3 .tag-ours").first()).toHaveText("Added by this workbook");
  await expect(table.getByRole("textbox")).toHaveCount(1);
  await table.locator("select").selectOption("set-aside");
  await table.getByRole("textbox", { name: /If it is set aside, why/ }).fill("No staff this year");
  await expectSaved(page);
  await expectAccessible(page);
});

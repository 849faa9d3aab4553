import type { Page } from "@playwright/test";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

const note = (page: Page) => page.getByRole("note", { name: "Note about this answer" });
const firstAnswer = (page: Page) => page.locator("main .grow-box textarea").first();

test("a note below the box says what may point to one person, and the answer is saved all the same", async ({
  leadPage: page,
  team,
}) => {
  await openTool(page, team, 2);
  await firstAnswer(page).fill("Marcus Webb, DOB 3/14/1987, cell 614-555-0142");
  await expect(note(page)).toContainText("a name with a date of birth (“Marcus Webb, DOB 3/14/1987”)");
  await expect(note(page)).toContainText("a phone number (“614-555-0142”)");
  await expect(note(page)).toContainText("How are individuals’ safety, privacy, and confidentiality protected");
  await expect(firstAnswer(page)).toHaveAccessibleDescription(/This may point to one person/);
  await expect(firstAnswer(page)).toBeFocused();
  await expectSaved(page);
  await note(page).getByText("Why am I seeing this?").click();
  await expect(note(page)).toContainText("It looks on your device only.");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await page.reload();
  await expectSaved(page);
  await expect(firstAnswer(page)).toHaveValue("Marcus Webb, DOB 3/14/1987, cell 614-555-0142");
  await expect(note(page)).toHaveCount(0);
  await firstAnswer(page).focus();
  await expect(note(page)).toBeVisible();
});

test("a dismissed note stays away, through a reload too, until something new is found", async ({ leadPage: page, team }) => {
  await openTool(page, team, 2);
  await firstAnswer(page).fill("Former addicts help us");
  await expect(note(page)).toContainText("“Former addicts”");
  await expect(note(page).getByRole("link", { name: /Department of Veterans Affairs/ })).toHaveAttribute("href", /^https:\/\/design\.va\.gov\//);
  await note(page).getByRole("button", { name: "Dismiss this note" }).click();
  await expect(note(page)).toHaveCount(0);
  await expect(firstAnswer(page)).toBeFocused();
  await expect(firstAnswer(page)).toHaveAccessibleDescription("");
  await expectSaved(page);

  await page.reload();
  await expectSaved(page);
  await firstAnswer(page).focus();
  await firstAnswer(page).press("ControlOrMeta+End");
  await firstAnswer(page).pressSequentially(", see case no. 24-01234");
  await expect(note(page)).toContainText("an incident, case or record number (“case no. 24-01234”)");
  await expect(note(page)).not.toContainText("Former addicts");
});

test("cells of a table have notes too, and lose them with the words", async ({ leadPage: page, team }) => {
  await openTool(page, team, 1);
  const cell = page.locator("main td textarea").first();
  await cell.fill("Call from 412 N. Elm Street");
  await expect(page.locator("main td").filter({ has: note(page) })).toContainText("a street address");
  await note(page).getByText("Why am I seeing this?").click();
  await expect(note(page)).toContainText("The toolkit asks: “How are individuals’ safety, privacy");
  await expectAccessible(page);
  await cell.fill("Calls by block");
  await expect(note(page)).toHaveCount(0);
});

test("an agency's admin turns the notes off for everyone in the agency", async ({ app, openBrowser, team }) => {
  const page = await (await openBrowser(await createMember(app, team, "admin"))).newPage();
  await page.goto(`/agencies/${team.agencyId}`);
  const setting = page.getByRole("checkbox", { name: "Show notes about privacy and wording while people write" });
  await expect(setting).toBeChecked();
  await setting.uncheck();
  await page.locator("form").filter({ has: setting }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The agency’s details are saved.")).toBeVisible();

  await openTool(page, team, 2);
  await firstAnswer(page).fill("SSN 412-55-7788 of a junkie");
  await expectSaved(page);
  // A second save takes longer than the pause after which a note would have come.
  await page.locator("main .grow-box textarea").nth(1).fill("cell 614-555-0142");
  await expectSaved(page);
  const [saved] = (await app.database.query("select has_writing_hints from agency where id = $1", [team.agencyId])).rows;
  expect(saved).toEqual({ has_writing_hints: false });
  await expect(note(page)).toHaveCount(0);
});

import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { createMember } from "@/tests/support/e2e-database";
import { isAction, loseReply } from "./support/lose-reply";
import { expect, signIn, test } from "./support/test";
import { openItemPanel, openTool } from "./support/tool-page";

// The connection breaks after the server did what was asked and before its answer arrives. The person is told that
// nothing is known, presses again, and there is one record.

const TOOL = 8;
const ITEM = toolItems(getTool(TOOL))[0]!.id;

test.beforeEach(({ problems }) => problems.expect(/ERR_FAILED/));

test("a comment whose reply was lost is there once after a second press", async ({ app, leadPage: page, team }) => {
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page, ITEM);
  await panel.getByLabel("Add a comment").fill("Only once, please.");
  await loseReply(page, isAction);
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/We could not reach the workbook/)).toBeVisible();
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  await expect(panel.getByText("Only once, please.", { exact: true })).toHaveCount(1);
  const { rows } = await app.database.query("select from comment where agency_id = $1", [team.agencyId]);
  expect(rows).toHaveLength(1);
});

test("one that was changed before the second press is there once, and the changed words are still in the box", async ({ app, leadPage: page, team }) => {
  await openTool(page, team, TOOL);
  const panel = await openItemPanel(page, ITEM);
  const box = panel.getByRole("textbox");
  await box.fill("With a speling mistake.");
  await loseReply(page, isAction);
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/We could not reach the workbook/)).toBeVisible();
  await box.fill("With a spelling mistake.");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/had arrived after all/)).toBeVisible();
  await expect(panel.getByText("With a speling mistake.", { exact: true })).toHaveCount(1);
  await expect(box).toHaveValue("With a spelling mistake.");
  const { rows } = await app.database.query("select from comment where agency_id = $1", [team.agencyId]);
  expect(rows).toHaveLength(1);
});

test("a file whose reply was lost is there once after “Try again”", async ({ app, leadPage: page, team }) => {
  await openTool(page, team, TOOL);
  await page.goto(`/teams/${team.teamId}/tools/${TOOL}?panel=${ITEM}#${ITEM}`);
  const panel = page.getByRole("dialog");
  await panel.getByRole("tab", { name: /Files/ }).click();
  await loseReply(page, (request) => request.method() === "POST" && request.url().endsWith("/files"));
  await panel.locator("input[type=file]").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Notes of the meeting.") });
  await panel.getByRole("button", { name: /^Try/ }).click();
  await expect(panel.getByRole("link", { name: /notes\.txt/ })).toHaveCount(1);
  const { rows } = await app.database.query("select from evidence_file where agency_id = $1", [team.agencyId]);
  expect(rows).toHaveLength(1);
});

test("a code to get back in whose reply was lost is made once, and shown after a second press", async ({ app, leadPage: page, team }) => {
  const person = await createMember(app, team, "member");
  await app.database.query("update user_account set email = $2 where id = $1", [person.userId, `heron-${person.userId.slice(0, 8)}`]);
  await page.goto(`/teams/${team.teamId}/people`);
  await page.getByRole("button", { name: /^Code to get back in/ }).click();
  await loseReply(page, isAction);
  const make = page.getByRole("dialog").getByRole("button", { name: "Make a code" });
  await make.click();
  await expect(page.getByText(/We could not reach the server/)).toBeVisible();
  await page.getByRole("button", { name: /^Code to get back in/ }).click();
  await make.click();
  await expect(page.getByText(/^Hand this code to/)).toBeVisible();
  const { rows } = await app.database.query("select from invitation where agency_id = $1 and for_user_id is not null", [team.agencyId]);
  expect(rows).toHaveLength(1);
});

test("a team whose reply was lost is there once after a second press", async ({ app, page, context, team }) => {
  await signIn(context, app, await createMember(app, team, "admin"));
  await page.goto(`/agencies/${team.agencyId}`);
  await page.getByLabel("Add a team").fill("North team");
  await loseReply(page, isAction);
  await page.getByRole("button", { name: "Add the team" }).click();
  await expect(page.getByText(/We could not reach the server/)).toBeVisible();
  await page.getByRole("button", { name: "Add the team" }).click();
  await expect(page.getByText(/The team is added/)).toBeVisible();
  const { rows } = await app.database.query("select from team where agency_id = $1 and name = 'North team'", [team.agencyId]);
  expect(rows).toHaveLength(1);
});

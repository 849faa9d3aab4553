import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { expect, test } from "./support/test";
import { toolPath } from "./support/tool-page";

test("an address nobody has leads on to the teams and the guide", async ({ page, problems }) => {
  problems.expect(/status of 404/);
  expect((await page.goto("/nowhere/at/all"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "We can’t find that page" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Read the guide" }).click();
  await page.waitForURL("**/guide");
});

test("a page a role does not include says so, and to whom to turn", async ({ app, openBrowser, problems, team }) => {
  problems.expect(/status of 403/);
  const page = await (await openBrowser(await createMember(app, team, "partner", [3]))).newPage();
  expect((await page.goto(`${toolPath(team, 3)}/complete`))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1, name: "You can’t open this page" })).toBeVisible();
  await expect(page.getByText("ask your team lead or agency admin")).toBeVisible();
});

test("a page that fails says that saved answers are safe, and can be tried again", async ({
  app,
  leadPage: page,
  problems,
  team,
}) => {
  problems.expect(/500|Error/);
  // A stored document that cannot be read, as after damage to the disk.
  await app.database.query(
    `insert into response (agency_id, id, team_id, toolkit_id, tool_id, tool_version, snapshot, last_seq, snapshot_seq)
     values ($1, gen_random_uuid(), $2, 'ps-cope', 'tool-1', 1, '\\xdeadbeef', 1, 1)`,
    [team.agencyId, team.teamId],
  );
  await page.goto(toolPath(team, 1));
  await expect(page.getByRole("heading", { level: 1, name: "This page did not load" })).toBeVisible();
  await expect(page.getByText("Answers marked “Saved” are safe.")).toBeVisible();
  await app.database.query("delete from response where team_id = $1", [team.teamId]);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Tool 1:/ })).toBeVisible();
});

test("a partner at a tool that is not shared with them reads so and whom to ask; a stranger finds nothing", async ({
  app,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(/status of 404/);
  await createMember(app, team, "lead");
  const partner = await (await openBrowser(await createMember(app, team, "partner", [3]))).newPage();
  for (const page of ["", "/history", "/complete"]) {
    expect((await partner.goto(`${toolPath(team, 9)}${page}`))?.status()).toBe(404);
    await expect(partner.getByRole("heading", { level: 1, name: "This tool is not shared with you" })).toBeVisible();
    await expect(partner.getByText("ask Test lead (team lead) to share it with you")).toBeVisible();
  }
  await partner.goto(`/teams/${team.teamId}/tools/14`);
  await expect(partner.getByRole("heading", { level: 1, name: "We can’t find that page" })).toBeVisible();

  const stranger = await (await openBrowser(await createMember(app, await createTestTeam(app), "partner", [3]))).newPage();
  await stranger.goto(toolPath(team, 9));
  await expect(stranger.getByRole("heading", { level: 1, name: "We can’t find that page" })).toBeVisible();
  await expect(stranger.locator("body")).not.toContainText("Test lead");
});

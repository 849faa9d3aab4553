import type { Page } from "@playwright/test";
import type { Role } from "@/lib/platform/auth/permissions";
import { createPerson, joinTeam } from "@/tests/support/e2e-database";
import { expect, test as base } from "./support/test";
import { expectSaved, openTool, saveStatus, toolPath } from "./support/tool-page";

interface AssignmentFixtures {
  /** A page of someone of the team, under this name, in a browser of their own. */
  pageOf: (name: string, role: Role) => Promise<Page>;
}

const test = base.extend<AssignmentFixtures>({
  pageOf: async ({ app, openBrowser, team }, provide) => {
    await provide(async (name, role) => {
      const person = await createPerson(app, name);
      await joinTeam(app, team, person, role);
      return (await openBrowser(person)).newPage();
    });
  },
});

const PART = "Section 4: Executing the Plan";
/** Buttons are named "Assign: Section 4: Executing the Plan"; the browser may put a space before the first colon. */
const named = (verb: string, what: string) => ({ name: new RegExp(`^${verb} ?: ${what}`) });

test("a part of a tool is assigned, shows as mine, is accepted, handed back, and assigned again", async ({ leadPage, pageOf, team }) => {
  const marcus = await pageOf("Marcus", "member");
  await openTool(leadPage, team, 8);
  await leadPage.getByText("Who works on this").click();
  await leadPage.getByRole("button", named("Assign", PART)).click();
  const dialog = leadPage.getByRole("dialog");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog.getByRole("link", { name: "Choose a person." })).toBeVisible();
  await dialog.getByLabel("Assign to").selectOption({ label: "Marcus" });
  await dialog.getByLabel("Due date").fill("2031-05-04");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog.getByText("Assigned to Marcus.")).toBeVisible();
  await expect(dialog.getByText("Due May 4, 2031")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(leadPage.getByText(/Who works on this: .*Marcus/)).toBeVisible();

  await marcus.goto(`/teams/${team.teamId}`);
  const yours = marcus.getByRole("region", { name: "Yours and overdue" });
  await expect(yours.getByRole("link", { name: PART })).toHaveAttribute("href", `${toolPath(team, 8)}#t8-s4`);
  await expect(yours.getByText("Due May 4, 2031")).toBeVisible();
  await expect(marcus.getByRole("region", { name: "Next for you" }).getByRole("link", { name: "Go on with Tool 8" })).toBeVisible();
  await yours.getByRole("button", named("Accept", PART)).click();
  await expect(yours.getByText("You accepted this")).toBeVisible();
  await yours.getByRole("button", named("Hand back", PART)).click();
  await marcus.getByRole("dialog").getByLabel("Note").fill("On leave until June.");
  await marcus.getByRole("button", { name: "Hand it back" }).click();
  await expect(yours.getByText("You handed this back")).toBeVisible();

  await leadPage.goto(`/teams/${team.teamId}`);
  const handedBack = leadPage.getByRole("region", { name: "Yours and overdue" });
  await expect(handedBack.getByText("On leave until June.")).toBeVisible();
  await handedBack.getByRole("link", named("Assign again", PART)).click();
  await leadPage.getByRole("dialog").getByLabel("Assigned to").selectOption({ label: "Marcus" });
  await leadPage.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(leadPage.getByRole("dialog").getByText("Not answered yet.")).toBeVisible();
  await leadPage.getByRole("button", { name: "Take the assignment away" }).click();
  await leadPage.getByRole("button", { name: "Take it away", exact: true }).click();
  await expect(leadPage.getByRole("dialog").getByText("Nobody has this yet.")).toBeVisible();
});

test("a tool that is completed and locked refuses a screen left open, and only an admin unlocks it", async ({
  leadPage,
  pageOf,
  problems,
  team,
}) => {
  problems.expect(/ERR_FAILED/);
  problems.expect(/status of 423/);
  const marcus = await pageOf("Marcus", "member");
  await openTool(marcus, team, 11);
  // News from others don't reach this screen, so it still looks open.
  await marcus.route(/\/(events|presence)\b/, (route) => route.abort());
  await marcus.route(/\/updates\?/, (route) => (route.request().method() === "GET" ? route.abort() : route.fallback()));
  await marcus.reload();
  await expectSaved(marcus);

  await leadPage.goto(`${toolPath(team, 11)}/complete`);
  await expect(leadPage.getByText("Only an agency admin can unlock it.")).toBeVisible();
  await leadPage.getByRole("button", { name: "Complete with blanks and lock" }).click();
  await expect(leadPage.getByText("This tool is complete and locked")).toBeVisible();
  await expect(leadPage.getByText("An agency admin can unlock it")).toBeVisible();
  await expect(leadPage.getByRole("button", { name: "Reopen this tool" })).toHaveCount(0);
  await expect(leadPage.getByRole("link", { name: "Unlock this tool" })).toHaveCount(0);

  await marcus.locator("main textarea").first().fill("Typed after the lock");
  await expect(saveStatus(marcus)).toContainText("This tool is locked. Ask an agency admin to unlock it.");

  const admin = await pageOf("Avery Admin", "admin");
  await admin.goto(`/teams/${team.teamId}/tools`);
  await expect(admin.getByText("Complete, locked")).toBeVisible();
  await admin.goto(toolPath(team, 11));
  await admin.getByRole("link", { name: "Unlock this tool" }).click();
  await admin.getByRole("button", { name: "Unlock this tool" }).click();
  await admin.getByRole("button", { name: "Reopen this tool" }).click();
  await expectSaved(admin);
});

test("a locked tool turns read-only on an open screen by itself", async ({ leadPage, pageOf, team }) => {
  const marcus = await pageOf("Marcus", "member");
  await openTool(marcus, team, 11);
  await leadPage.goto(`${toolPath(team, 11)}/complete`);
  await leadPage.getByRole("button", { name: "Complete with blanks and lock" }).click();
  await expect(marcus.getByText("This tool is complete and locked")).toBeVisible();
  await expect(marcus.locator("main textarea")).toHaveCount(0);
});

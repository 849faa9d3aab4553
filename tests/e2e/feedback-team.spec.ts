import { createMember } from "@/tests/support/e2e-database";
import { createForms } from "@/tests/support/e2e-forms";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const SAID = "Nobody comes on weekends. Officer Lee told me so.";

test("a team asks its community, looks at what came, brings words into a tool and says what it did", async ({ app, leadPage: page, openBrowser, team, problems }) => {
  test.slow();
  problems.expect(/\(csp\)/);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("navigation", { name: /team/i }).getByRole("link", { name: "Community" }).click();
  await expect(page.getByText("Your team has not asked the community yet.")).toBeVisible();
  await expectAccessible(page);

  // A form: one question from the toolkit, one of the team's own; what is missing is said at its field.
  await page.getByRole("link", { name: "Make a form" }).click();
  await page.getByRole("button", { name: "Make the form" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Give the form a title.");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Ask at least one question.");
  await page.getByRole("textbox", { name: "Title" }).fill("Help after an overdose");
  await page.getByText("Take a question from the toolkit").click();
  await page.getByRole("button", { name: /^Add ?: Is help there on nights and weekends/ }).click();
  await expect(page.getByRole("group", { name: "Question 1", exact: true }).getByLabel("What do you ask?")).toBeFocused();
  await expect(page.getByText(/^Made from the toolkit’s “Schedule regular meetings/)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Write a question" }));
  await page.keyboard.press("Enter");
  const own = page.getByRole("group", { name: "Question 2", exact: true });
  await expect(own.getByLabel("What do you ask?")).toBeFocused();
  await page.keyboard.type("What should we do better?");
  await own.getByRole("button", { name: /^Move up/ }).click();
  await expect(page.getByRole("group", { name: "Question 1", exact: true }).getByLabel("What do you ask?")).toHaveValue("What should we do better?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the form" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help after an overdose" })).toBeVisible();
  await expect(page.getByText("Only your team sees it.")).toBeVisible();
  await expectAccessible(page);
  const form = page.url();

  await page.getByRole("button", { name: "Publish the form" }).click();
  await expect(page.getByText("It takes answers.")).toBeVisible();
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  await expect(page.getByRole("img", { name: /^QR code that opens/ })).toBeVisible();
  await expectAccessible(page);

  // Somebody without an account, and without scripts: their answer is held.
  const stranger = await (await openBrowser(null, { viewport: PHONE, javaScriptEnabled: false })).newPage();
  await stranger.goto(address);
  await stranger.getByRole("radio", { name: "No", exact: true }).check();
  await stranger.getByRole("textbox", { name: /What should we do better/ }).fill(SAID);
  await stranger.getByRole("button", { name: "Send" }).click();
  await expect(stranger.getByRole("heading", { name: "Thank you. We have it." })).toBeVisible();

  // A member finds it on home, sees why it is held, takes a name out and lets it count.
  const member = await createMember(app, team, "member");
  const reader = await (await openBrowser(member, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  await reader.goto(`/teams/${team.teamId}`);
  await reader.getByRole("link", { name: "Look at 1 answer from the community" }).click();
  const answer = reader.getByRole("article", { name: "Answer 1" });
  await expect(answer).toContainText("It was sent without the check that keeps programs out.");
  await expectAccessible(reader);
  await expectNoSidewaysScroll(reader);
  await answer.getByText("Take words out").click();
  await answer.getByLabel("The words").fill("Officer Lee");
  await answer.getByRole("button", { name: "Take these words out" }).click();
  await expect(answer).toContainText("Nobody comes on weekends. [taken out] told me so.");
  await answer.getByRole("button", { name: /^Let it count/ }).click();
  await expect(reader.getByText("No answer waits to be looked at.")).toBeVisible();

  // Into a tool, after what stands there.
  await reader.getByRole("link", { name: /^They count/ }).click();
  await answer.getByText("Bring words into a tool").click();
  const words = answer.getByRole("textbox", { name: "The words" }).last();
  await expect(words).toHaveValue("Nobody comes on weekends. [taken out] told me so.");
  await words.fill("Nobody comes on weekends.");
  await answer.getByRole("button", { name: "Bring it in" }).click();
  await expect(answer.getByRole("alert")).toContainText("Choose a tool.");
  await answer.getByLabel("Tool", { exact: true }).selectOption({ label: "Tool 8: Integration Worksheet" });
  await answer.getByLabel("Where in it?").selectOption({ label: "What (additional) resources do you need?" });
  await answer.getByRole("button", { name: "Bring it in" }).click();
  await expect(answer.getByText("It stands in the tool now.")).toBeVisible();
  await expectAccessible(reader);
  await answer.getByRole("link", { name: /^Tool 8: What \(additional\) resources/ }).click();
  await expect(reader.getByRole("textbox", { name: /What \(additional\) resources do you need/ })).toHaveValue(/^From community answers, \w{3} \d{4}: “Nobody comes on weekends\.”$/);

  // What was done, shown to the public by a lead.
  await page.goto(`${form}/outcomes`);
  await page.getByRole("textbox", { name: "You said" }).fill("Nobody comes on weekends.");
  await page.getByRole("textbox", { name: "We did" }).fill("Two people will be hired.");
  await page.getByLabel("How does it stand?").selectOption("Under way");
  await page.getByText("Which answers does it answer?").click();
  await page.getByRole("checkbox", { name: /^Nobody comes on weekends/ }).check();
  await page.getByRole("button", { name: "Add the entry" }).click();
  await expect(page.getByText("Tied to 1 answer")).toBeVisible();
  await stranger.goto(address);
  await expect(stranger.getByText("Two people will be hired.")).toHaveCount(0);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("The public sees it")).toBeVisible();
  await expectAccessible(page);
  await stranger.goto(address);
  await expect(stranger.getByText("Two people will be hired.")).toBeVisible();

  // Closed, and withdrawn for good.
  await page.goto(form);
  await expect(page.getByText("1 answer counts · none waits to be looked at")).toBeVisible();
  await page.getByRole("button", { name: "Close the form" }).click();
  await expect(page.getByText("It takes no answers now.")).toBeVisible();
  await stranger.goto(address);
  await expect(stranger.getByRole("button", { name: "Send" })).toHaveCount(0);
  await page.getByRole("button", { name: "Withdraw for good" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("Its address says so.")).toBeVisible();
});

test("who reads the team sees what was published, and neither answers nor drafts", async ({ app, team, lead, openBrowser, problems }) => {
  problems.expect(/status of 40[34]/);
  const { open, draft } = await createForms(app, team, lead);
  for (const role of ["viewer", "partner"] as const) {
    const page = await (await openBrowser(await createMember(app, team, role))).newPage();
    await page.goto(`/teams/${team.teamId}/feedback`);
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "A form that is a draft" })).toHaveCount(0);
    await page.getByRole("link", { name: "Help after an overdose" }).click();
    await expect(page.getByText("Two people will be hired.")).toHaveCount(1);
    for (const hidden of ["There is no sign.", "Its address", "to be looked at", "1 answer counts"]) await expect(page.getByText(hidden), hidden).toHaveCount(0);
    expect((await page.goto(`/teams/${team.teamId}/feedback/${draft}`))?.status()).toBe(404);
    for (const closed of ["answers", "outcomes", "poster", "change"]) expect((await page.goto(`/teams/${team.teamId}/feedback/${open}/${closed}`))?.status(), closed).toBe(403);
  }
});

test("an answer is emptied only after asking, and the poster fits on a phone and on paper", async ({ app, team, lead, leadPage: page }) => {
  const { open } = await createForms(app, team, lead);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/teams/${team.teamId}/feedback/${open}/answers`);
  const answer = page.getByRole("article").filter({ hasText: "The van came at the same hour." });
  await answer.getByRole("button", { name: /^Empty it for good/ }).click();
  await expect(page.getByRole("dialog", { name: "Empty this answer for good?" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(answer).toBeVisible();
  await answer.getByRole("button", { name: /^Empty it for good/ }).click();
  await page.getByRole("button", { name: "Empty it", exact: true }).click();
  await expect(page.getByText("The van came at the same hour.")).toHaveCount(0);
  await page.getByRole("link", { name: "Set aside or emptied" }).click();
  await expect(page.getByText("This answer was emptied.")).toBeVisible();
  await page.setViewportSize(PHONE);
  await page.goto(`/teams/${team.teamId}/feedback/${open}/poster`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Poster to print" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Help after an overdose" })).toBeVisible();
});

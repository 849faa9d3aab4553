import type { Page } from "@playwright/test";
import { createMeeting } from "@/tests/support/e2e-database";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const COUNTED = "Counted. You can change it until the reveal.";

async function join(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`/meet/${code}`);
  await page.getByLabel(/^Your name, as you want it shown/).fill(name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Meeting on / })).toBeVisible();
}

test("what a phone says was counted is what was counted: late changes, a page without a script, a member who signs out", async ({ app, team, lead, leadPage: screen, openBrowser, problems }) => {
  test.setTimeout(180_000);
  problems.expect(/ERR_INTERNET_DISCONNECTED|\(csp\)|status of 4(?:01|22)/);
  const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(app, team, lead)}`;
  await screen.goto(`${meeting}/mode`);
  await screen.getByRole("button", { name: "Start meeting mode" }).click();
  await expect(screen.getByText("Nobody has joined yet.")).toBeVisible();
  const tools = screen.getByLabel("From a tool");
  await tools.selectOption((await tools.getByRole("option", { name: /^Tool 9: / }).getAttribute("value")) ?? "");
  await screen.getByRole("button", { name: "Show its items" }).click();
  const group = screen.getByRole("group", { name: /^Tool 9: / });
  for (const index of [0, 1]) await group.getByRole("checkbox").nth(index).check();
  await screen.locator("form", { has: group }).getByRole("button", { name: "Put on the list" }).click();
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(2);
  await screen.goto(`${meeting}/screen`);
  const code = ((await screen.locator(".screen-code").textContent()) ?? "").replaceAll(" ", "");

  const context = await openBrowser(null, { viewport: PHONE, reducedMotion: "reduce" });
  const phone = await context.newPage();
  await join(phone, code, "Maria");
  const plain = await (await openBrowser(null, { viewport: PHONE, javaScriptEnabled: false })).newPage();
  await join(plain, code, "Joe");
  // The lead sits there as themselves, in a browser that others use too.
  const shared = await openBrowser(lead, { viewport: PHONE });
  const own = await shared.newPage();
  await own.goto(`/meet/${code}`);
  await own.getByRole("button", { name: /^Join as / }).click();
  await expect(own.getByRole("heading", { level: 1, name: /^Meeting on / })).toBeVisible();

  await screen.getByRole("button", { name: "Begin" }).click();
  await screen.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(phone.getByText("3 people are asked; 2 of them have no account here.")).toBeVisible();

  // Without a script: nothing chosen comes back to the page with words, a vote is counted.
  await plain.goto(`/meet/${code}`);
  await plain.getByRole("button", { name: "Send my vote" }).click();
  await expect(plain.getByText("Choose one of the answers.")).toBeVisible();
  await plain.getByRole("radio", { name: /^3 ?Neutral$/ }).check();
  await plain.getByRole("button", { name: "Send my vote" }).click();
  await expect(plain.getByText(COUNTED)).toBeVisible();
  await own.getByRole("radio", { name: /^4 ?Agree$/ }).check();
  await expect(own.getByText(COUNTED)).toBeVisible();

  // A change that found no network until after the reveal.
  await phone.getByRole("radio", { name: /^2 ?Disagree$/ }).check();
  await expect(phone.getByText(COUNTED)).toBeVisible();
  await context.setOffline(true);
  await phone.getByRole("radio", { name: /^5 ?Strongly Agree$/ }).check();
  await expect(phone.getByText(/No network\. Your vote waits/)).toBeVisible();

  // Whoever uses the member's browser after them sees no vote of theirs.
  await shared.clearCookies({ name: /session$/ });
  await own.goto(`/meet/${code}`);
  await expect(own.getByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
  await expect(own.getByRole("radio")).toHaveCount(0);

  await screen.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(screen.getByRole("button", { name: "Reveal", exact: true })).toHaveCount(0);
  await context.setOffline(false);
  await expect(phone.getByText(/Your answer to “.+” came too late and was not counted\./)).toBeVisible({ timeout: 15_000 });
  await expect(phone.getByText(/You voted 2/)).toBeVisible();
  await expect(phone.getByText(/You voted 5/)).toHaveCount(0);

  // An answer to a vote that the meeting went on from: the next item is shown, and the answer is not lost without a word.
  await screen.keyboard.press("ArrowRight");
  await screen.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(phone.getByText("Tap an answer. Nobody sees it, the big screen neither.")).toBeVisible();
  await context.setOffline(true);
  await phone.getByRole("radio", { name: /^1 ?Strongly Disagree$/ }).check();
  await expect(phone.getByText(/No network\. Your vote waits/)).toBeVisible();
  await screen.keyboard.press("ArrowLeft");
  await expect(screen.getByText("Item 1 of 2")).toBeVisible();
  await context.setOffline(false);
  await expect(phone.getByText(/came too late and was not counted\./)).toBeVisible({ timeout: 15_000 });
});

import type { Page } from "@playwright/test";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const AREA = /^Infrastructure 1: /;
const FIRST = "t9-i1-1";

/** Opens a round about the first area of Tool 9, with these people of the team and guests, and leads to it. */
async function openRound(page: Page, teamId: string, { guests = [] as string[] } = {}): Promise<string> {
  await page.goto(`/teams/${teamId}/rounds/new?tool=9`);
  await page.getByLabel("Only some of them").check();
  await page.getByText(AREA).click();
  await page.getByLabel(/^All of Infrastructure 1/).check();
  await page.getByLabel(/^People without an account/).fill(guests.join("\n"));
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Round 1" })).toBeVisible();
  return page.url();
}

test("a round: opened, rated alone on phones, revealed with a second press, decided, closed, with a receipt", async ({ app, leadPage: page, openBrowser, team, problems }) => {
  test.slow();
  problems.expect(/\(csp\)/);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const members = [await createMember(app, team, "member"), await createMember(app, team, "member")];
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("navigation", { name: /team/i }).getByRole("link", { name: "Rounds" }).click();
  await expect(page.getByText("Your team has not opened a round yet.")).toBeVisible();
  await expectAccessible(page);
  const round = await openRound(page, team.teamId, { guests: ["Recovery house"] });
  await expect(page.getByText("You see no ratings but your own, like everyone.")).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Personal link for Recovery house").click();
  const handed = await page.getByLabel("Link for Recovery house").inputValue();

  // One rates by keyboard, on a phone; what is chosen is saved, and found again on another device.
  const phone = await (await openBrowser(members[0]!, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  await phone.goto(round);
  await expect(phone.getByText("Until the reveal nobody sees your ratings: not the lead, not an administrator.")).toBeVisible();
  await phone.getByRole("link", { name: /^Start, about/ }).click();
  await expect(phone.getByText("Only you see your ratings. After the reveal the team sees dots, never who.")).toBeVisible();
  await expect(phone.getByRole("radio", { checked: true })).toHaveCount(0);
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  const disagree = phone.getByRole("radio", { name: /^2 ?Disagree$/ });
  await tabTo(phone, phone.getByRole("radio", { name: /^1 ?Strongly Disagree$/ }));
  await phone.keyboard.press("Space");
  await phone.keyboard.press("ArrowDown");
  await expect(disagree).toBeChecked();
  await expect(phone.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  await phone.getByLabel(/^Note for yourself/).fill("Nobody answers on weekends.");
  await phone.getByRole("button", { name: "Next" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(/2 of /);
  await phone.getByRole("radio", { name: /^D\/K/ }).check();
  await phone.getByRole("radio", { name: "I am not sure what this means" }).check();
  await expect(phone.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  const other = await (await openBrowser(members[0]!, { viewport: PHONE })).newPage();
  await other.goto(`${round}/rate?item=${FIRST}`);
  await expect(other.getByRole("radio", { name: /^2 ?Disagree$/ })).toBeChecked();
  await expect(other.getByLabel(/^Note for yourself/)).toHaveValue("Nobody answers on weekends.");
  await other.getByRole("link", { name: "List" }).click();
  await expect(other.getByRole("radio", { name: "I am not sure what this means" })).toBeChecked();
  await expectAccessible(other);
  await other.getByRole("link", { name: "Leave" }).click();
  await other.getByRole("button", { name: "I have finished" }).click();
  await expect(other.getByRole("heading", { name: /^You rated 2 of/ })).toBeVisible();

  // Another without a script.
  const plain = await (await openBrowser(members[1]!, { viewport: PHONE, javaScriptEnabled: false })).newPage();
  await plain.goto(`${round}/rate?item=${FIRST}`);
  await plain.getByRole("radio", { name: /^5 ?Strongly Agree$/ }).check();
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText(/2 of /);
  await plain.getByRole("link", { name: "Back" }).click();
  await expect(plain.getByRole("radio", { name: /^5 ?Strongly Agree$/ })).toBeChecked();

  // Somebody without an account: looking at the link changes nothing, and it opens once.
  const guest = await (await openBrowser(null, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  for (let looked = 0; looked < 2; looked += 1) {
    await guest.goto(handed);
    await expect(guest.getByRole("heading", { level: 1, name: /^Hello Recovery house/ })).toBeVisible();
  }
  await expectAccessible(guest);
  await guest.getByRole("button", { name: /^Start, about/ }).click();
  await expect(guest.getByLabel(/^Your own link/)).toHaveValue(guest.url());
  expect(guest.url()).not.toBe(handed);
  await expectAccessible(guest);
  await guest.getByRole("link", { name: "Begin" }).click();
  await guest.getByRole("radio", { name: /^1 ?Strongly Disagree$/ }).check();
  await expect(guest.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  await page.goto(handed);
  await expect(page.getByRole("heading", { name: "This link was used already" })).toBeVisible();

  // The lead has a rating of their own, and nobody else's.
  await page.goto(`${round}/rate?item=${FIRST}`);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("radio", { name: /^5 ?Strongly Agree$/ }).check();
  await expect(page.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  await page.goto(round);
  await expect(page.getByRole("heading", { name: "1 of 4 have finished" })).toBeVisible();
  await page.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("3 have not answered")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal without them" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Round 1: where we see it differently" })).toBeVisible();
  await expect(page.getByText("1 of 1 disagreements open")).toBeVisible();
  await expect(page.getByRole("img", { name: "1 chose 1 Strongly Disagree, 1 chose 2 Disagree, 2 chose 5 Strongly Agree" }).first()).toBeVisible();
  await expect(page.getByText("Nobody answers on weekends.")).toHaveCount(0);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessible(page, "other");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });

  // A note is shown by its writer alone, without a script too.
  await phone.goto(`${round}?item=${FIRST}`);
  await expectNoSidewaysScroll(phone);
  await phone.getByRole("button", { name: "Show it, without your name" }).click();
  await expect(phone.getByRole("button", { name: "Take it back" })).toBeVisible();
  await page.goto(`${round}?item=${FIRST}`);
  await expect(page.getByText("Nobody answers on weekends.")).toBeVisible();
  await phone.goto(`${round}/rate?item=${FIRST}`);
  await expect(phone.getByText(/The round was revealed, so it stands/)).toBeVisible();

  // Nothing is chosen for the team; what it decides lands in the tool, and leads back here.
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText("Choose what the team decided, or press “Leave open”.")).toBeVisible();
  await page.getByRole("radio", { name: /^2 ?Disagree$/ }).check();
  await page.getByLabel(/^Why\?/).fill("Two trainers left.");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText("0 of 1 disagreements open")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^In Tool 9/ }).click();
  await expect(page.getByRole("link", { name: "Decided in round 1" })).toBeVisible();
  await expect(page.locator(`#${FIRST}`).getByRole("radio", { name: /^2 / })).toBeChecked();
  await page.getByRole("link", { name: "Decided in round 1" }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText("1 of 1 disagreements open")).toBeVisible();
  await page.getByRole("button", { name: "Leave open" }).click();
  await expect(page.getByText("Left open", { exact: true })).toBeVisible();
  await expect(page.getByText("1 of 1 disagreements open")).toBeVisible();

  await page.getByRole("button", { name: "Close the round" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByText("The tie between people and their ratings was destroyed.")).toBeVisible();
  await guest.reload();
  await expect(guest.getByRole("heading", { name: "This round is closed" })).toBeVisible();
  await page.getByRole("link", { name: "Receipt" }).click();
  await expect(page.getByText(/Until the reveal nobody of the team or the agency could read what others rated/)).toBeVisible();
  await expectAccessible(page);
  const download = await page.request.get(`/api${new URL(round).pathname}/receipt`);
  expect(await download.text()).toMatch(/Opened: \w{3} \d+, \d{4}, [\d:]+ [AP]M, [A-Za-z ]+Time, by [^]*Asked: 4\r\n[^]*Answered before the reveal: 4\r\nHad not finished then: 3\r\n[^]*1 chose 1 Strongly Disagree, 1 chose 2 Disagree, 2 chose 5 Strongly Agree\. Views differ\.\r\nNote that somebody shows: Nobody answers on weekends\.\r\nLeft open/);
});

test("ratings made without a network wait on the phone and go when it is back", async ({ lead, leadPage: page, team, problems }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await page.setViewportSize(PHONE);
  const round = await openRound(page, team.teamId);
  await page.goto(`${round}/rate?item=${FIRST}`);
  await page.context().setOffline(true);
  await page.getByRole("radio", { name: /^4 ?Agree$/ }).check();
  await expect(page.getByText("1 rating waits on this device", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: /^2 ?Disagree$/ }).check();
  await expect(page.getByText("2 ratings wait on this device", { exact: false })).toBeVisible();
  // What waits is the person's own: signing out asks about it.
  expect(await page.evaluate((userId) => Object.keys(localStorage).filter((key) => key.startsWith(`round-ratings:${userId}:`)).length, lead.userId)).toBe(1);
  await page.context().setOffline(false);
  await expect(page.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  await expect(page.getByText("wait on this device", { exact: false })).toHaveCount(0);
  await page.goto(`${round}/rate?view=list`);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(2);
});

test("a round over days: three who come after the reveal join at the close, one is counted and not shown", async ({ app, leadPage: page, team }) => {
  test.slow();
  const raters: Awaited<ReturnType<typeof createMember>>[] = [];
  for (let index = 0; index < 7; index += 1) raters.push(await createMember(app, team, "member"));
  const round = await openRound(page, team.teamId);
  const rate = async (person: Awaited<ReturnType<typeof createMember>>, item: string, value: string) => {
    const response = await fetch(`${app.url}/api${new URL(round).pathname}/ratings`, {
      method: "POST",
      headers: { "Content-Type": "application/json", origin: app.url, cookie: `${person.cookie.name}=${person.cookie.value}` },
      body: JSON.stringify({ act: "save", item, value }),
    });
    expect(response.status).toBe(200);
  };
  const second = "t9-i1-2";
  for (const person of raters.slice(0, 3)) await rate(person, FIRST, "2");
  await rate(raters[0]!, second, "dk-unknown");
  await page.reload();
  await page.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("8 have not answered")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal without them" }).click();
  await expect(page.getByRole("img", { name: "3 chose 2 Disagree" }).first()).toBeVisible();

  // The lead left it out; what they rate now is late, and the page says so before and after.
  await page.goto(`${round}/rate?item=${FIRST}`);
  await expect(page.getByText(/What you rate now is late/)).toBeVisible();
  await page.getByRole("radio", { name: /^5 ?Strongly Agree$/ }).check();
  await expect(page.getByText("Saved, as a late rating. You can change it until the close.")).toBeVisible();
  for (const person of raters.slice(3, 5)) await rate(person, FIRST, "5");
  await rate(raters[5]!, second, "4");
  await page.goto(`${round}?item=${FIRST}`);
  await expect(page.getByRole("img", { name: "3 chose 2 Disagree" }).first()).toBeVisible();

  await page.getByRole("button", { name: "Close the round" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByRole("img", { name: "3 chose 2 Disagree, 3 chose 5 Strongly Agree" }).first()).toBeVisible();
  await page.goto(`${round}?item=${second}`);
  await expect(page.getByText("1 rating came after the reveal: counted, not shown. Fewer than three would have a name.")).toBeVisible();
});

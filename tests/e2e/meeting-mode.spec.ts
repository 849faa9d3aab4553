import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { type AppAccess, createMeeting, createPerson, joinTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const ROOM = { width: 1920, height: 1080 };
const FIRST = "t9-i1-1";
const RATIONALE = "Heron seven: two policies were read together this fall.";
const COUNTED = "Counted. You can change it until the reveal.";

interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
}

async function memberNamed(app: AppAccess, team: TestTeam, name: string): Promise<TestPerson> {
  const person = await createPerson(app, name);
  await joinTeam(app, team, person, "member", []);
  return person;
}

/** Chooses the first items of a tool on the page of meeting mode. */
async function putOnList(page: Page, tool: RegExp, count: number): Promise<void> {
  const tools = page.getByLabel("From a tool");
  await tools.selectOption((await tools.getByRole("option", { name: tool }).getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Show its items" }).click();
  const group = page.getByRole("group", { name: tool });
  for (let index = 0; index < count; index += 1) await group.getByRole("checkbox").nth(index).check();
  await page.locator("form", { has: group }).getByRole("button", { name: "Put on the list" }).click();
}

const choose = (page: Page, answer: RegExp) => page.getByRole("radio", { name: answer }).check();

/** Somebody without an account types the code, and says how they want to be named. */
async function join(page: Page, code: string, name: string): Promise<void> {
  await page.goto("/meet");
  await page.getByLabel(/^Code on the big screen/).fill(code.toLowerCase());
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel(/^Your name, as you want it shown/).fill(name);
  await page.getByRole("button", { name: /^Join/ }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: /^Meeting on / })).toBeVisible();
}

test("a meeting with one projector and eight phones, two of them flapping, the facilitator gone in the middle: every vote is counted once, the decision is in the tool, its history and the PDF", async ({ app, team, lead, openBrowser, problems }) => {
  test.setTimeout(300_000);
  problems.expect(/ERR_INTERNET_DISCONNECTED|\(csp\)/);
  const [deputy, member] = [await memberNamed(app, team, "Dana Deputy"), await memberNamed(app, team, "Morgan Member")];
  const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(app, team, lead)}`;

  // The lead starts it, stores a deputy, and makes the list.
  const projector = await openBrowser(lead, { viewport: ROOM, reducedMotion: "reduce" });
  const screen = await projector.newPage();
  await screen.goto(meeting);
  await screen.getByRole("link", { name: "Start meeting mode" }).click();
  await expect(screen.getByRole("heading", { level: 1, name: "Meeting mode" })).toBeVisible();
  await expectAccessible(screen);
  await screen.getByLabel(/^Dana Deputy/).check();
  await screen.getByRole("button", { name: "Start meeting mode" }).click();
  await expect(screen.getByText("Nobody has joined yet.")).toBeVisible();
  await putOnList(screen, /^Tool 9: /, 2);
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(2);
  await putOnList(screen, /^Tool 8: /, 1);
  await expect(screen.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(3);
  await expectAccessible(screen);
  await screen.setViewportSize(PHONE);
  await expectNoSidewaysScroll(screen);
  await screen.setViewportSize(ROOM);
  await screen.getByRole("link", { name: "Open the big screen" }).click();
  await expect(screen.getByRole("img", { name: /^QR code that opens .+\/meet\// })).toBeVisible();
  await expectAccessible(screen);
  const code = (await screen.locator(".screen-code").textContent()) ?? "";

  // Eight phones: six by the code, a member as themselves, and one that two people share.
  const openPhone = async (person: TestPerson | null = null): Promise<Phone> => {
    const context = await openBrowser(person, { viewport: PHONE, reducedMotion: "reduce" });
    return { context, page: await context.newPage() };
  };
  const guests: Phone[] = [];
  for (const name of ["Presenter’s own", "Maria", "Joe", "Ann", "Lee", "Kim"]) {
    const phone = await openPhone();
    await join(phone.page, code, name);
    guests.push(phone);
  }
  const [presenter, maria, joe, ann, lee, kim] = guests as [Phone, Phone, Phone, Phone, Phone, Phone];
  await expectAccessible(maria.page);
  const own = await openPhone(member);
  await own.page.goto(`/meet/${code.replaceAll(" ", "")}`);
  await expectAccessible(own.page);
  await own.page.getByRole("button", { name: "Join as Morgan Member" }).click();
  const shared = await openPhone();
  await shared.page.goto(`/meet/${code.replaceAll(" ", "")}`);
  await shared.page.getByLabel(/^Your name, as you want it shown/).fill("Rosa");
  await shared.page.getByText("Several of us share this phone").click();
  await shared.page.getByLabel(/^The others’ names/).fill("Theo");
  await shared.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(shared.page.getByText("Shared by 2")).toBeVisible();
  await expect(screen.getByText("9 people here")).toBeVisible();

  // By keyboard alone: begin, open the vote.
  await screen.keyboard.press("ArrowRight");
  await expect(screen.getByText("Item 1 of 3")).toBeVisible();
  await expect(maria.page.getByText("Talk about it first. The answers show here when the vote opens.")).toBeVisible();
  await screen.keyboard.press("t");
  await expect(screen.getByRole("timer")).toHaveText(/^(1:00|0:5\d)$/);
  await screen.keyboard.press("v");
  await expect(screen.getByText("0 of 9 voted")).toBeVisible();
  await expectAccessible(screen);

  // One votes by keyboard; what is counted is not shown, and a phone finds its own vote again.
  const disagree = maria.page.getByRole("radio", { name: /^2 ?Disagree$/ });
  await tabTo(maria.page, maria.page.getByRole("radio", { name: /^1 ?Strongly Disagree$/ }));
  await maria.page.keyboard.press("Space");
  await maria.page.keyboard.press("ArrowDown");
  await expect(disagree).toBeChecked();
  await expect(maria.page.getByText(COUNTED)).toBeVisible();
  await expectAccessible(maria.page);
  await expectNoSidewaysScroll(maria.page);
  await maria.page.reload();
  await expect(disagree).toBeChecked();
  await choose(joe.page, /^2 ?Disagree$/);
  await choose(own.page, /^4 ?Agree$/);
  await choose(ann.page, /^D\/K/);
  await ann.page.getByRole("radio", { name: "I do not know if we meet this" }).check();
  for (const { page } of [joe, own, ann]) await expect(page.getByText(COUNTED)).toBeVisible();
  await expect(screen.getByText("4 of 9 voted")).toBeVisible();

  // Two phones lose the network, vote, come and go; their votes wait and are counted once.
  for (const { context, page } of [lee, kim]) {
    await context.setOffline(true);
    await choose(page, /^5 ?Strongly Agree$/);
    await expect(page.getByText("No network. Your vote waits on this phone and is counted when it is back.")).toBeVisible();
  }
  await kim.context.setOffline(false);
  await expect(kim.page.getByText(COUNTED)).toBeVisible();
  await kim.context.setOffline(true);
  await choose(kim.page, /^4 ?Agree$/);
  await expect(kim.page.getByText(/No network\. Your vote waits/)).toBeVisible();
  await expect(screen.getByText("5 of 9 voted")).toBeVisible();

  // The shared phone forgets each of its people.
  await shared.page.getByRole("button", { name: "Rosa" }).click();
  await choose(shared.page, /^2 ?Disagree$/);
  await expect(shared.page.getByText(COUNTED)).toBeVisible();
  await expectAccessible(shared.page);
  await shared.page.getByRole("button", { name: "Hand to the next person" }).click();
  await expect(shared.page.getByRole("button", { name: "Rosa" })).toHaveCount(0);
  await shared.page.getByRole("button", { name: "Theo" }).click();
  await expect(shared.page.getByRole("radio", { checked: true })).toHaveCount(0);
  await choose(shared.page, /^3 ?Neutral$/);
  await shared.page.getByRole("button", { name: "Hand to the next person" }).click();
  await expect(shared.page.getByText("All on this phone have voted")).toBeVisible();
  await expect(screen.getByText("7 of 9 voted")).toBeVisible();
  await expect(screen.getByText("Counted, shown to nobody until the reveal")).toBeVisible();

  // The facilitator's device dies. The session goes on, and nobody but a stored role takes it over.
  await projector.close();
  await own.page.goto(`${meeting}/screen`);
  await expect(own.page.getByRole("button", { name: "Take over" })).toHaveCount(0);
  await own.page.goto(`/meet/${code.replaceAll(" ", "")}`);
  await expect(own.page.getByRole("radio", { name: /^4 ?Agree$/ })).toBeChecked();
  const second = await (await openBrowser(deputy, { viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" })).newPage();
  await second.goto(`${meeting}/screen`);
  await expect(second.getByText("7 of 9 voted")).toBeVisible();
  await second.getByRole("button", { name: "Take over" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Take over" }).click();
  await expect(second.getByText("led by you")).toBeVisible();
  await choose(presenter.page, /^4 ?Agree$/);
  await expect(second.getByText("8 of 9 voted")).toBeVisible();
  await kim.context.setOffline(false);
  await expect(kim.page.getByText(COUNTED)).toBeVisible();
  await expect(second.getByText("8 of 9 voted")).toBeVisible();

  // With one missing the reveal takes a second press. Nothing of any vote was on the screen before.
  await second.keyboard.press("r");
  await expect(second.getByText("1 has not voted. Press R again to reveal without them.")).toBeVisible();
  await expect(second.getByRole("img", { name: /chose/ })).toHaveCount(0);
  await expectAccessible(second);
  await second.keyboard.press("r");
  await expect(second.getByRole("img", { name: "3 chose 2 Disagree, 1 chose 3 Neutral, 3 chose 4 Agree" })).toBeVisible();
  await expect(second.getByText("8 voted, 1 did not.")).toBeVisible();
  await expect(maria.page.getByText("You voted 2 Disagree. Nobody else is shown this.")).toBeVisible();
  await expectAccessible(second);
  await expectAccessible(maria.page);

  // Who was away votes late, which is counted and moves no dot.
  await lee.context.setOffline(false);
  await expect(lee.page.getByText("You voted 5 Strongly Agree, after the reveal. Nobody else is shown this.")).toBeVisible();
  await expect(second.getByRole("img", { name: "3 chose 2 Disagree, 1 chose 3 Neutral, 3 chose 4 Agree" })).toBeVisible();

  await expect(second.getByText("8 voted, 1 did not.")).toBeVisible();

  // The decision is typed once. Keys that are letters are words in it.
  await second.getByRole("radio", { name: /^3 ?Neutral$/ }).check();
  await second.getByLabel(/^Why\?/).pressSequentially(RATIONALE);
  await second.getByRole("button", { name: "Record the decision" }).click();
  await expect(second.getByRole("region", { name: "The team decided" }).getByText("3 Neutral")).toBeVisible();
  await expect(maria.page.getByText(RATIONALE)).toBeVisible();
  await expectAccessible(second);
  for (const name of ["light", "low light", "high contrast"]) {
    await second.keyboard.press("l");
    await expect(second.getByRole("button", { name: `Look: ${name}` })).toBeVisible();
    await expectAccessible(second, "other");
  }

  // A text is written in the tool by the scribe, with everyone watching.
  await second.keyboard.press("ArrowRight");
  await expect(second.getByText("Item 2 of 3")).toBeVisible();
  await second.keyboard.press("ArrowRight");
  await expect(second.getByText("Item 3 of 3")).toBeVisible();
  await expect(maria.page.getByText("Nothing is written yet. Everyone watches while the scribe writes.")).toBeVisible();
  const scribe = await (await openBrowser(member)).newPage();
  await scribe.goto(`/teams/${team.teamId}/tools/8#t8-s1-1`);
  await scribe.locator('[id="t8-s1-1"]').fill("Sgt. Dana leads it.");
  for (const page of [second, maria.page]) await expect(page.getByText("Sgt. Dana leads it.")).toBeVisible();
  await second.keyboard.press("d");
  await expect(second.getByRole("button", { name: "Not done yet" })).toBeVisible();

  // The end lets every phone go; the meeting's page says what became of it.
  await second.getByRole("link", { name: "Items, people and the end" }).click();
  await second.getByRole("button", { name: "End meeting mode" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "End meeting mode" }).click();
  await expect(maria.page.getByRole("heading", { name: "The meeting has ended" })).toBeVisible();
  await second.goto(meeting);
  const record = second.getByRole("region", { name: "Meeting mode" });
  await expect(record.getByRole("region", { name: "Decided together" }).getByRole("listitem")).toHaveCount(2);
  await expect(record.getByRole("region", { name: "Still open" }).getByRole("listitem")).toHaveCount(1);
  for (const name of ["Maria", "Theo", "Morgan Member"]) await expect(record.getByRole("region", { name: "Who took part" }).getByText(name, { exact: true })).toBeVisible();
  await expectAccessible(second);
  const [page] = await Promise.all([second.waitForEvent("download"), record.getByRole("link", { name: "Save as a page" }).click()]);
  const saved = readFileSync(await page.path(), "utf8");
  for (const words of ["3 Neutral", RATIONALE, "Theo", "Sgt. Dana leads it."]) expect(saved).toContain(words);

  // The decision is an answer of the tool that names the meeting, in its history and in the PDF.
  await second.goto(`/teams/${team.teamId}/tools/9#${FIRST}`);
  await expect(second.locator(`[id="${FIRST}"]`).getByRole("radio", { name: /^3/ })).toBeChecked();
  await expect(second.getByRole("link", { name: /^Decided in the meeting on / })).toHaveAttribute("href", meeting);
  await second.goto(`/teams/${team.teamId}/tools/9/history`);
  await expect(second.getByText("3 Neutral").first()).toBeVisible();
  await second.goto(`/teams/${team.teamId}/export`);
  await second.getByRole("radio", { name: /^PDF/ }).check();
  const [file] = await Promise.all([second.waitForEvent("download"), second.getByRole("button", { name: "Download" }).click()]);
  const { text } = await readPdf(readFileSync(await file.path()));
  for (const words of ["Sgt. Dana leads it.", "3 Neutral"]) expect(squash(text)).toContain(squash(words));
  const counts = await app.database.query("select value, n from round_count where agency_id = $1 order by value", [team.agencyId]);
  expect(counts.rows).toEqual([{ value: "2", n: 3 }, { value: "3", n: 1 }, { value: "4", n: 3 }, { value: "dk", n: 1 }, { value: "late", n: 1 }]);
});

test("without a script a phone joins, votes and leaves; a wrong code and a closed door say so", async ({ app, team, lead, leadPage: page, openBrowser, problems }) => {
  problems.expect(/\(csp\)/);
  const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(app, team, lead)}`;
  await page.goto(`${meeting}/mode`);
  await page.getByRole("button", { name: "Start meeting mode" }).click();
  await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
  await putOnList(page, /^Tool 9: /, 1);
  await expect(page.getByRole("region", { name: "Items", exact: true }).getByRole("listitem")).toHaveCount(1);
  await page.goto(`${meeting}/screen`);
  const code = ((await page.locator(".screen-code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(page.getByText("0 of 0 voted")).toBeVisible();

  const phone = await (await openBrowser(null, { viewport: PHONE, javaScriptEnabled: false })).newPage();
  await phone.goto("/meet?code=AAAAAA");
  await expect(phone.getByText("This can’t be a code. Look at the screen again.")).toBeVisible();
  await phone.goto("/meet/222222");
  await expect(phone.getByRole("heading", { name: "We have nothing under this code" })).toBeVisible();
  await phone.goto(`/meet/${code}`);
  await phone.getByRole("button", { name: "Join" }).click();
  await expect(phone.getByText("Write a name. It can be a first name, or any other that you choose.")).toBeVisible();
  await phone.getByLabel(/^Your name, as you want it shown/).fill("Maria");
  await phone.getByRole("button", { name: "Join" }).click();
  await phone.getByRole("radio", { name: /^4 ?Agree$/ }).check();
  await phone.getByRole("button", { name: "Send my vote" }).click();
  await expect(phone.getByText(COUNTED)).toBeVisible();
  await expect(phone.getByRole("radio", { name: /^4 ?Agree$/ })).toBeChecked();
  await expect(page.getByText("1 of 1 voted")).toBeVisible();

  await page.goto(`${meeting}/mode`);
  await page.getByRole("button", { name: "Let nobody new in" }).click();
  await expect(page.getByText("Nobody new is let in. Whoever sits there stays.")).toBeVisible();
  const late = await (await openBrowser(null, { viewport: PHONE })).newPage();
  await late.goto(`/meet/${code}`);
  await expect(late.getByRole("heading", { name: "This meeting takes no newcomers now" })).toBeVisible();
  await expectAccessible(late);

  // Taken out is out at once.
  await page.getByRole("button", { name: /^Take out ?: Maria$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
  await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "This meeting takes no newcomers now" })).toBeVisible();
});

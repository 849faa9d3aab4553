import ICAL from "ical.js";
import type { StoppableKind } from "@/lib/domain/notices";
import { createMember, createStopLink, type TestPerson } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { type AppUnderTest, expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };

async function choicesOf({ database }: AppUnderTest, { userId }: TestPerson) {
  const { rows } = await database.query(
    "select mail_assignments, mail_mentions, coalesce(pace, 'weekly') as reminders from user_account left join reminder_choice on user_id = id where id = $1",
    [userId],
  );
  return rows[0];
}

test("somebody chooses when reminders come and what they name, with their device's zone at hand", async ({ lead, openBrowser }) => {
  const page = await (await openBrowser(lead, { timezoneId: "Europe/Berlin" })).newPage();
  await page.goto("/account");
  const reminders = page.getByRole("region", { name: "What is due for you" });
  await expect(reminders.getByLabel("How often")).toHaveValue("weekly");
  await expect(reminders.getByLabel("Time zone")).toHaveValue("America/New_York");
  await expect(reminders.getByText("This device is set to Berlin.")).toBeVisible();
  await reminders.getByLabel("How often").selectOption({ label: "Every day that has something" });
  await reminders.getByLabel("Day of the week").selectOption({ label: "Thursday" });
  await reminders.getByLabel("Time of day").selectOption({ label: "5 PM" });
  await reminders.getByLabel("Time zone").selectOption({ label: "Berlin" });
  await reminders.getByLabel("What is overdue").uncheck();
  await reminders.getByRole("button", { name: "Save reminders" }).click();
  await expect(reminders.getByText("Your choice of reminders is saved.")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(reminders.getByLabel("How often")).toHaveValue("daily");
  await expect(reminders.getByLabel("Day of the week")).toHaveValue("4");
  await expect(reminders.getByLabel("Time of day")).toHaveValue("17");
  await expect(reminders.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await expect(reminders.getByLabel("What is overdue")).not.toBeChecked();
  await expect(reminders.getByLabel("What is due that day", { exact: true })).toBeChecked();
  await reminders.getByLabel("How often").selectOption({ label: "Not by mail" });
  await expect(reminders.getByLabel("Time of day")).toBeHidden();
  await reminders.getByRole("button", { name: "Save reminders" }).click();
  await expect(reminders.getByText("Your choice of reminders is saved.")).toBeVisible();
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
});

test("a calendar's address is shown once, works without a session, is replaced, and turned off", async ({ app, leadPage: page }) => {
  const statusOf = async (address: string) => (await fetch(address)).status;
  await page.goto("/account");
  const place = page.getByRole("region", { name: "A private address" });
  await page.getByRole("button", { name: "Make an address" }).press("Enter");
  await expect(place).toBeFocused();
  const shown = page.getByLabel("Address of your calendar");
  const first = await shown.inputValue();
  const answer = await fetch(first);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).name).toBe("vcalendar");
  const head = await fetch(first, { method: "HEAD" });
  expect([head.status, head.headers.get("etag")]).toEqual([200, answer.headers.get("etag")]);
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByText("A calendar last asked there")).toBeVisible();
  await expect(shown).toBeHidden();
  await page.getByRole("button", { name: "Replace the address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace it" }).click();
  await expect(shown).toBeVisible();
  const second = await shown.inputValue();
  expect(await statusOf(first)).toBe(404);
  expect(await statusOf(second)).toBe(200);

  await page.getByRole("button", { name: "Turn it off" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByText("The address is turned off.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  await expect(place).toBeFocused();
  expect(await statusOf(second)).toBe(404);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a calendar file" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);
  expect(await statusOf(`${app.url}/calendar/nothing.ics`)).toBe(404);
});

const STOPPED: readonly (readonly [StoppableKind, RegExp, Record<string, string>])[] = [
  ["notices", /what is assigned to you, rounds that ask you to rate and comments that mention you/, { mail_assignments: "never", mail_mentions: "never" }],
  ["reminders", /what is due for you/, { reminders: "never" }],
];
const USUAL = { mail_assignments: "at-once", mail_mentions: "at-once", reminders: "weekly" };

for (const [kind, words, changed] of STOPPED) {
  test(`a letter’s link about ${kind} asks, stops them for somebody signed out, with the keyboard and without scripts, and puts them back`, async ({ app, lead, openBrowser, problems }) => {
    problems.expect(/\(csp\)/);
    const page = await (await openBrowser(null, { javaScriptEnabled: false, viewport: PHONE })).newPage();
    await page.goto(`/letters/stop/${await createStopLink(app, lead, kind)}`);
    await expect(page.getByRole("heading", { level: 1, name: "Stop these letters?" })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await page.reload();
    expect(await choicesOf(app, lead)).toEqual(USUAL);

    await page.getByRole("button", { name: "Stop these letters" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "These letters are stopped" })).toBeVisible();
    expect(await choicesOf(app, lead)).toEqual({ ...USUAL, ...changed });
    await page.getByRole("button", { name: "Put them back" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Stop these letters?" })).toBeVisible();
    expect(await choicesOf(app, lead)).toEqual(USUAL);
  });
}

test("the page that asks, the one that says it is done, and the one for a link that is none can be read by everybody", async ({ app, lead, openBrowser }) => {
  const page = await (await openBrowser(null)).newPage();
  await page.goto(`/letters/stop/${await createStopLink(app, lead, "mentions")}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop these letters" }).click();
  await expect(page.getByRole("status")).toContainText("comments that mention you");
  await expectAccessible(page);
  await page.goto(`/letters/stop/${"x".repeat(43)}`);
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
  await expectAccessible(page);
});

test("a mail program’s button works without a session or an origin; looking at its address does not", async ({ app, lead }) => {
  const address = `${app.url}/api/letters/stop/${await createStopLink(app, lead, "mentions")}`;
  for (const method of ["GET", "HEAD"]) expect((await fetch(address, { method })).status).toBe(200);
  expect(await choicesOf(app, lead)).toEqual(USUAL);
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
  expect(answer.status).toBe(200);
  expect(await choicesOf(app, lead)).toEqual({ ...USUAL, mail_mentions: "never" });
});

test("an agency’s admin reads which letters did not arrive; its members do not", async ({ app, lead, openBrowser, team }) => {
  const admin = await createMember(app, team, "admin");
  await app.database.query("insert into job (agency_id, id, user_id, kind, key, due_at, given_up_at) values ($1, gen_random_uuid(), $2, 'reminder', 'one', now(), now())", [team.agencyId, lead.userId]);
  const page = await (await openBrowser(admin)).newPage();
  await page.goto(`/agencies/${team.agencyId}`);
  await expect(page.getByRole("heading", { name: "Letters that did not arrive" })).toBeVisible();
  await expect(page.getByText(`${lead.name}, about what is due: given up`)).toBeVisible();
  await expectAccessible(page);
  const theirs = await (await openBrowser(lead)).newPage();
  await theirs.goto(`/agencies/${team.agencyId}`);
  await expect(theirs.getByRole("heading", { name: "You in this agency" })).toBeVisible();
  await expect(theirs.getByText("Letters that did not arrive")).toBeHidden();
});

import type { Page } from "@playwright/test";
import { createPublicForm, PUBLIC_QUESTIONS, readPublicAnswers } from "@/tests/support/e2e-feedback";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";

/** Scripts that are turned off are reported as blocked. */
const SCRIPTS_ARE_OFF = /\(csp\)/;
/** A page that says no is an error to the browser's console. */
const SAID_NO = /the server responded with a status of 4\d\d/;
const SMALL_PHONE = { width: 320, height: 568 };
const [FIND, NIGHT, BETTER] = PUBLIC_QUESTIONS.map(({ words }) => words) as [string, string, string];

const codeOn = (page: Page) => page.locator(".big").innerText();

async function fill(page: Page, words: string): Promise<void> {
  await page.getByRole("group", { name: FIND }).getByLabel("Partly").check();
  await page.getByRole("group", { name: NIGHT }).getByLabel("No", { exact: true }).check();
  await page.getByLabel(BETTER).fill(words);
}

test("without JavaScript somebody answers on a small phone, is thanked with a code, and looks later what became of it @smoke", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(SCRIPTS_ARE_OFF);
  problems.expect(SAID_NO);
  const form = await createPublicForm(app, team, lead);
  const context = await openBrowser(null, { javaScriptEnabled: false, viewport: SMALL_PHONE });
  const page = await context.newPage();
  await page.goto(`/feedback/${form.code}`);
  await expect(page.getByText("We do not ask who you are.")).toBeVisible();
  await fill(page, "More people at night.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you. We have it." })).toBeVisible();
  const code = await codeOn(page);
  expect(code).toMatch(/^[A-Z]+ \d\d [A-Z]+$/);
  expect(page.url()).not.toContain(code.split(" ")[0]);
  const [stored, ...others] = await readPublicAnswers(app, form);
  expect([stored?.answers, others]).toEqual([{ qfind: "b", qnight: "c", qbetter: "More people at night." }, []]);
  expect(stored?.held_for).toMatch(/^no-script/);

  // Loading the page again sends it again, which is the same answer.
  await page.reload();
  expect(await codeOn(page)).toBe(code);
  expect(await readPublicAnswers(app, form)).toHaveLength(1);

  await page.getByRole("link", { name: "Help after an overdose" }).click();
  await page.getByLabel("See what became of your answer").fill("acorn 10 acorn");
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("We have nothing under this code.")).toBeVisible();
  await page.getByLabel("See what became of your answer").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("Nobody from the team has read it yet.")).toBeVisible();
  await app.database.query("update feedback_answer set state = 'counted', looked_at = now(), looked_by = $2 where form_id = $1", [form.formId, lead.userId]);
  await page.reload();
  await expect(page.getByText("It counts.")).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test("with JavaScript the phone does its work, hints at what could tell who somebody is, and sends once", async ({ app, lead, openBrowser, team }) => {
  const form = await createPublicForm(app, team, lead);
  const context = await openBrowser(null, { viewport: SMALL_PHONE });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(request.url()));
  await page.goto(`/feedback/${form.code}`);
  await fill(page, "Call my sister at 555-867-5309 if nobody comes.");
  await expect(page.getByText("This looks like a phone number: “555-867-5309”.")).toBeVisible();
  await page.getByLabel(BETTER).fill("Call somebody if nobody comes.");
  await expect(page.getByText("This looks like")).toHaveCount(0);
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByRole("heading", { name: "Thank you. We have it." })).toBeVisible();
  const [stored, ...others] = await readPublicAnswers(app, form);
  expect(others).toEqual([]);
  // Its work was done. Whoever fills in forms for a test is quick.
  expect([null, "too-quick"]).toContain(stored?.held_for);

  expect(await context.cookies()).toEqual([]);
  for (const url of asked) expect(url.startsWith(`${app.url}/`), url).toBe(true);
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0, 0]);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
});

test("a person with a keyboard alone answers, and a screen reader is told what stands there", async ({ app, lead, openBrowser, team }) => {
  const form = await createPublicForm(app, team, lead);
  const page = await (await openBrowser(null)).newPage();
  await page.goto(`/feedback/${form.code}`);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - banner: /.+/
    - main:
      - 'heading "Help after an overdose: what should be better?" [level=1]'
      - paragraph: 3 questions. You can skip any of them.
      - paragraph: We do not ask who you are.
      - paragraph: No name, no account, no tracking. We do not keep the address of your phone.
      - group "1. ${FIND}":
        - radio "Yes"
        - text: "Yes"
        - radio "Partly"
        - text: Partly
        - radio "No"
        - text: "No"
        - radio "I do not know"
        - text: I do not know
      - group "2. ${NIGHT}":
        - radio "Yes"
      - paragraph: Please do not write names or anything personal, about you or others. We delete it if you do.
      - textbox "3. ${BETTER}"
      - paragraph:
        - button "Send"
      - heading "You said, we did" [level=2]
      - list:
        - listitem:
          - text: “I did not know who to call.”
          - paragraph: Every crew now leaves a card with one number. It is answered Monday to Friday.
          - paragraph: Done in July
        - listitem:
          - text: “Nobody comes on weekends.”
          - paragraph: Two people who have been there themselves will be hired. We wait for a contract with the county.
          - paragraph: Late. It should have been September.
        - listitem
      - heading "Have a code?" [level=2]
      - textbox "See what became of your answer"
      - paragraph:
        - button "Look"
  `);
  await expect(page.getByLabel(BETTER)).toHaveAccessibleDescription(/Please do not write names or anything personal, about you or others\. We delete it if you do\./);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("group", { name: FIND }).getByLabel("Partly")).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(BETTER)).toBeFocused();
  await page.keyboard.type("A place at night.");
  // The field that people do not see is not on the way.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Send" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Thank you. We have it." })).toBeVisible();
  expect((await readPublicAnswers(app, form)).map(({ answers }) => answers)).toEqual([{ qfind: "b", qbetter: "A place at night." }]);
});

test("what can't be sent stays on the page, which says why and how to go on", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(SAID_NO);
  const form = await createPublicForm(app, team, lead);
  const page = await (await openBrowser(null, { viewport: SMALL_PHONE })).newPage();
  await page.goto(`/feedback/${form.code}`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing is answered yet");
  await expectAccessible(page);

  await fill(page, "Kept words.");
  await page.locator('input[name="key"]').evaluate((input) => ((input as HTMLInputElement).value = "old"));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toContainText("This page is old");
  await expect(page).toHaveTitle(/^Not sent yet · /);
  await expect(page.getByLabel(BETTER)).toHaveValue("Kept words.");
  await expect(page.getByRole("group", { name: FIND }).getByLabel("Partly")).toBeChecked();

  await page.getByLabel(BETTER).evaluate((box) => ((box as HTMLTextAreaElement).value = "x".repeat(2_001)));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Use 2,000 characters or fewer.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("alert").getByRole("link", { name: BETTER }).click();
  await expect(page.getByLabel(BETTER)).toBeInViewport();

  await page.getByLabel(BETTER).fill("Kept words.");
  await app.database.query("update feedback_form set closed_at = now(), closed_by = created_by where id = $1", [form.formId]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toContainText("This form closed meanwhile");
  await expect(page.getByLabel(BETTER)).toHaveValue("Kept words.");
  await expect(page.getByRole("button", { name: "Send" })).toHaveCount(0);
  await expectAccessible(page);
  expect(await readPublicAnswers(app, form)).toEqual([]);
});

const STATES = [
  { name: "open", set: "", says: "Send" },
  { name: "closed by hand", set: "closed_at = now(), closed_by = created_by", says: "This form is closed" },
  { name: "past its last day", set: "closes_on = '2020-12-31'", says: "This form is closed" },
  { name: "full", set: "quota = 1, taken = 1", says: "This form has all the answers it can take" },
  { name: "withdrawn", set: "withdrawn_at = now(), withdrawn_by = created_by", says: "This form was taken back" },
  { name: "a draft, which is not found", set: "published_at = null", says: "There is no form at this address" },
] as const;

test("each state of a form is said kindly, in every look, on a small phone and a large screen", async ({ app, lead, openBrowser, problems, team }) => {
  problems.expect(SAID_NO);
  const context = await openBrowser(null, { reducedMotion: "reduce" });
  for (const { name, set, says } of STATES) {
    await test.step(name, async () => {
      const form = await createPublicForm(app, team, lead, set);
      const page = await context.newPage();
      await page.setViewportSize(SMALL_PHONE);
      await page.goto(`/feedback/${form.code}`);
      await expect(page.getByText(says, { exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, "other");
      await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
      await expect(page.getByText(says, { exact: true })).toBeVisible();
      await page.emulateMedia({ forcedColors: "none" });
      await page.setViewportSize({ width: 1920, height: 1080 });
      await expectAccessible(page, "other");
      await page.close();
    });
  }
});

test("the page is small, goes without its scripts, and its scripts are small", async ({ app, lead, team }) => {
  const form = await createPublicForm(app, team, lead);
  const page = await fetch(`${app.url}/feedback/${form.code}`);
  expect((await page.arrayBuffer()).byteLength).toBeLessThan(20 * 1024);
  expect([page.headers.getSetCookie(), page.headers.get("referrer-policy")]).toEqual([[], "no-referrer"]);
  const sizes: number[] = [];
  for (const name of ["form", "hints", "proof"]) {
    const script = await fetch(`${app.url}/feedback/script/${name}.js`);
    expect([script.status, script.headers.getSetCookie()]).toEqual([200, []]);
    sizes.push((await script.arrayBuffer()).byteLength);
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(16 * 1024);
});

import type { Page } from "@playwright/test";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import type { TestTeam } from "@/tests/support/e2e-database";
import { createPerson } from "@/tests/support/e2e-database";
import { addExtension, holdScripts } from "./support/early";
import { itemAt } from "./support/fill-tool";
import { type AppUnderTest, expect, test } from "./support/test";
import { toolPath } from "./support/tool-page";

/** What stands in the database. */
async function readSaved(app: AppUnderTest, team: TestTeam): Promise<Record<string, unknown>> {
  const { rows } = await app.database.query<{ item_id: string; value: unknown }>(
    "select item_id, value from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id where r.team_id = $1",
    [team.teamId],
  );
  return Object.fromEntries(rows.map(({ item_id, value }) => [item_id, value]));
}

async function typeAtEnd(page: Page, selector: string, words: string): Promise<void> {
  const box = page.locator(selector);
  await box.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words);
}

const MARKUPS = [
  { name: "as the server drew it", isKept: true, prepare: async (_page: Page) => undefined },
  { name: "with an extension's elements before every field", isKept: false, prepare: addExtension },
];

for (const { name, isKept, prepare } of MARKUPS) {
  test.describe(`before the page is alive, ${name}`, () => {
    test.beforeEach(async ({ page, problems }) => {
      // React reports that it found other markup than the server drew, and draws it anew.
      problems.expect(/Minified React error #418/);
      await prepare(page);
    });

    test("what is typed into answered boxes, cells and “Other”, and dates and choices, stay and are saved", async ({
      app,
      lead,
      leadPage: page,
      team,
    }) => {
      const before = exampleAnswers(8);
      await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 }, {
        ...before,
        "t8-s1-5-a": "2026-01-01",
        "t8-s1-5-b": { option: "other", other: "Now and then" },
      });
      const release = await holdScripts(page);
      await page.goto(toolPath(team, 8), { waitUntil: "commit" });
      const cellId = (column: string) => `[id="t8-s1-2-example-row-2-${column}"]`;
      const text = Object.entries(before).find(([, answer]) => typeof answer === "string" && answer.startsWith("Example"))?.[0];
      await typeAtEnd(page, `[id="${text}"]`, " And more.");
      await typeAtEnd(page, cellId("leadership"), " And Robin.");
      await page.locator(cellId("date")).fill("2026-05-05");
      await itemAt(page, { id: "t8-s1-5-a" }).fill("2026-06-06");
      await typeAtEnd(page, '[id="t8-s1-5-b-other"]', ", or twice");
      release();
      await expect.poll(() => readSaved(app, team)).toMatchObject({
        [text as string]: `${before[text as string]} And more.`,
        "t8-s1-5-a": "2026-06-06",
        "t8-s1-5-b": { option: "other", other: "Now and then, or twice" },
      });
      const { "t8-s1-2": rows } = await readSaved(app, team);
      expect((rows as { cells: unknown }[])[1]?.cells).toEqual({
        leadership: "Example leadership 2 of t8-s1-2 And Robin.",
        date: "2026-05-05",
      });
      await expect(page.locator(`[id="${text}"]`)).toHaveValue(`${before[text as string]} And more.`);
      await expect(page.locator(cellId("leadership"))).toHaveValue(/ And Robin\.$/);
      await expect(page.locator(cellId("date"))).toHaveValue("2026-05-05");
      await expect(itemAt(page, { id: "t8-s1-5-a" })).toHaveValue("2026-06-06");
      // The caret is where it was left: what is typed next goes on there.
      await expect(page.locator('[id="t8-s1-5-b-other"]')).toBeFocused();
      await page.keyboard.type(" a year");
      await expect(page.locator('[id="t8-s1-5-b-other"]')).toHaveValue("Now and then, or twice a year");
    });

    test("words typed into an empty box, and a choice of each kind, stay and are saved", async ({ app, leadPage: page, team }) => {
      const release = await holdScripts(page);
      await page.goto(toolPath(team, 8), { waitUntil: "commit" });
      await typeAtEnd(page, "main textarea >> nth=0", "First words");
      const drawnByServer = await page.locator("main textarea").first().elementHandle();
      await itemAt(page, { id: "t8-s1-5-b" }).getByRole("radio", { name: "Biweekly" }).check();
      await itemAt(page, { id: "t8-s1-5-b" }).getByRole("radio", { name: "Monthly" }).check();
      release();
      const first = (await page.locator("main textarea").first().getAttribute("id")) as string;
      await expect.poll(() => readSaved(app, team)).toEqual({ [first]: "First words", "t8-s1-5-b": { option: "monthly" } });
      await expect(page.locator("main textarea").first()).toHaveValue("First words");
      expect(await drawnByServer?.evaluate((box) => box.isConnected), "whether React kept the server's box").toBe(isKept);
      await expect(itemAt(page, { id: "t8-s1-5-b" }).getByRole("radio", { checked: true })).toHaveAccessibleName("Monthly");
    });

    test("ratings, what D/K means, and statuses stay and are saved", async ({ app, lead, leadPage: page, team }) => {
      const target = { appUrl: app.url, person: lead, teamId: team.teamId } as const;
      await saveAnswers({ ...target, toolNumber: 9 }, { "t9-i1-1": "dk", "t9-i1-2": 2 });
      const release = await holdScripts(page);
      await page.goto(toolPath(team, 9), { waitUntil: "commit" });
      await itemAt(page, { id: "t9-i1-1" }).getByRole("radio", { name: "This does not apply to us" }).check();
      await itemAt(page, { id: "t9-i1-2" }).getByRole("radio", { name: /^5/ }).check();
      await itemAt(page, { id: "t9-i1-3" }).getByRole("radio", { name: /^4/ }).check();
      release();
      await expect
        .poll(() => readSaved(app, team))
        .toEqual({ "t9-i1-1": "dk-not-applicable", "t9-i1-2": 5, "t9-i1-3": 4 });
      await expect(itemAt(page, { id: "t9-i1-1" }).getByRole("radio", { name: "This does not apply to us" })).toBeChecked();
      await expect(itemAt(page, { id: "t9-i1-3" }).getByRole("radio", { name: /^4/ })).toBeChecked();

      await page.goto(toolPath(team, 3), { waitUntil: "commit" });
      const status = page.locator("main fieldset").first();
      await status.getByRole("radio", { name: "In Progress" }).check();
      const id = (await status.getAttribute("id")) as string;
      await expect.poll(() => readSaved(app, team)).toMatchObject({ [id]: "in-progress" });
    });

    test("the sign-in form keeps address and password, and signs in with them", async ({ app, page }) => {
      const person = await createPerson(app);
      const release = await holdScripts(page);
      await page.goto("/sign-in", { waitUntil: "commit" });
      await page.getByLabel("Email address").fill(person.email);
      await page.getByLabel("Password", { exact: true }).click();
      await page.keyboard.type(person.password);
      release();
      await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
      await expect(page.getByLabel("Email address")).toHaveValue(person.email);
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue(person.password);
      await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/agencies/);
    });

    test("a form keeps text, chosen options and ticks", async ({ leadPage: page, team }) => {
      const release = await holdScripts(page);
      await page.goto(`/teams/${team.teamId}/people`, { waitUntil: "commit" });
      await page.getByLabel("Email address").fill("sam@example.org");
      await page.getByRole("radio", { name: /^Viewer/ }).first().check();
      release();
      await expect(page.getByRole("button", { name: "Send the invitation" })).toBeEnabled();
      await expect(page.getByLabel("Email address")).toHaveValue("sam@example.org");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByText("Hand this link to sam@example.org")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "sam@example.org" })).toContainText("Viewer");
    });

    test("a chosen file, and the choices of a download, stay and are used", async ({ leadPage: page, team }) => {
      const release = await holdScripts(page);
      await page.goto(`/teams/${team.teamId}/import`, { waitUntil: "commit" });
      await page.getByLabel("File to bring in").setInputFiles({ name: "work.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      release();
      await page.waitForFunction(() => !("earlyInput" in window));
      expect(await page.getByLabel("File to bring in").evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe("work.json");

      await page.goto(`/teams/${team.teamId}/export`, { waitUntil: "commit" });
      await page.getByRole("radio", { name: /^By role only/ }).check();
      await page.getByRole("checkbox", { name: /^History/ }).check();
      await page.waitForFunction(() => !("earlyInput" in window));
      await expect(page.getByRole("radio", { name: /^By role only/ })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: /^History/ })).toBeChecked();
    });

    test("a select and a search keep what was chosen and typed", async ({ leadPage: page }) => {
      const release = await holdScripts(page);
      await page.goto("/agencies/new", { waitUntil: "commit" });
      await page.getByLabel("Agency name").fill("Riverton Police");
      await page.getByLabel("State or territory").selectOption({ label: "Ohio" });
      release();
      await expect(page.getByRole("button", { name: /agency/i }).last()).toBeEnabled();
      await expect(page.getByLabel("Agency name")).toHaveValue("Riverton Police");
      await expect(page.getByLabel("State or territory").locator("option:checked")).toHaveText("Ohio");
      await page.goto("/guide/resources", { waitUntil: "commit" });
      await page.getByLabel("Find resources that mention").fill("housing");
      await page.waitForLoadState();
      await expect(page.getByLabel("Find resources that mention")).toHaveValue("housing");
    });
  });
}

test("what is typed early joins what was kept unsent on the device", async ({ leadPage: page, problems, team }) => {
  problems.expect(/ERR_FAILED/);
  await page.goto(toolPath(team, 8));
  await page.route("**/updates*", (route) => route.abort());
  const box = page.locator("main textarea").first();
  await box.fill("Kept here.");
  await expect(page.locator(".tool-bar").getByRole("status")).toHaveText(/kept on this device/);
  const release = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await typeAtEnd(page, "main textarea >> nth=0", "Early. ");
  release();
  await expect(box).toHaveValue(/Kept here\./);
  await expect(box).toHaveValue(/Early\. /);
});

test("nothing that was typed is kept in the browser's storage or left on the page's window", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Password", { exact: true }).fill("a secret of some length");
  release();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, "earlyInput" in window]));
  expect(kept).toBe("[{},{},false]");
});

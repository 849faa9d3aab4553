import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { createPerson, joinTeam, type TestPerson } from "@/tests/support/e2e-database";
import { type ToolNumber } from "@/tests/support/tools";
import { expect, signIn, test as base } from "./test";
import { openTool } from "./tool-page";

export interface Teammate {
  readonly person: TestPerson;
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Place {
  /** The instance they are at; the suite's app when left out. */
  readonly url?: string;
  /** The test's own browser when left out. */
  readonly browser?: Browser;
}

interface TeammateFixtures {
  /** Someone of the team, under this name, with the tool open in a browser context of their own. */
  openAs: (name: string, toolNumber: ToolNumber, at?: Place) => Promise<Teammate>;
}

/** Several people of one team. */
export const test = base.extend<TeammateFixtures>({
  openAs: async ({ app, browser, problems, team }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (name, toolNumber, at = {}) => {
      const url = at.url ?? app.url;
      const person = await createPerson(app, name);
      await joinTeam(app, team, person, "lead");
      const context = await (at.browser ?? browser).newContext({ baseURL: url });
      // Another browser's are its owner's to close.
      if (!at.browser) opened.push(context);
      problems.watch(context);
      await signIn(context, { ...app, url }, person);
      const page = await context.newPage();
      await openTool(page, team, toolNumber);
      return { person, context, page };
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

/** The first text cell of each row of the tool's tables. */
export const firstCells = (page: Page) => page.locator("main tbody tr").locator("td:first-of-type textarea");

/** Adds a row to the tool's first table. */
export async function addRow(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: /^Add / }).first().click();
  await page.keyboard.type(words);
}

/** Types behind these words of a text box. */
export async function typeAfter(box: Locator, words: string, typed: string): Promise<void> {
  await box.evaluate((element: HTMLTextAreaElement, after) => {
    element.focus();
    const caret = element.value.indexOf(after) + after.length;
    element.setSelectionRange(caret, caret);
  }, words);
  await box.page().keyboard.type(typed, { delay: 25 });
}

import { type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";
import {
  type AppAccess,
  createMember,
  createTestTeam,
  openDatabase,
  type TestPerson,
  type TestTeam,
} from "@/tests/support/e2e-database";
import { readRunningApp } from "./app";
import { Problems } from "./problems";

export interface AppUnderTest extends AppAccess {
  readonly url: string;
}

interface WorkerFixtures {
  app: AppUnderTest;
}

interface TestFixtures {
  /** What the browsers of this test complained about; anything not declared fails the test. */
  problems: Problems;
  /** A team of an agency of its own. */
  team: TestTeam;
  /** Leads `team`. */
  lead: TestPerson;
  /** A page on which `lead` is signed in. */
  leadPage: Page;
  /** A browser of its own for a person, or for nobody. */
  openBrowser: (person: TestPerson | null, options?: BrowserContextOptions) => Promise<BrowserContext>;
}

export async function signIn(context: BrowserContext, app: AppUnderTest, person: TestPerson): Promise<void> {
  await context.addCookies([{ ...person.cookie, url: app.url, httpOnly: true, sameSite: "Lax" }]);
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    async ({}, provide) => {
      const { url, databaseUrl, secret } = readRunningApp();
      const database = openDatabase(databaseUrl);
      await provide({ url, database, secret });
      await database.end();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, provide) => provide(app.url),
  problems: [
    async ({ app }, provide) => {
      const problems = new Problems(app.url);
      await provide(problems);
      expect(problems.unexpected(), "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, problems }, provide) => {
    problems.watch(context);
    await provide(context);
  },
  team: async ({ app }, provide) => provide(await createTestTeam(app)),
  lead: async ({ app, team }, provide) => provide(await createMember(app, team, "lead")),
  leadPage: async ({ app, context, page, lead }, provide) => {
    await signIn(context, app, lead);
    await provide(page);
  },
  openBrowser: async ({ app, browser, problems }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (person, options) => {
      const context = await browser.newContext({ baseURL: app.url, ...options });
      opened.push(context);
      problems.watch(context);
      if (person) await signIn(context, app, person);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

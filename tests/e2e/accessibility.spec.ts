import type { Page } from "@playwright/test";
import { createMember, type TestPerson } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expectUniqueNames } from "./support/control-names";
import { ADDRESSES, buildStage, fillEveryTool, type PageAddress, PAGES, pathOf, type Stage } from "./support/pages";
import { Problems } from "./support/problems";
import { listRoutes } from "./support/routes";
import { expect, signIn, test as base } from "./support/test";
import { makeTooLong, openTool, saveStatus } from "./support/tool-page";

const DESKTOP = { width: 1280, height: 900 };
/** A phone, and also what 200% zoom leaves of a small window. */
const PHONE = { width: 390, height: 844 };

type Look = readonly ["light" | "dark", typeof DESKTOP, "forced"?];
/** Between them every width, both schemes and the reader's own colours; pages with answers are seen in the other two pairs as well. */
const LOOKS = [["light", DESKTOP], ["dark", PHONE], ["dark", DESKTOP, "forced"]] as const satisfies readonly Look[];
const OTHER_LOOKS = [["light", PHONE], ["dark", DESKTOP]] as const satisfies readonly Look[];

interface WorkerFixtures {
  stages: { empty: Stage; filled: Stage };
  /** The browser of each person who looks, kept for all pages: what it has read once it need not read for each. */
  browsers: { of: (person: TestPerson | null) => Promise<Page>; problems: Problems };
}

interface TestFixtures {
  /** Opens an address as the person it is for, in this look, and gives the page. */
  visit: (stage: Stage, address: PageAddress, look: Look) => Promise<Page>;
}

const test = base.extend<TestFixtures, WorkerFixtures>({
  stages: [
    async ({ app }, provide) => {
      const filled = await buildStage(app);
      await fillEveryTool(app, filled);
      await provide({ empty: await buildStage(app), filled });
    },
    { scope: "worker" },
  ],
  browsers: [
    async ({ app, browser }, provide) => {
      const problems = new Problems(app.url);
      const pages = new Map<string, Promise<Page>>();
      const open = async (person: TestPerson | null): Promise<Page> => {
        const context = await browser.newContext({ baseURL: app.url });
        problems.watch(context);
        if (person) await signIn(context, app, person);
        return context.newPage();
      };
      const of = (person: TestPerson | null): Promise<Page> => {
        const whose = person?.userId ?? "nobody";
        const page = pages.get(whose) ?? open(person);
        pages.set(whose, page);
        return page;
      };
      await provide({ of, problems });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: "worker" },
  ],
  visit: async ({ browsers: { of, problems } }, provide) => {
    await provide(async (stage, address, look) => {
      const page = await of(stage.people[address.entry.as]);
      await wear(page, look);
      expect((await page.goto(pathOf(address, stage)))?.status()).toBe(200);
      return page;
    });
    expect(problems.take(), "what the browser complained about").toEqual([]);
  },
});

async function wear(page: Page, [colorScheme, viewport, forced]: Look): Promise<void> {
  // Colours that are still on their way to the other scheme would be measured in between.
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce", forcedColors: forced ? "active" : "none" });
  await page.setViewportSize(viewport);
}

async function expectLooksAccessible(page: Page, looks: readonly Look[] = LOOKS): Promise<void> {
  for (const [index, look] of looks.entries()) {
    await wear(page, look);
    await expectAccessible(page, index === 0 ? "first" : "other");
    await expectNoSidewaysScroll(page);
  }
}

test("every page is listed for these tests", () => {
  expect(Object.keys(PAGES).sort()).toEqual(listRoutes("page.tsx"));
});

for (const address of ADDRESSES) {
  test(`${address.name} is accessible on a phone and a desktop, light, dark and in forced colours, its controls told apart`, async ({ stages, visit }) => {
    const page = await visit(stages.empty, address, LOOKS[0]);
    await expectUniqueNames(page, address.name);
    await expectLooksAccessible(page);
  });

  if (address.entry.hasAnswers) {
    test(`${address.name} is accessible with every answer given, its controls told apart`, async ({ stages, visit }) => {
      const page = await visit(stages.filled, address, OTHER_LOOKS[0]);
      await expectUniqueNames(page, address.name);
      await expectLooksAccessible(page, OTHER_LOOKS);
    });
  }
}

test("each page has a title of its own", async ({ app, stages: { empty } }) => {
  const titles = new Map<string, string>();
  for (const address of ADDRESSES) {
    const person = empty.people[address.entry.as];
    const headers = person ? { Cookie: `${person.cookie.name}=${person.cookie.value}` } : {};
    const html = await (await fetch(`${app.url}${pathOf(address, empty)}`, { headers })).text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
    expect(title, address.name).toMatch(/PS-COPE Workbook$/);
    expect(titles.get(title), `${address.name} is called “${title}” too`).toBeUndefined();
    titles.set(title, address.name);
  }
});

const FORMS = ["/sign-in", "/sign-up", "/forgot-password", "/sign-up/confirm", "/reset-password", "/invitation/[token]"];
const SIGNED_IN_FORMS = ["/account", "/agencies/new", "/agencies/[agencyId]", "/teams/[teamId]/people"];

for (const address of ADDRESSES.filter(({ pattern }) => [...FORMS, ...SIGNED_IN_FORMS].includes(pattern))) {
  test(`${address.name} is accessible when its forms are refused`, async ({ stages, visit }) => {
    const page = await visit(stages.empty, address, LOOKS[0]);
    for (const form of await page.locator("main form").all()) {
      const inputs = await form.locator("input:not([type=radio], [type=checkbox], [type=hidden])").all();
      // A form of choices alone can't be sent empty.
      if (inputs.length === 0) continue;
      for (const input of inputs) await input.fill("");
      await form.getByRole("button").last().click();
      await expect(form.getByRole("alert")).toBeVisible();
    }
    await expectLooksAccessible(page);
  });
}

test("dead links, missing pages and refusals are accessible", async ({ app, page, problems, stages, team }) => {
  problems.expect(/status of 40[34]/);
  for (const [path, status] of [
    ["/sign-up/confirm?token=dead", 200],
    ["/reset-password?token=dead", 200],
    ["/invitation/dead", 200],
    ["/nowhere", 404],
    ["/guide/tools/99", 404],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(status);
    await expectLooksAccessible(page);
  }
  await signIn(page.context(), app, await createMember(app, team, "partner", [3]));
  expect((await page.goto(`/teams/${team.teamId}/import`))?.status()).toBe(403);
  await expectLooksAccessible(page);
  expect((await page.goto(`/teams/${stages.empty.team.teamId}`))?.status()).toBe(404);
  await expectLooksAccessible(page);
});

test("a tool whose change was refused is accessible", async ({ app, lead, leadPage: page, problems, team }) => {
  problems.expect(/status of 4\d\d|ERR_FAILED/);
  await openTool(page, team, 1);
  await makeTooLong({ page, appUrl: app.url, team, person: lead, toolNumber: 1 });
  await expect(saveStatus(page)).toContainText("Not saved");
  await expectLooksAccessible(page);
});

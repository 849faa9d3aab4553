import type { Page } from "@playwright/test";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { ADDRESSES, buildStage, fillEveryTool, PAGES, pathOf, type Stage } from "./support/pages";
import { listRoutes } from "./support/routes";
import { type AppUnderTest, expect, signIn, test as base } from "./support/test";
import { makeTooLong, openTool, saveStatus } from "./support/tool-page";

const DESKTOP = { width: 1280, height: 900 };
/** A phone, and also what 200% zoom leaves of a small window. */
const PHONE = { width: 390, height: 844 };

type Look = readonly ["light" | "dark", typeof DESKTOP];
/** Between them every width and both schemes; pages with answers are seen in the other two pairs as well. */
const LOOKS: readonly Look[] = [["light", DESKTOP], ["dark", PHONE]];
const OTHER_LOOKS: readonly Look[] = [["dark", DESKTOP], ["light", PHONE]];

const test = base.extend<object, { stages: { empty: Stage; filled: Stage } }>({
  stages: [
    async ({ app }, provide) => {
      const filled = await buildStage(app);
      await fillEveryTool(app, filled);
      await provide({ empty: await buildStage(app), filled });
    },
    { scope: "worker" },
  ],
});

async function expectLooksAccessible(page: Page, looks: readonly Look[] = LOOKS): Promise<void> {
  for (const [colorScheme, viewport] of looks) {
    // Colours that are still on their way to the other scheme would be measured in between.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(viewport);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

async function open(page: Page, app: AppUnderTest, stage: Stage, address: (typeof ADDRESSES)[number]): Promise<void> {
  const person = stage.people[address.entry.as];
  if (person) await signIn(page.context(), app, person);
  const response = await page.goto(pathOf(address, stage));
  expect(response?.status()).toBe(200);
}

test("every page is listed for these tests", () => {
  expect(Object.keys(PAGES).sort()).toEqual(listRoutes("page.tsx"));
});

for (const address of ADDRESSES) {
  test(`${address.name} is accessible on a phone and a desktop, light and dark`, async ({ app, page, stages }) => {
    await open(page, app, stages.empty, address);
    await expectLooksAccessible(page);
  });

  if (address.entry.hasAnswers) {
    test(`${address.name} is accessible with every answer given`, async ({ app, page, stages }) => {
      await open(page, app, stages.filled, address);
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
  test(`${address.name} is accessible when its forms are refused`, async ({ app, page, stages }) => {
    await open(page, app, stages.empty, address);
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
  expect((await page.goto(`/teams/${team.teamId}/readiness`))?.status()).toBe(403);
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

import type { BrowserContext, Page, Request } from "@playwright/test";
import { getTool, type ToolNumber } from "@/tests/support/tools";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, type TestPerson } from "@/tests/support/e2e-database";
import { expectItemShown } from "./support/fill-tool";
import { expect, test } from "./support/test";
import { toolPath } from "./support/tool-page";

const TOOLS: readonly ToolNumber[] = [1, 2, 3, 4, 5, 8, 9, 11];

/** Counts the streams that are open in a browser. */
function watchStreams(context: BrowserContext): () => number {
  const open = new Set<Request>();
  context.on("request", (request) => {
    if (/\/events\?/.test(request.url())) open.add(request);
  });
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));
  // Nothing is told of the requests of a tab that was closed.
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length;
}

/** Puts the tab in the background, as the page sees it: tabs of a test are all in front. */
function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden ? "hidden" : "visible");
}

test("eight tools in eight tabs load and follow a teammate by one stream, whichever tab closes; hidden, they need none", async ({
  app,
  context,
  leadPage,
  problems,
  team,
}) => {
  // Asking would bring the answers too: here only the stream can.
  problems.expect(/ERR_FAILED/);
  await context.route(/\/updates\?/, (route) => (route.request().method() === "GET" ? route.abort() : route.fallback()));
  const streams = watchStreams(context);
  const marcus: TestPerson = await createMember(app, team, "member");
  const pages = new Map<ToolNumber, Page>();
  for (const number of TOOLS) {
    const page = pages.size === 0 ? leadPage : await context.newPage();
    pages.set(number, page);
    await page.goto(toolPath(team, number));
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^Tool ${number}:`) })).toBeVisible();
  }
  const answer = async (number: ToolNumber, place: number) => {
    const item = toolItems(getTool(number)).filter(({ kind }) => kind !== "table")[place];
    if (!item) throw new Error(`Tool ${number} has too few items.`);
    const example = exampleAnswer(item);
    await saveAnswers({ appUrl: app.url, person: marcus, teamId: team.teamId, toolNumber: number }, { [item.id]: example });
    const page = pages.get(number);
    if (page) await expectItemShown(page, item, example);
  };
  for (const number of TOOLS) await answer(number, 0);
  expect(streams()).toBe(1);

  for (const number of TOOLS.slice(0, 3)) {
    await pages.get(number)?.close();
    pages.delete(number);
  }
  for (const number of pages.keys()) await answer(number, 1);
  expect(streams()).toBe(1);

  for (const page of pages.values()) await setHidden(page, true);
  await expect.poll(streams).toBe(0);
  const [number, page] = [...pages][0]!;
  await setHidden(page, false);
  await expect.poll(streams).toBe(1);
  await answer(number, 2);
});

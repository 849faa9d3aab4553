import type { Page, Request } from "@playwright/test";
import { findFreePort } from "@/prisma/embedded-state";
import { startSecondInstance } from "./support/second-instance";
import { addRow, expect, firstCells, test, typeAfter } from "./support/teammates";
import { expectSaved, itemButton, openItemPanel, saveStatus } from "./support/tool-page";

const TOOL = 8;
/** The longer the server is away, the longer the page waits between two tries. */
const CATCHES_UP = { timeout: 30_000 };

test.setTimeout(240_000);

const text = (page: Page) => page.locator("main textarea").first();
const choice = (page: Page) => page.locator("main fieldset").filter({ has: page.getByRole("radio") }).first();
const hereNow = (page: Page) => page.locator(".here-now summary");

/** See components/tool/live/use-live-updates.ts. */
const LONGER_THAN_ANY_REFRESH_WAITS_MS = 2_500;

/** Says for how long the page has not asked to be drawn anew; 0 while it is asking. */
function followRedraws(page: Page): { readonly quietMs: () => number } {
  const underWay = new Set<Request>();
  let lastAt = Date.now();
  const isRedraw = (request: Request) => request.headers()["rsc"] !== undefined;
  page.on("request", (request) => isRedraw(request) && underWay.add(request));
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end as "requestfinished", (request) => {
      if (underWay.delete(request)) lastAt = Date.now();
    });
  }
  return { quietMs: () => (underWay.size > 0 ? 0 : Date.now() - lastAt) };
}

test("two instances on one PostgreSQL are one to the people at them, and after kill -9 of one its screen catches up", async ({
  app,
  openAs,
  problems,
}) => {
  problems.expect(/ERR_(CONNECTION|SOCKET|EMPTY|INCOMPLETE)_/);
  // An instance that ends tells streams to come back in a moment; the page of one that does so at once is answered so.
  problems.expect(/503 .*\/events\?/);
  const port = await findFreePort();
  let second = await startSecondInstance(port);
  try {
    const { page: here } = await openAs("Dana R.", TOOL);
    const { page: there } = await openAs("Marcus", TOOL, { url: second.url });
    const redraws = followRedraws(there);
    expect(new URL(there.url()).origin).not.toBe(app.url);
    await expect(hereNow(here)).toHaveText(/Here now: Marcus/);
    await expect(hereNow(there)).toHaveText(/Here now: Dana R\./);

    await text(here).fill("First. Second.");
    await expect(text(there)).toHaveValue("First. Second.");
    await Promise.all([
      typeAfter(text(here), "First.", " Dana wrote this here."),
      typeAfter(text(there), "Second.", " Marcus wrote this there."),
    ]);
    for (const page of [here, there]) {
      await expect(text(page)).toHaveValue("First. Dana wrote this here. Second. Marcus wrote this there.");
    }

    await choice(there).getByRole("radio").first().check();
    await expect(choice(here).getByRole("radio").first()).toBeChecked();
    await expect(choice(here)).toContainText(/Changed \w{3} \d+/);
    await expect(choice(here)).toContainText("Marcus is here");
    await addRow(here, "Row of Dana");
    await expect(firstCells(there)).toHaveValue("Row of Dana");

    const panel = await openItemPanel(there);
    await panel.getByLabel("Add a comment").fill("Who answers this?");
    await panel.getByRole("button", { name: "Add comment" }).click();
    await expect(itemButton(here)).toContainText("1 comment");
    await there.keyboard.press("Escape");
    await expect(itemButton(there)).toContainText("1 comment");
    // A page that is being drawn anew when its server dies is lost to an error page: until no such request is under way or due.
    await expect.poll(redraws.quietMs).toBeGreaterThan(LONGER_THAN_ANY_REFRESH_WAITS_MS);

    await second.kill();
    await typeAfter(text(there), "there.", " Kept while the server was gone.");
    await expect(saveStatus(there)).toHaveText(/Offline – 1 change kept on this device/);
    await typeAfter(text(here), "First.", " Meanwhile.");
    second = await startSecondInstance(port);
    for (const page of [here, there]) {
      await expect(text(page)).toHaveValue(
        "First. Meanwhile. Dana wrote this here. Second. Marcus wrote this there. Kept while the server was gone.",
        CATCHES_UP,
      );
      await expectSaved(page);
    }
    await expect(hereNow(there)).toHaveText(/Here now: Dana R\./);
    await addRow(here, "After the restart");
    await expect(firstCells(there).nth(1)).toHaveValue("After the restart");
  } finally {
    await second.stop();
  }
});

import { type Browser, chromium, type Page } from "@playwright/test";
import { setTimeout as wait } from "node:timers/promises";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember, createTestTeam, type TestTeam } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { findChromium } from "../lib/browser.mjs";
import type { Bench } from "./bench-team";
import { openScreens } from "./live-screens";
import { percentile, row, type Row } from "./table";

const TOOL = 8;
/** Other screens that have the tool open, beside the two browsers. */
const OTHERS = [0, 49, 199] as const;
const KEYS = 40;
/** Longer than a key takes to arrive, so that each has its own delivery. */
const PAUSE_MS = 600;

/** From a key pressed in one browser to its letter in the same text box of another person's browser. */
export async function measureKeystrokes(bench: Bench): Promise<Row[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  const rows: Row[] = [];
  try {
    for (const others of OTHERS) {
      const times = await measureTyping(browser, bench, others);
      const what = `A key pressed shows on another screen, ${others + 1} open`;
      rows.push(row(`${what}, p50`, percentile(times, 0.5), "ms"), row(`${what}, p95`, percentile(times, 0.95), "ms"));
    }
  } finally {
    await browser.close();
  }
  return rows;
}

async function measureTyping(browser: Browser, bench: Bench, others: number): Promise<number[]> {
  const team = await createTestTeam(bench.access, "Keys");
  const screens = await openScreens(bench, team, { tool: TOOL, count: others });
  const writer = await openPage(browser, bench, team);
  const reader = await openPage(browser, bench, team);
  try {
    // Each of the two knows that the other is here, and sends accordingly.
    for (const page of [writer, reader]) await page.getByText("Here now").first().waitFor();
    await watchText(reader);
    await writer.evaluate(() => {
      const pressed: number[] = [];
      Object.assign(window, { pressed });
      document.addEventListener("keydown", () => pressed.push(Date.now()), true);
    });
    const box = writer.locator(`textarea[id="${textItemId()}"]`);
    for (let key = 0; key < KEYS; key += 1) {
      await box.press("x");
      await wait(PAUSE_MS);
    }
    const pressed = await writer.evaluate(() => (window as unknown as { pressed: number[] }).pressed);
    const shown = await reader.evaluate(() => (window as unknown as { shown: number[] }).shown);
    if (shown.length !== pressed.length) throw new Error(`${pressed.length} keys pressed, ${shown.length} shown`);
    return shown.map((at, key) => at - (pressed[key] ?? 0));
  } finally {
    await Promise.all([writer.context().close(), reader.context().close()]);
    for (const screen of screens) screen.destroy();
  }
}

/** Notes when each further letter is on the screen. */
async function watchText(page: Page): Promise<void> {
  await page.evaluate((id) => {
    const box = document.getElementById(id) as HTMLTextAreaElement;
    const shown: number[] = [];
    Object.assign(window, { shown });
    // As a callback without a name: what the bundler adds to named functions is not there in the browser.
    setInterval(() => {
      while (shown.length < box.value.length) shown.push(Date.now());
    }, 4);
  }, textItemId());
}

function textItemId(): string {
  const item = toolItems(getTool(TOOL)).find(({ kind }) => kind === "text");
  if (!item) throw new Error(`Tool ${TOOL} has no text`);
  return item.id;
}

async function openPage(browser: Browser, { app, access }: Bench, team: TestTeam): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const person = await createMember(access, team, "member");
  await context.addCookies([{ ...person.cookie, url: app.url }]);
  const page = await context.newPage();
  await page.goto(`${app.url}/teams/${team.teamId}/tools/${TOOL}`);
  return page;
}

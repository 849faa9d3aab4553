import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { TOOL_NUMBERS } from "@/lib/tools/definition";
import { findChromium } from "../lib/browser.mjs";
import type { Bench } from "./bench-team";
import { percentile, row, type Row } from "./table";

const JS_TARGET_KB = 190;
const LOADS = 7;

/** What a first visit to each tool page transfers, and when Tool 9 can be used. */
export async function measureBrowserLoads(bench: Bench): Promise<Row[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  try {
    return [...(await measureTransfer(browser, bench)), ...(await measureInteractive(browser, bench))];
  } finally {
    await browser.close();
  }
}

/** A browser that has never seen the app: nothing is cached. */
async function openSignedIn(browser: Browser, { app, lead }: Bench): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ ...lead.cookie, url: app.url }]);
  return { context, page: await context.newPage() };
}

async function measureTransfer(browser: Browser, bench: Bench): Promise<Row[]> {
  const loads: { tool: number; Script: number; Stylesheet: number }[] = [];
  for (const tool of TOOL_NUMBERS) {
    const { context, page } = await openSignedIn(browser, bench);
    const bytes = countBytes(await context.newCDPSession(page));
    await page.goto(`${bench.app.url}/teams/${bench.team.teamId}/tools/${tool}`, { waitUntil: "networkidle" });
    loads.push({ tool, ...(await bytes) });
    await context.close();
  }
  const heaviest = loads.reduce((most, load) => (load.Script > most.Script ? load : most));
  const styles = Math.max(...loads.map((load) => load.Stylesheet));
  return [
    row(`JavaScript on a tool page, gzip (most: Tool ${heaviest.tool})`, heaviest.Script / 1024, "KB", { most: JS_TARGET_KB }),
    row("CSS on a tool page, gzip (most)", styles / 1024, "KB"),
  ];
}

type Counted = { Script: number; Stylesheet: number };

/** Bytes over the wire by kind, prefetched ones included; keeps counting until the page is closed. */
async function countBytes(cdp: CDPSession): Promise<Counted> {
  const counted: Counted = { Script: 0, Stylesheet: 0 };
  const kinds = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === "Script" || kind === "Stylesheet") counted[kind] += encodedDataLength;
  });
  await cdp.send("Network.enable");
  return counted;
}

interface Interactive {
  readonly interactive: number;
  readonly longestTask: number;
}

async function measureInteractive(browser: Browser, bench: Bench): Promise<Row[]> {
  const loads: Interactive[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const { context, page } = await openSignedIn(browser, bench);
    loads.push(await timeToInteractive(page, `${bench.app.url}/teams/${bench.team.teamId}/tools/9`));
    await context.close();
  }
  return [
    row("Tool 9 page: time to interactive (median)", percentile(loads.map((load) => load.interactive), 0.5), "ms"),
    row("Tool 9 page: longest task (median)", percentile(loads.map((load) => load.longestTask), 0.5), "ms", { most: 100 }),
  ];
}

/** From the start of the navigation until React listens to the last rating of the page, in milliseconds. */
async function timeToInteractive(page: Page, address: string): Promise<Interactive> {
  await page.addInitScript({ path: fileURLToPath(new URL("mark-interactive.js", import.meta.url)) });
  await page.goto(address, { waitUntil: "networkidle" });
  const marks = await page.evaluate<Interactive>("window.benchMarks");
  if (marks.interactive === 0) throw new Error("Tool 9 never became interactive");
  return marks;
}

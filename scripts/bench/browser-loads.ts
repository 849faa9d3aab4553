import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { TOOL_NUMBERS } from "@/tests/support/tools";
import { findChromium } from "../lib/browser.mjs";
import type { Bench } from "./bench-team";
import { startEmptyApp } from "./empty-app";
import { percentile, row, type Row } from "./table";

const JS_TARGET_KB = 190;
/** Against an empty app of the same Next. */
const INTERACTIVE_TARGET = 1.3;
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

/** Tool 9 and the same number of ratings in an otherwise empty app, in turns: both meet the same machine. */
async function measureInteractive(browser: Browser, bench: Bench): Promise<Row[]> {
  const empty = await startEmptyApp();
  try {
    const ours: Interactive[] = [];
    const floor: Interactive[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      for (const [loads, address] of [[ours, `${bench.app.url}/teams/${bench.team.teamId}/tools/9`], [floor, empty.url]] as const) {
        const { context, page } = await openSignedIn(browser, bench);
        loads.push(await timeToInteractive(page, address));
        await context.close();
      }
    }
    const median = (loads: readonly Interactive[], key: keyof Interactive) => percentile(loads.map((load) => load[key]), 0.5);
    const interactive = median(ours, "interactive");
    const least = median(floor, "interactive");
    return [
      row("Tool 9 page: time to interactive (median)", interactive, "ms"),
      row("  the same ratings in an empty Next app", least, "ms"),
      row("  ratio", interactive / least, "×", { most: INTERACTIVE_TARGET }),
      row("Tool 9 page: longest task (median)", median(ours, "longestTask"), "ms", { most: 100 }),
    ];
  } finally {
    empty.stop();
  }
}

/** From the start of the navigation until React listens to the last rating of the page, in milliseconds. */
async function timeToInteractive(page: Page, address: string): Promise<Interactive> {
  await page.addInitScript({ path: fileURLToPath(new URL("mark-interactive.js", import.meta.url)) });
  await page.goto(address, { waitUntil: "networkidle" });
  const marks = await page.evaluate<Interactive>("window.benchMarks");
  if (marks.interactive === 0) throw new Error("The page never became interactive");
  return marks;
}

import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { TOOL_NUMBERS } from "@/tests/support/tools";
import { findChromium } from "../lib/browser.mjs";
import { type Bench, cookieHeader } from "./bench-team";
import { startEmptyApp } from "./empty-app";
import { percentile, row, type Row } from "./table";

/** Of what a page loads to be read and touched. */
export const JS_TARGET_KB = 180;
/** What React gets a second time of the page, as data. */
const COPY_TARGET_PERCENT = 100 / 3;
/** Against an empty app of the same Next. */
const INTERACTIVE_TARGET = 1.3;
const LONGEST_TASK_TARGET_MS = 50;
const LOADS = 7;
const LOADS_OF_EACH = 3;

/** What a first visit to each tool page transfers, when Tool 9 can be used, and what keeps a page from answering. */
export async function measureBrowserLoads(bench: Bench): Promise<Row[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  try {
    return [
      ...(await measureTransfer(browser, bench)),
      ...(await measureHtml(bench)),
      ...(await measureInteractive(browser, bench)),
      ...(await measureLongestTasks(browser, bench)),
    ];
  } finally {
    await browser.close();
  }
}

/** A browser that has never seen the app: nothing is cached. */
export async function openSignedIn(browser: Browser, { app, lead }: Bench): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ ...lead.cookie, url: app.url }]);
  return { context, page: await context.newPage() };
}

async function measureTransfer(browser: Browser, bench: Bench): Promise<Row[]> {
  const loads: { tool: number; untouched: number; touched: number; Stylesheet: number }[] = [];
  for (const tool of TOOL_NUMBERS) {
    const { context, page } = await openSignedIn(browser, bench);
    const bytes = await countBytes(await context.newCDPSession(page));
    const html = (await (await page.goto(`${bench.app.url}/teams/${bench.team.teamId}/tools/${tool}`))?.text()) ?? "";
    // What is entered needs more, which comes when somebody is about to, or after a quiet moment.
    const opened = page.locator(".live-words").waitFor({ state: "attached" });
    await page.mouse.move(300, 300);
    await opened;
    await page.waitForLoadState("networkidle");
    // The page comes with the scripts that it names; when the others come is a matter of a second, which no count of bytes tells.
    const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = ""]) => new URL(src, bench.app.url).href));
    const untouched = [...bytes.scripts].reduce((sum, [url, size]) => (named.has(url) ? sum + size : sum), 0);
    loads.push({ tool, untouched, touched: bytes.Script, Stylesheet: bytes.Stylesheet });
    await context.close();
  }
  const heaviest = loads.reduce((most, load) => (load.untouched > most.untouched ? load : most));
  const styles = Math.max(...loads.map((load) => load.Stylesheet));
  return [
    row(`JavaScript that a tool page comes with, gzip (most: Tool ${heaviest.tool})`, heaviest.untouched / 1024, "KB", { most: JS_TARGET_KB }),
    row("  with what comes when somebody moves, or soon after", Math.max(...loads.map(({ touched }) => touched)) / 1024, "KB"),
    row("CSS on a tool page, gzip (most)", styles / 1024, "KB"),
  ];
}

async function measureHtml({ app, team, lead }: Bench): Promise<Row[]> {
  const headers = { Accept: "text/html", Cookie: cookieHeader(lead) };
  const pages: { tool: number; size: number; share: number }[] = [];
  for (const tool of TOOL_NUMBERS) {
    const html = await (await fetch(`${app.url}/teams/${team.teamId}/tools/${tool}`, { headers })).text();
    const copy = [...html.matchAll(/<script[^>]*>\(?self\.__next_f[^<]*<\/script>/g)].reduce((sum, [script]) => sum + script.length, 0);
    pages.push({ tool, size: html.length, share: copy / html.length });
  }
  const largest = pages.reduce((most, page) => (page.size > most.size ? page : most));
  const fullest = pages.reduce((most, page) => (page.share > most.share ? page : most));
  return [
    row(`HTML of a tool page, filled in (most: Tool ${largest.tool})`, largest.size / 1024, "KB"),
    row(`  of it React's second copy (most: Tool ${fullest.tool})`, fullest.share * 100, "%", { most: COPY_TARGET_PERCENT }),
  ];
}

/** `scripts` by address. */
type Counted = { Script: number; Stylesheet: number; readonly scripts: Map<string, number> };

/** Bytes over the wire by kind, prefetched ones included; keeps counting until the page is closed. */
export async function countBytes(cdp: CDPSession): Promise<Counted> {
  const counted: Counted = { Script: 0, Stylesheet: 0, scripts: new Map() };
  const kinds = new Map<string, { readonly type: string; readonly url: string }>();
  cdp.on("Network.responseReceived", ({ requestId, type, response: { url } }) => kinds.set(requestId, { type, url }));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, url = "" } = kinds.get(requestId) ?? {};
    if (type === "Script" || type === "Stylesheet") counted[type] += encodedDataLength;
    if (type === "Script") counted.scripts.set(url, encodedDataLength);
  });
  await cdp.send("Network.enable");
  return counted;
}

/** What a page comes with on a first visit; also of pages that follow what is saved, whose network is never idle. */
export async function measureScripts(bench: Bench, name: string, path: string): Promise<Row> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  try {
    const { context, page } = await openSignedIn(browser, bench);
    const bytes = await countBytes(await context.newCDPSession(page));
    await page.goto(`${bench.app.url}${path}`);
    await page.waitForLoadState("load");
    await page.waitForTimeout(2_000);
    return row(`JavaScript that ${name} comes with, gzip`, bytes.Script / 1024, "KB", { most: JS_TARGET_KB });
  } finally {
    await browser.close();
  }
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
    ];
  } finally {
    empty.stop();
  }
}

/** The longest task of each tool page, the median of a few first visits; the worst of them is what counts. */
async function measureLongestTasks(browser: Browser, bench: Bench): Promise<Row[]> {
  const pages: { tool: number; longest: number }[] = [];
  for (const tool of TOOL_NUMBERS) {
    const tasks: number[] = [];
    for (let load = 0; load < LOADS_OF_EACH; load += 1) {
      const { context, page } = await openSignedIn(browser, bench);
      tasks.push((await readMarks(page, `${bench.app.url}/teams/${bench.team.teamId}/tools/${tool}`)).longestTask);
      await context.close();
    }
    pages.push({ tool, longest: percentile(tasks, 0.5) });
  }
  const worst = pages.reduce((most, page) => (page.longest > most.longest ? page : most));
  return [row(`Longest task of any tool page (Tool ${worst.tool}, median)`, worst.longest, "ms", { most: LONGEST_TASK_TARGET_MS })];
}

/** From the start of the navigation until React listens to the last rating of the page, in milliseconds. */
async function timeToInteractive(page: Page, address: string): Promise<Interactive> {
  const marks = await readMarks(page, address);
  if (marks.interactive === 0) throw new Error("The page never became interactive");
  return marks;
}

/** A page without ratings has no `interactive`. */
async function readMarks(page: Page, address: string): Promise<Interactive> {
  await page.addInitScript({ path: fileURLToPath(new URL("mark-interactive.js", import.meta.url)) });
  await page.goto(address, { waitUntil: "networkidle" });
  return page.evaluate<Interactive>("window.benchMarks");
}

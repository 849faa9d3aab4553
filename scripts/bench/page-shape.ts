import { type Browser, chromium, type Page } from "@playwright/test";
import { TOOL_NUMBERS } from "@/tests/support/tools";
import { findChromium } from "../lib/browser.mjs";
import { openSample } from "@/tests/support/open-sample";
import type { Bench } from "./bench-team";
import { row, type Row } from "./table";

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };

/** Where a tool's work begins on a later visit, how long pages are, and how many of their words are semibold, in the sample agency. */
export async function measurePageShape({ app }: Bench): Promise<Row[]> {
  const executablePath = findChromium();
  const browser: Browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  try {
    const { page, ids } = await openSample(browser, app);
    const team = `/teams/${ids.teamId}`;
    const first: number[] = [];
    await page.setViewportSize(PHONE);
    for (const tool of TOOL_NUMBERS) {
      // Directions are open on the first visit only.
      await page.goto(`${team}/tools/${tool}`);
      await open(page, `${team}/tools/${tool}`);
      const top = await findFirstQuestion(page);
      if (top !== null) first.push(top);
    }
    const heightOf = async (path: string, viewport: typeof PHONE) => {
      await page.setViewportSize(viewport);
      await open(page, `${team}${path}`);
      return page.evaluate(() => document.documentElement.scrollHeight);
    };
    const boldOf = async (path: string) => {
      await page.setViewportSize(LAPTOP);
      await open(page, `${team}${path}`);
      return shareOfBold(page);
    };
    /** Where the last of what belongs on a laptop's first screen ends. */
    const endOfTools = async () => {
      await page.setViewportSize(LAPTOP);
      await open(page, team);
      return page.locator(".home-tools").evaluate((list) => list.getBoundingClientRect().bottom + window.scrollY);
    };
    return [
      row("First question on a phone (nearest)", Math.min(...first), "px"),
      row("First question on a phone (farthest)", Math.max(...first), "px", { most: PHONE.height }),
      row("Tool 9 on a phone, one section", await heightOf("/tools/9", PHONE), "px", { most: 11_433 }),
      row("Tool 9 on a phone, whole", await heightOf("/tools/9?section=all", PHONE), "px"),
      row("Tool 9 on a laptop, one section", await heightOf("/tools/9", LAPTOP), "px"),
      row("Readiness on a laptop", await heightOf("/readiness", LAPTOP), "px"),
      row("Readiness on a phone", await heightOf("/readiness", PHONE), "px"),
      row("Team home on a laptop", await heightOf("", LAPTOP), "px"),
      row("… its list of tools ends at", await endOfTools(), "px", { most: 860 }),
      row("Team home on a phone", await heightOf("", PHONE), "px"),
      row("Words in semibold: home", await boldOf(""), "%"),
      row("Words in semibold: Tool 9", await boldOf("/tools/9"), "%"),
      row("Words in semibold: readiness", await boldOf("/readiness"), "%"),
    ];
  } finally {
    await browser.close();
  }
}

/** As it stands once its letters are there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
}

/** The top of the first thing to fill in, from the top of the page. */
function findFirstQuestion(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const items = [...document.querySelectorAll<HTMLElement>("main .item, main .grid-table td")].filter((item) => item.checkVisibility());
    return items[0] ? Math.round(items[0].getBoundingClientRect().top + window.scrollY) : null;
  });
}

/** Of the words that are on the page to be seen, in per cent. */
function shareOfBold(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("main") as Node, NodeFilter.SHOW_TEXT);
    let all = 0;
    let bold = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const box = element?.getBoundingClientRect();
      if (!element?.checkVisibility() || !box || box.width <= 1) continue;
      const words = (walker.currentNode.textContent ?? "").split(/\s+/).filter(Boolean).length;
      all += words;
      if (Number(getComputedStyle(element).fontWeight) >= 600) bold += words;
    }
    return (bold / Math.max(all, 1)) * 100;
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

/** Half as long as `axe.source`: a page reads it in a third less time. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What an element's colours, size and place decide. Everything else is the same in every look that shows the element. */
const RULES_OF_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

const OPTIONS: axe.RunOptions = { resultTypes: ["violations"], preload: false };

declare global {
  interface Window {
    axe?: typeof axe;
    /** Elements that the looks so far have shown. */
    seenByAxe?: WeakSet<Element>;
  }
}

/**
 * Fails with each violation's rule, reason and elements. The first look at a page runs every rule. One at the same page in
 * other colours or at another width runs the rules that depend on these, and every rule on what it alone shows.
 * Runs axe itself, which stays in the page for the next look; `@axe-core/playwright` reads it in every time.
 */
export async function expectAccessible(page: Page, look: "first" | "other" = "first"): Promise<void> {
  // After a click on a link the title comes a moment after the page.
  await expect(page).toHaveTitle(/./);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const violations = await page.evaluate(
    async ([options, tags, rulesOfLooks, isFirst]) => {
      const run = async (at: axe.ElementContext, runOnly: axe.RunOnly) => (await window.axe!.run(at, { ...options, runOnly })).violations;
      const everyRule: axe.RunOnly = { type: "tag", values: [...tags] };
      const seen = (window.seenByAxe ??= new WeakSet());
      const isNew = (element: Element) => !seen.has(element) && element.checkVisibility();
      const shown = [...document.body.querySelectorAll("*")].filter(isNew);
      for (const element of shown) seen.add(element);
      if (isFirst) return run(document, everyRule);
      const isShown = new Set(shown);
      const outermost = shown.filter(({ parentElement }) => !parentElement || !isShown.has(parentElement));
      return [
        ...(await run(document, { type: "rule", values: [...rulesOfLooks] })),
        ...(outermost.length > 0 ? await run(outermost as unknown as axe.ElementContext, everyRule) : []),
      ];
    },
    [OPTIONS, WCAG_2_2_AA, RULES_OF_LOOKS, look === "first"] as const,
  );
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.slice(0, 5).map((node) => `${node.target.join(" ")} (${node.failureSummary ?? ""})`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** No sideways scrolling: at 390 px, which is also 200% zoom of a small window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, view } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(content, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(view);
}

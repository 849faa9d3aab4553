import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const RUN: axe.RunOptions = { runOnly: WCAG_2_2_AA, resultTypes: ["violations"], preload: false };

/**
 * Fails with each violation's rule, reason and elements. Runs axe itself, which stays in the page for the next look;
 * `@axe-core/playwright` reads it in every time and takes half as long again.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => (await (window as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    RUN,
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

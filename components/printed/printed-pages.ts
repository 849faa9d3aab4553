import type { ReactNode } from "react";

const PAGES = Symbol.for("workbook.printed-pages");

/**
 * The printed parts of each page that is being drawn right now, by the page's name. Kept at the process: the code that
 * prepares a page and the code that writes its HTML are two copies of the modules.
 */
export function printedPages(): Map<string, ReactNode[]> {
  const shared = globalThis as { [PAGES]?: Map<string, ReactNode[]> };
  return (shared[PAGES] ??= new Map());
}

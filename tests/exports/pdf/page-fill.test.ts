import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { fullExport, render } from "../samples/export-samples";

/** Inside the margins, in shares of a page's height: running heads and feet stand outside. */
const TOP = 0.08;
const BOTTOM = 0.92;

/** How far down each page its words reach, from 0 to 1. */
async function reachOfPages(bytes: Uint8Array): Promise<number[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const reaches: number[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const places = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [1 - (item.transform[5] as number) / height] : []));
      const inside = places.filter((place) => place > TOP && place < BOTTOM);
      reaches.push((Math.max(TOP, ...inside) - TOP) / (BOTTOM - TOP));
    }
    return reaches;
  } finally {
    await loading.destroy();
  }
}

const READ: readonly (readonly [string, Partial<ExportOptions>])[] = [
  ["the whole toolkit", {}],
  ["the whole toolkit with comments and history", { hasComments: true, hasHistory: true }],
  ["the whole toolkit in large print", { isLargePrint: true }],
  ["the plan", { content: "plan" }],
];

test.each(READ)("no page of %s is nearly empty but its last", async (_, options) => {
  const reaches = await reachOfPages((await render(fullExport(options))).bytes);
  expect(reaches.length).toBeGreaterThan(3);
  const empty = reaches.slice(0, -1).flatMap((reach, index) => (reach < 0.33 ? [`page ${index + 1}: ${Math.round(reach * 100)} %`] : []));
  expect(empty).toEqual([]);
});

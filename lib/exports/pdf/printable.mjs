import { cleanForPage, createTally, notShownNotice } from "../worker/sanitise.mjs";
import { createDisplayable } from "./displayable.mjs";
import { soften } from "./soften.mjs";

/** Every document has these: the design's own, the one for letters put together from parts, and the one for "�" and marks. */
const ALWAYS = ["Public Sans", "Source Sans 3", "Noto Sans", "Noto Sans Symbols 2"];

/** Names that the file's properties and every page repeat; what they cannot show is counted where they are printed. */
const REPEATS = new Set(["title", "author", "running"]);

function mapStrings(value, change, key) {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, mapStrings(entry, change, name)]));
}

/**
 * @typedef {import("../print/print-blocks").PrintDocument} PrintDocument
 * @typedef {{ readonly document: PrintDocument & { readonly fonts: readonly string[] }, readonly notShown: import("../worker/sanitise.mjs").NotShown }} Printable
 */

/**
 * Cleans every string of a PrintDocument, counts what it cannot show and has the document say so, and names its fonts.
 * @param {string} coverageFile
 * @returns {(document: PrintDocument) => Printable}
 */
export function createPrintable(coverageFile) {
  return (document) => {
    const fonts = new Set(ALWAYS);
    const displayable = createDisplayable(coverageFile, fonts);
    const tally = createTally();
    const clean = (isCounted) => (text, key) => {
      // Drawings are markup already.
      if (key === "svg") return text.toWellFormed();
      const page = cleanForPage(text);
      const shown = displayable(page.text);
      if (isCounted) tally.add([...page.replaced, ...shown.replaced]);
      return soften(shown.text);
    };
    const printed = /** @type {PrintDocument} */ (
      Object.fromEntries(Object.entries(document).map(([name, value]) => [name, mapStrings(value, clean(!REPEATS.has(name)), name)]))
    );
    const notShown = tally.notShown();
    const notice = notShownNotice(notShown);
    const notices = [...(printed.notices ?? []), ...(notice ? [notice] : [])];
    return { document: { ...printed, notices, fonts: [...fonts] }, notShown };
  };
}

// @ts-check
/**
 * One export per process: a PrintDocument as JSON on stdin, the Word file on stdout, a report line on stderr.
 * Equal documents give equal bytes: what the library takes from the clock and from chance comes from the document.
 */
import { Packer } from "docx";
import { makeFile } from "../worker/make-file.mjs";
import { cleanForPage, createTally, notShownNotice } from "../worker/sanitise.mjs";
import { buildDocument } from "./docx-document.mjs";
import { stopClock } from "./stop-clock.mjs";

const tally = createTally();

/**
 * Cleans every string of the document, and leaves out the drawings: Word draws charts from their numbers.
 * @param {unknown} value
 * @returns {unknown}
 */
function printable(value) {
  if (typeof value === "string") {
    const { text, replaced } = cleanForPage(value);
    tally.add(replaced);
    return text;
  }
  if (Array.isArray(value)) return value.map(printable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "svg")
      .map(([name, entry]) => [name, printable(entry)]),
  );
}

await makeFile(async (input) => {
  const document = /** @type {import("../print/print-blocks").PrintDocument} */ (printable(input));
  const notShown = tally.notShown();
  const notice = notShownNotice(notShown);
  stopClock(document.timestamp);
  const bytes = await Packer.toBuffer(buildDocument({ ...document, notices: notice ? [...document.notices, notice] : document.notices }));
  return { bytes, report: { notShown } };
});

// @ts-check
/**
 * One export per process: a PrintDocument as JSON on stdin, the Word file on stdout, a report line on stderr.
 * Equal documents give equal bytes: what the library takes from the clock and from chance comes from the document.
 */
import { readFileSync, writeSync } from "node:fs";
import { Packer } from "docx";
import { cleanForPage, createTally, notShownNotice } from "../../export/worker/sanitise.mjs";
import { buildDocument } from "./document.mjs";
import { stopClock } from "./stop-clock.mjs";

const ERROR_LENGTH = 3000;

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

/**
 * Writes everything before the process ends; process.stdout on a pipe is asynchronous.
 * @param {number} descriptor
 * @param {Buffer} bytes
 */
function writeAll(descriptor, bytes) {
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EAGAIN") throw error;
    }
  }
}

/** @param {object} entry */
function report(entry) {
  writeAll(2, Buffer.from(`${JSON.stringify(entry)}\n`));
}

try {
  const document = /** @type {import("../../print/print-blocks").PrintDocument} */ (printable(JSON.parse(readFileSync(0, "utf8"))));
  const notShown = tally.notShown();
  const notice = notShownNotice(notShown);
  stopClock(document.timestamp);
  const bytes = await Packer.toBuffer(buildDocument({ ...document, notices: notice ? [...document.notices, notice] : document.notices }));
  writeAll(1, bytes);
  report({ notShown });
} catch (error) {
  report({ error: String(error instanceof Error ? error.message : error).slice(0, ERROR_LENGTH) });
  process.exitCode = 1;
}

// @ts-check
/** What every worker does: its input as JSON on stdin, the file on stdout, a report line on stderr. */
import { readFileSync, writeSync } from "node:fs";

const ERROR_LENGTH = 3000;

/**
 * Writes everything before the process ends; process.stdout on a pipe is asynchronous.
 * @param {number} descriptor
 * @param {Uint8Array} bytes
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

/**
 * Makes the one file this process is for. A failure is reported as `{ error }` and ends it with code 1.
 * @param {(input: any) => Promise<{ readonly bytes: Uint8Array, readonly report: object }>} make
 */
export async function makeFile(make) {
  try {
    const made = await make(JSON.parse(readFileSync(0, "utf8")));
    writeAll(1, made.bytes);
    report(made.report);
  } catch (error) {
    report({ error: String((error instanceof Error && error.stack) || error).slice(0, ERROR_LENGTH) });
    process.exitCode = 1;
  }
}

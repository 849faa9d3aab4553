/**
 * One export per process: a PrintDocument as JSON on stdin, the PDF on stdout, a report line on stderr.
 * A crash, a hang or the compiler's memory stays out of the web server. `--wasm` leaves out the native engine.
 */
import { existsSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createNativeEngine } from "./engine-native.mjs";
import { createWasmEngine } from "./engine-wasm.mjs";
import { createPrintable } from "./printable.mjs";

const PDF_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const TEMPLATES = path.join(PDF_FOLDER, "template");
const FONTS = path.join(PDF_FOLDER, "fonts");
const COVERAGE = path.join(FONTS, "coverage.json");
const ERROR_LENGTH = 3000;

/** Writes everything before the process ends; process.stdout on a pipe is asynchronous. */
function writeAll(descriptor, bytes) {
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

function report(entry) {
  writeAll(2, Buffer.from(`${JSON.stringify(entry)}\n`));
}

async function createEngine() {
  const native = process.argv.includes("--wasm") ? null : await createNativeEngine(TEMPLATES, FONTS);
  return native ?? (await createWasmEngine(TEMPLATES, FONTS));
}

try {
  if (!existsSync(COVERAGE)) throw new Error("The fonts are missing: run `node lib/pdf/copy-fonts.mjs`");
  const { document, notShown } = createPrintable(COVERAGE)(JSON.parse(readFileSync(0, "utf8")));
  const engine = await createEngine();
  const { bytes, refusal, pages } = await engine.render(document);
  writeAll(1, bytes);
  report({ claimsPdfUa: refusal === null, refusal, pages, notShown });
} catch (error) {
  report({ error: String(error?.message ?? error).slice(0, ERROR_LENGTH) });
  process.exitCode = 1;
}

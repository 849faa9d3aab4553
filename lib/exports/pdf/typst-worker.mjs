/**
 * One export per process: a PrintDocument as JSON on stdin, the PDF on stdout, a report line on stderr.
 * A crash, a hang or the compiler's memory stays out of the web server. `--wasm` leaves out the native engine.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeFile } from "../worker/make-file.mjs";
import { createNativeEngine } from "./engine-native.mjs";
import { createWasmEngine } from "./engine-wasm.mjs";
import { createPrintable } from "./printable.mjs";

const PDF_FOLDER = path.dirname(fileURLToPath(import.meta.url));
const TEMPLATES = path.join(PDF_FOLDER, "../typst");
const FONTS = path.join(PDF_FOLDER, "fonts");
const COVERAGE = path.join(FONTS, "coverage.json");

/** The files of the families named. */
function filesOf(names) {
  const files = JSON.parse(readFileSync(path.join(FONTS, "files.json"), "utf8"));
  return names.flatMap((name) => files[name].map((file) => path.join(FONTS, file)));
}

async function createEngine(fontFiles) {
  const native = process.argv.includes("--wasm") ? null : await createNativeEngine(TEMPLATES, fontFiles);
  return native ?? (await createWasmEngine(TEMPLATES, fontFiles));
}

await makeFile(async (input) => {
  if (!existsSync(COVERAGE)) throw new Error("The fonts are missing: run `node lib/exports/pdf/copy-fonts.mjs`");
  const { document, notShown } = createPrintable(COVERAGE)(input);
  const engine = await createEngine(filesOf(document.fonts));
  const { bytes, refusal, pages } = await engine.render(document);
  return { bytes, report: { claimsPdfUa: refusal === null, refusal, pages, notShown } };
});

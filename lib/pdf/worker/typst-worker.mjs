/**
 * One export per process: a PrintDocument as JSON on stdin, the PDF on stdout, a report line on stderr.
 * A crash, a hang or the compiler's memory stays out of the web server.
 */
import { existsSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createDisplayable } from "./displayable.mjs";
import { sanitise, soften } from "./sanitise.mjs";

const PDF_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const TEMPLATES = path.join(PDF_FOLDER, "template");
const FONTS = path.join(PDF_FOLDER, "fonts");

const COVERAGE = path.join(FONTS, "coverage.json");

const displayable = createDisplayable(COVERAGE);

/** Cleans every string of the document; drawings are markup already and only made well-formed. */
function printable(value, key) {
  if (typeof value === "string") {
    return key === "svg" ? value.toWellFormed() : soften(displayable(sanitise(value)));
  }
  if (Array.isArray(value)) return value.map((entry) => printable(entry));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, printable(entry, name)]));
}

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

function compile(compiler, document) {
  const compiled = compiler.compile({
    mainFilePath: path.join(TEMPLATES, "main.typ"),
    inputs: { data: JSON.stringify(document) },
  });
  if (compiled.result) return compiled.result;
  const diagnostics = JSON.stringify(compiler.fetchDiagnostics(compiled.takeError()));
  throw new Error(`The template did not compile: ${diagnostics.slice(0, 2000)}`);
}

/** PDF/UA-1 where the engine accepts the document; else tagged all the same, without the claim. */
function exportPdf(compiler, compiled, creationTimestamp) {
  try {
    const bytes = compiler.pdf(compiled, { creationTimestamp, pdfStandard: "ua-1" });
    return { bytes, refusal: null };
  } catch (error) {
    const bytes = compiler.pdf(compiled, { creationTimestamp });
    return { bytes, refusal: String(error.message).slice(0, 500) };
  }
}

try {
  if (!existsSync(COVERAGE)) throw new Error("The fonts are missing: run `node lib/pdf/copy-fonts.mjs`");
  const document = printable(JSON.parse(readFileSync(0, "utf8")));
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [FONTS] }] });
  const compiled = compile(compiler, document);
  const { bytes, refusal } = exportPdf(compiler, compiled, document.timestamp);
  writeAll(1, bytes);
  report({ claimsPdfUa: refusal === null, refusal, pages: compiled.numOfPages });
} catch (error) {
  report({ error: String(error?.message ?? error).slice(0, 3000) });
  process.exitCode = 1;
}

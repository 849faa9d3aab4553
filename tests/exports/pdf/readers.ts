import { spawnSync } from "node:child_process";
import { PDFiumLibrary } from "@hyzyla/pdfium";

/**
 * Text as three programs that know nothing of each other copy it out of a PDF: pdf.js (Firefox; see read-pdf.ts), PDFium
 * (Chrome and Edge) and Poppler (Linux viewers). pdf.js leaves out the replacement text that carries the logical order, so
 * only the other two are asked for scripts that are written right to left or whose letters change their places.
 */

const MAX_OUTPUT = 256 * 1024 * 1024;

/** Runs a program over the file on its stdin. Throws when it is not installed. */
export function runOver(bytes: Uint8Array, program: string, args: readonly string[]) {
  const ended = spawnSync(program, args, { input: bytes, maxBuffer: MAX_OUTPUT, encoding: "utf8" });
  if (ended.error) throw new Error(`${program} does not run; npm test says how to install it`, { cause: ended.error });
  return ended;
}

export function readWithPoppler(bytes: Uint8Array): string {
  return runOver(bytes, "pdftotext", ["-enc", "UTF-8", "-", "-"]).stdout;
}

let library: Promise<PDFiumLibrary> | null = null;

export async function readWithPdfium(bytes: Uint8Array): Promise<string> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    return [...document.pages()].map((page) => page.getText()).join("");
  } finally {
    document.destroy();
  }
}

/** What stays comparable between what was typed and what was copied: composed, without white space and invisible marks. */
export function visible(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufffe\u{e0100}-\u{e01ef}]/gu, "");
}

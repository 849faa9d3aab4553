import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Dictionaries have their names with a slash, "/Type"; so have names. Text strings begin with "u:", references are "12 0 R". */
export type PdfValue = null | boolean | number | string | PdfValue[] | { [name: string]: PdfValue };
export type PdfDictionary = { [name: string]: PdfValue };

interface Outline {
  readonly title: string;
  readonly kids: readonly Outline[];
}

export interface PdfObjects {
  /** Follows references until there is a value; of a stream, its dictionary. */
  resolve(value: PdfValue | undefined): PdfValue;
  dictionary(value: PdfValue | undefined): PdfDictionary;
  /** A decoded stream, one byte a character; empty when it is none. */
  stream(reference: PdfValue | undefined): string;
  readonly trailer: PdfDictionary;
  /** References of the pages, in order. */
  readonly pages: readonly string[];
  /** Titles of the bookmarks, parents first. */
  readonly bookmarks: readonly string[];
  /** Languages of the document and of passages, each once, in alphabetical order. */
  readonly languages: readonly string[];
  /** What `qpdf --check` complains of. */
  readonly complaints: readonly string[];
}

interface QpdfJson {
  readonly pages: readonly { readonly object: string }[];
  readonly outlines: readonly Outline[];
  readonly qpdf: readonly [
    unknown,
    Record<string, { value?: PdfValue; stream?: { dict: PdfDictionary; data?: string } }>,
  ];
}

const MAX_OUTPUT = 512 * 1024 * 1024;
const REFERENCE = /^\d+ \d+ R$/;

function qpdf(args: readonly string[]) {
  const ended = spawnSync("qpdf", args, { encoding: "utf8", maxBuffer: MAX_OUTPUT });
  if (ended.error) throw new Error("qpdf does not run; npm test says how to install it", { cause: ended.error });
  return ended;
}

function titlesOf(outlines: readonly Outline[]): string[] {
  return outlines.flatMap(({ title, kids }) => [title, ...titlesOf(kids)]);
}

function decode(data = ""): string {
  return Buffer.from(data, "base64").toString("latin1");
}

/** Passages are marked in the structure, in qpdf's words, or where they are drawn, in PDF's own. */
function languagesIn(structure: string, streams: readonly string[]): string[] {
  const marks = [structure.matchAll(/"\/Lang": "u:([\w-]+)"/g), ...streams.map((stream) => stream.matchAll(/\/Lang ?\(([\w-]+)\)/g))];
  return [...new Set(marks.flatMap((found) => Array.from(found, ([, language]) => language as string)))].sort();
}

/** A text string's text; "" for anything else. */
export function textOf(value: PdfValue | undefined): string {
  return typeof value === "string" && value.startsWith("u:") ? value.slice(2) : "";
}

/** What qpdf, a program that knows nothing of Typst, finds in a file. Throws when it finds no PDF there. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const folder = mkdtempSync(path.join(os.tmpdir(), "workbook-pdf-"));
  try {
    const file = path.join(folder, "file.pdf");
    writeFileSync(file, bytes);
    const check = qpdf(["--check", file]);
    const dump = qpdf(["--json=2", "--json-stream-data=inline", "--decode-level=generalized", file]);
    if (dump.stdout === "") throw new Error(`qpdf cannot read the file: ${dump.stderr}`);
    const { pages, outlines, qpdf: [, objects] } = JSON.parse(dump.stdout) as QpdfJson;
    const find = (reference: string) => objects[`obj:${reference}`];
    const resolve = (value: PdfValue | undefined): PdfValue => {
      if (typeof value !== "string" || !REFERENCE.test(value)) return value ?? null;
      const found = find(value);
      return found?.stream ? found.stream.dict : resolve(found?.value);
    };
    const dictionary = (value: PdfValue | undefined): PdfDictionary => {
      const found = resolve(value);
      return found !== null && typeof found === "object" && !Array.isArray(found) ? found : {};
    };
    return {
      resolve,
      dictionary,
      stream: (reference) =>
        typeof reference === "string" ? decode(find(reference)?.stream?.data) : "",
      trailer: dictionary(objects.trailer?.value),
      pages: pages.map(({ object }) => object),
      bookmarks: titlesOf(outlines),
      languages: languagesIn(dump.stdout, Object.values(objects).map(({ stream }) => decode(stream?.data))),
      complaints: check.status === 0 ? [] : `${check.stdout}${check.stderr}`.trim().split("\n").filter((line) => /WARN|rror/.test(line)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

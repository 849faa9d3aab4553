import { TOOLS } from "@/tests/support/tools";
import { cleanForPage, cleanForXml } from "@/lib/exports/worker/sanitise.mjs";
import { renderDocx } from "@/lib/exports/docx/render-docx";
import { renderCsv, renderXlsx } from "@/lib/exports/sheets/render-sheets";
import { looksLikeFormula } from "@/lib/exports/sheets/cell-text.mjs";
import { buildWorkbookFile } from "@/lib/exports/json/workbook-file";
import { readDocx } from "../docx/read-docx";
import { readCsvZip, type ReadSheets, readXlsx, unzipTexts } from "../sheets/read-sheets";
import { missingLetters } from "./fuzz";
import { type HostileDocument, hostileDocumentOf } from "../samples/hostile-documents";

function cellsOf(sheets: ReadSheets): string[] {
  return [...sheets.values()].flat().flatMap((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell))));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : [];
}

const lettersProblem = (typed: readonly string[], text: string) =>
  missingLetters(typed, [text]).slice(0, 5).map((letter) => `the letter ${letter} is missing`);

async function docxProblems({ document, typed }: HostileDocument): Promise<string[]> {
  const { bytes } = await renderDocx(document);
  const { text } = await readDocx(bytes);
  return lettersProblem(typed.map((each) => cleanForPage(each).text), text);
}

async function xlsxProblems({ document, typed }: HostileDocument): Promise<string[]> {
  const { bytes } = await renderXlsx(document);
  const formulas = [...unzipTexts(bytes)].filter(([, xml]) => /<f[ >/]/.test(xml)).map(([name]) => `${name} has a formula`);
  const shown = typed.map((each) => cleanForXml(each).text);
  return [...formulas, ...lettersProblem(shown, cellsOf(await readXlsx(bytes)).join("\n"))];
}

async function csvProblems({ document, typed }: HostileDocument): Promise<string[]> {
  const { bytes } = await renderCsv(document);
  const cells = cellsOf(readCsvZip(bytes));
  const formulas = cells.filter((cell) => !cell.startsWith("'") && looksLikeFormula(cell));
  return [
    ...formulas.map((cell) => `a formula: ${JSON.stringify(cell.slice(0, 40))}`),
    ...lettersProblem(typed.map((each) => cleanForXml(each).text), cells.join("\n")),
  ];
}

/** Nothing is cleaned there: the same strings come back. */
async function jsonProblems({ document, typed }: HostileDocument): Promise<string[]> {
  const file: unknown = JSON.parse(JSON.stringify(buildWorkbookFile(document, "https://workbook.example/schema.json")));
  const strings = new Set(stringsOf(file));
  return typed.filter((text) => !strings.has(text)).map((text) => `not in the file: ${JSON.stringify(text.slice(0, 60))}`);
}

const FORMATS = { docx: docxProblems, xlsx: xlsxProblems, csv: csvProblems, json: jsonProblems };

/** Makes one hostile document in every format but PDF. @returns what is wrong, in words; empty when nothing is. */
export async function fuzzFormats(seed: number): Promise<string[]> {
  // Of the toolkit's own tools: the other formats look items up there.
  const hostile = hostileDocumentOf(seed, TOOLS);
  const problems: string[] = [];
  for (const [format, check] of Object.entries(FORMATS)) {
    const found = await check(hostile).catch((error: Error) => [`no file: ${error.message} ${String(error.cause ?? "").slice(0, 300)}`]);
    problems.push(...found.map((problem) => `seed ${seed} as ${format}: ${problem}`));
  }
  return problems;
}

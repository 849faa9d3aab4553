import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { cleanForPage } from "@/lib/exports/worker/sanitise.mjs";
import { createDisplayable } from "@/lib/exports/pdf/displayable.mjs";
import { printDocument } from "@/lib/exports/print/print-document";
import { type HostileDocument, hostileDocumentOf } from "../samples/hostile-documents";
import { squash } from "../pdf/read-pdf";
import { readWithPoppler } from "../pdf/readers";
import { readByStructure } from "../pdf/structure";

export interface FuzzFigures {
  documents: number;
  pages: number;
  /** Characters that stand as "�". */
  notShown: number;
  slowestMs: number;
  readonly failures: string[];
}

interface WorkerLine {
  readonly seed: number;
  readonly error?: string;
  readonly refusal: string | null;
  readonly pages: number;
  readonly notShown: number;
  readonly milliseconds: number;
}

const displayable = createDisplayable("lib/exports/pdf/fonts/coverage.json");

/** How often each letter occurs, its accents and compatibility forms taken apart; without what leaves no trace on paper. */
function letterCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize("NFKD").replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/gu, "")) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

/** What the page should show of a text. */
export function shownOf(typed: string): string {
  return displayable(cleanForPage(typed).text).text;
}

/** Letters that were typed more often than any reader finds them. */
export function missingLetters(typed: readonly string[], extracts: readonly string[]): string[] {
  const found = extracts.map(letterCounts);
  return [...letterCounts(typed.join("\n"))].flatMap(([letter, wanted]) => {
    const most = Math.max(...found.map((counts) => counts.get(letter) ?? 0));
    return most < wanted ? [`${JSON.stringify(letter)} (U+${letter.codePointAt(0)?.toString(16)}) ${most} of ${wanted}`] : [];
  });
}

const count = (text: string, wanted: string) => text.split(wanted).length - 1;

/** Lines whose order every reader keeps: they must stand in the file letter by letter. */
function plainLines(typed: readonly string[]): string[] {
  return typed.flatMap((text) => text.split(/[\n\r]/)).filter((line) => /^[\x20-\x7e]+$/.test(line));
}

/** Of a text somebody counted there are as many signs as that; of any other at least as many, for pdf.js doubles some letters. */
function signProblems({ typed, notShown }: HostileDocument, line: WorkerLine, text: string, poppler: string): string[] {
  const wanted = line.notShown + count(typed.join("\n"), "\ufffd") + (line.notShown > 0 ? 1 : 0);
  const found = notShown === null ? Math.max(count(text, "\ufffd"), count(poppler, "\ufffd")) : count(text, "\ufffd");
  const isRight = notShown === null ? found >= wanted : found === wanted && notShown === line.notShown;
  return isRight ? [] : [`${found} replacement signs instead of ${wanted}; ${line.notShown} counted instead of ${notShown}`];
}

async function problemsOf(hostile: HostileDocument, line: WorkerLine, file: string): Promise<string[]> {
  if (line.error !== undefined) return [`no file: ${line.error}`];
  const bytes = readFileSync(file);
  const { text, problems } = await readByStructure(bytes);
  const poppler = readWithPoppler(bytes);
  const missing = missingLetters(hostile.typed.map(shownOf), [text, poppler]);
  const lost = plainLines(hostile.typed).filter((plain) => !text.includes(squash(plain)));
  return [
    ...(line.refusal === null ? [] : [`no PDF/UA-1: ${line.refusal}`]),
    ...signProblems(hostile, line, text, poppler),
    ...(missing.length === 0 ? [] : [`letters are missing: ${missing.slice(0, 5).join(", ")}`]),
    ...(lost.length === 0 ? [] : [`lines are missing: ${JSON.stringify(lost[0]?.slice(0, 80))}`]),
    ...problems.slice(0, 5),
  ];
}

/** Documents per child: at 25 MB each the compiler stays below a gigabyte. */
const PER_CHILD = 30;

async function fuzzBatch(seeds: readonly number[], figures: FuzzFigures): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "workbook-fuzz-"));
  const child = spawn(process.execPath, ["tests/exports/fuzz/fuzz-worker.mjs", folder], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const documents = new Map(seeds.map((seed) => [seed, hostileDocumentOf(seed)]));
    for (const [seed, { document }] of documents) {
      child.stdin.write(`${JSON.stringify({ seed, document: printDocument(document) })}\n`);
    }
    child.stdin.end();
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as WorkerLine;
      const document = documents.get(line.seed);
      if (!document) continue;
      documents.delete(line.seed);
      const file = path.join(folder, `${line.seed}.pdf`);
      const problems = await problemsOf(document, line, file);
      rmSync(file, { force: true });
      figures.documents += 1;
      figures.pages += line.pages ?? 0;
      figures.notShown += line.notShown ?? 0;
      figures.slowestMs = Math.max(figures.slowestMs, line.milliseconds ?? 0);
      figures.failures.push(...problems.map((problem) => `seed ${line.seed}: ${problem}`));
    }
    figures.failures.push(...[...documents.keys()].map((seed) => `seed ${seed}: the process ended without it`));
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the PDFs of `total` hostile documents from the first seed on, and checks each. `say` hears of every batch. */
export async function fuzzPdf(firstSeed: number, total: number, say: (line: string) => void = () => {}): Promise<FuzzFigures> {
  const figures: FuzzFigures = { documents: 0, pages: 0, notShown: 0, slowestMs: 0, failures: [] };
  for (let done = 0; done < total; done += PER_CHILD) {
    const seeds = Array.from({ length: Math.min(PER_CHILD, total - done) }, (_, index) => firstSeed + done + index);
    await fuzzBatch(seeds, figures);
    say(`${figures.documents} documents, ${figures.pages} pages, ${figures.failures.length} failures`);
  }
  return figures;
}

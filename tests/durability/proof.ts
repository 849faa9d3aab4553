import path from "node:path";
import { ensureBuilt } from "@/scripts/lib/sources.mjs";
import { CHECKOUT } from "@/tests/support/e2e-app";
import { type CrashFigures, type Kill, runCrashes } from "./crash-run";
import { type ConvergenceFigures, runConvergence } from "./convergence-run";
import { type LettersFigures, runLetters } from "./letters-run";

// npm run proof: what the normal suite shows in small, with the built app and in the numbers that were promised.

const SAVES = 10_000;
const ROUND: readonly Kill[] = ["app", "database", "app", "backend", "app", "database"];
const KILLS = Array.from({ length: 10 }, () => ROUND).flat();
const OPERATIONS = 10_000;
const SEEDS = [1, 2, 3];
/** Another number can be given: `npm run proof -- letters 10`. */
const LETTER_KILLS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 50);

const say = (line: string) => console.log(`  ${line}`);

function require(isTrue: boolean, what: string): void {
  if (isTrue) return;
  console.error(`NOT PROVEN: ${what}`);
  process.exitCode = 1;
}

function judgeCrashes(figures: CrashFigures): void {
  console.log(figures);
  require(figures.acknowledged >= SAVES, `${SAVES} saves are acknowledged`);
  require(figures.lost === 0, "no acknowledged save is lost");
  require(figures.appliedTwice === 0 && figures.wrongTexts === 0, "no save is applied twice");
}

function judgeConvergence(seed: number, figures: ConvergenceFigures): void {
  console.log(`Seed ${seed}:`, figures);
  require(figures.differences.length === 0, `all copies are the same with seed ${seed}`);
  require(figures.appliedTwice === 0, `nothing is applied twice with seed ${seed}`);
  require(figures.hostile.sent > 0 && figures.hostile.taken === 0, `nothing of a hostile editor's is stored with seed ${seed}`);
}

function judgeLetters(figures: LettersFigures): void {
  console.log(figures);
  require(figures.lost === 0, "no letter is lost");
  require(figures.toldTwice === 0 && figures.changed === 0, "nobody is told twice, but by copies that a mailbox drops");
  require(figures.broken === 0, "every letter is whole, and its reader's");
  require(figures.opened > 0 && figures.changedByScanner?.length === 0, "opening every link changes nothing");
}

process.env.NEXT_DIST_DIR ||= ".next-proof";
await ensureBuilt(CHECKOUT, { ...process.env, DATA_FOLDER: path.join(CHECKOUT, ".data") });

const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const isChosen = (part: string) => wanted.length === 0 || wanted.includes(part);

if (isChosen("kills")) {
  console.log(`kill -9 of the built app and of PostgreSQL, ${KILLS.length} times under ${SAVES} saves:`);
  judgeCrashes(await runCrashes({ app: "production", saves: SAVES, kills: KILLS, writers: 20, say }));
}
if (isChosen("unsafe")) {
  console.log("The same with synchronous_commit off, which the app refuses to start on:");
  const settings = { synchronous_commit: "off" };
  const kills: readonly Kill[] = Array.from({ length: 10 }, () => "database" as const);
  const figures = await runCrashes({ app: "production", saves: 2_000, kills, writers: 20, settings, say });
  console.log(figures);
  require(figures.lost > 0, "the run finds saves that are lost");
}
if (isChosen("letters")) {
  console.log(`kill -9 of the built app ${LETTER_KILLS} times while it sends letters, then a mail scanner:`);
  judgeLetters(await runLetters({ app: "production", kills: LETTER_KILLS, people: 40, say }));
}
if (isChosen("convergence")) {
  for (const seed of SEEDS) {
    console.log(`${OPERATIONS} edits by six people on a bad network beside a hostile editor, seed ${seed}:`);
    judgeConvergence(seed, await runConvergence({ app: "production", seed, operations: OPERATIONS, withPdf: seed === SEEDS[0] }));
  }
}
console.log(process.exitCode ? "\nNot proven." : "\nProven.");

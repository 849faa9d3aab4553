import { ensureGenerated } from "@/scripts/lib/sources.mjs";
import { CHECKOUT } from "./mutant";
import { MUTANTS } from "./mutants";
import { runMutants } from "./run-mutants";

// npm run proof -- mutants [words]: each fault of the list, put into a copy of the code, is noticed by the tests named for it.

const words = process.argv.slice(process.argv.indexOf("mutants") + 1);
const isAll = !process.argv.includes("mutants") || words.length === 0;
const chosen = isAll ? MUTANTS : MUTANTS.filter(({ name, file }) => words.some((word) => `${file} ${name}`.includes(word)));

// The copy takes along what is made from the sources.
await ensureGenerated(CHECKOUT);
console.log(`${chosen.length} faults, one after the other:`);
const outcomes = await runMutants(chosen, (line) => console.log(`  ${line}`));
const missed = [...outcomes.values()].filter((outcome) => !outcome.startsWith("killed")).length;
const isProven = missed === 0 && chosen.length > 0;
if (!isProven) process.exitCode = 1;
console.log(isProven ? "\nProven: every fault is noticed." : `\nNot proven: ${missed} not noticed.`);

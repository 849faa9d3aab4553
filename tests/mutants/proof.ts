import { MUTANTS } from "./mutants";
import { runMutants } from "./run-mutants";

// npm run proof -- mutants: each fault of the list, put into a copy of the code, is noticed by the tests named for it.

console.log(`${MUTANTS.length} faults, one after the other:`);
const outcomes = await runMutants(MUTANTS, (line) => console.log(`  ${line}`));
const missed = [...outcomes.values()].filter((outcome) => !outcome.startsWith("killed")).length;
if (missed > 0) process.exitCode = 1;
console.log(missed > 0 ? `\nNot proven: ${missed} not noticed.` : "\nProven: every fault is noticed.");

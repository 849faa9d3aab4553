import { tsImport } from "tsx/esm/api";

// Some minutes each; they share their TypeScript with the tests. "fuzz" makes hostile documents, "mutants" puts faults
// into a copy of the code and looks whether the tests notice, "upgrade" migrates a database that an earlier version made;
// the other parts kill -9 and let people write at once.
const APART = { fuzz: "../tests/exports/fuzz/fuzz-proof.ts", mutants: "../tests/mutants/proof.ts", upgrade: "../tests/upgrade/proof.ts" };

const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));

// "mutants" takes words after it: those whose name or file holds one of them.
const isOnlyMutants = wanted[0] === "mutants";

for (const [part, file] of Object.entries(APART)) {
  if (wanted.length === 0 || (isOnlyMutants ? part === "mutants" : wanted.includes(part))) await tsImport(file, import.meta.url);
}
if (!isOnlyMutants && (wanted.length === 0 || wanted.some((part) => !(part in APART)))) await tsImport("../tests/durability/proof.ts", import.meta.url);

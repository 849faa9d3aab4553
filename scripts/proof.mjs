import { tsImport } from "tsx/esm/api";

// Some minutes each; they share their TypeScript with the tests. "fuzz" makes hostile documents, "mutants" puts faults
// into a copy of the code and looks whether the tests notice; the other parts kill -9 and let people write at once.
const APART = { fuzz: "../tests/pdf/fuzz-proof.ts", mutants: "../tests/mutants/proof.ts" };

const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));

for (const [part, file] of Object.entries(APART)) {
  if (wanted.length === 0 || wanted.includes(part)) await tsImport(file, import.meta.url);
}
if (wanted.length === 0 || wanted.some((part) => !(part in APART))) await tsImport("../tests/durability/proof.ts", import.meta.url);

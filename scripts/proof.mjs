import { tsImport } from "tsx/esm/api";

// Some minutes each; they share their TypeScript with the tests. "fuzz" makes hostile documents and needs no database;
// the other parts kill -9 and let people write at once.
const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));

if (wanted.length === 0 || wanted.includes("fuzz")) await tsImport("../tests/pdf/fuzz-proof.ts", import.meta.url);
if (wanted.length === 0 || wanted.some((part) => part !== "fuzz")) await tsImport("../tests/durability/proof.ts", import.meta.url);

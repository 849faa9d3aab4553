import { requirePdfPrograms } from "@/scripts/lib/pdf-programs.mjs";
import { fuzzPdf } from "./fuzz";

// npm run proof -- fuzz: what the normal suite shows with 15 documents, with a thousand. Another first seed: fuzz 5000.

const DOCUMENTS = 1_000;

await requirePdfPrograms(process.cwd());
const firstSeed = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 1);
const begun = Date.now();
console.log(`${DOCUMENTS} hostile documents as PDF, from seed ${firstSeed}:`);
const figures = await fuzzPdf(firstSeed, DOCUMENTS, (line) => console.log(`  ${line}`));
console.log({ ...figures, seconds: Math.round((Date.now() - begun) / 1000) });
if (figures.failures.length > 0 || figures.documents < DOCUMENTS) {
  console.error("NOT PROVEN: every hostile document becomes a whole PDF/UA-1 file that shows or counts every character");
  process.exitCode = 1;
}

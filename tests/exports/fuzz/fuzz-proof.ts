import { requirePdfPrograms } from "@/scripts/lib/pdf-programs.mjs";
import { fuzzPdf } from "./fuzz";
import { fuzzFormats } from "./fuzz-formats";

// npm run proof -- fuzz: what the normal suite shows with 15 documents, with a thousand. Another first seed: fuzz 5000.

const DOCUMENTS = 1_000;
/** Each in four more formats, with a process for each file. */
const IN_EVERY_FORMAT = 50;

await requirePdfPrograms(process.cwd());
const firstSeed = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 1);
const begun = Date.now();
console.log(`${DOCUMENTS} hostile documents as PDF, from seed ${firstSeed}:`);
const figures = await fuzzPdf(firstSeed, DOCUMENTS, (line) => console.log(`  ${line}`));
console.log({ ...figures, seconds: Math.round((Date.now() - begun) / 1000) });
const others: string[] = [];
for (let seed = firstSeed; seed < firstSeed + IN_EVERY_FORMAT; seed += 1) others.push(...(await fuzzFormats(seed)));
console.log(`${IN_EVERY_FORMAT} of them as Word, Excel, CSV and JSON:`, others.length === 0 ? "no failures" : others);
if (others.length > 0 || figures.failures.length > 0 || figures.documents < DOCUMENTS) {
  console.error("NOT PROVEN: every hostile document becomes a whole file that shows or counts every character");
  process.exitCode = 1;
}

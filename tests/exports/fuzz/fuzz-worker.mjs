/**
 * Sets many PrintDocuments one after the other with the parts of lib/exports/pdf: a line of JSON each on stdin, a line of
 * JSON each on stdout, the files in the folder named. Ends itself when stdin ends; the compiler's memory grows with each.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { createNativeEngine } from "../../../lib/exports/pdf/engine-native.mjs";
import { createPrintable } from "../../../lib/exports/pdf/printable.mjs";

const [folder] = process.argv.slice(2);
const printable = createPrintable("lib/exports/pdf/fonts/coverage.json");
const engine = await createNativeEngine("lib/exports/typst", ["lib/exports/pdf/fonts"]);

for await (const line of createInterface({ input: process.stdin })) {
  const { seed, document } = JSON.parse(line);
  const begun = performance.now();
  try {
    const printed = printable(document);
    const { bytes, refusal, pages } = await engine.render(printed.document);
    writeFileSync(path.join(folder, `${seed}.pdf`), bytes);
    const milliseconds = Math.round(performance.now() - begun);
    console.log(JSON.stringify({ seed, refusal, pages, notShown: printed.notShown.count, milliseconds }));
  } catch (error) {
    console.log(JSON.stringify({ seed, error: String(error?.message ?? error).slice(0, 2000) }));
  }
}

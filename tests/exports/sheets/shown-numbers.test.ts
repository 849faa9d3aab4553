import { expect, it } from "vitest";
import { makeXlsx } from "@/lib/exports/sheets/xlsx.mjs";
import { formatFraction, formatPercent } from "@/lib/domain/text/rounding";
import { readXlsx, rowsOf, unzipTexts } from "./read-sheets";

interface Shown {
  readonly number: number;
  readonly words: string;
}

const shares: Shown[] = [];
for (let answered = 2; answered <= 20; answered++) {
  for (let halves = 0; halves <= 2 * answered; halves++) {
    const fraction = { numerator: halves, denominator: 2 * answered };
    shares.push({ number: halves / 2 / answered, words: formatPercent(fraction) });
  }
}

const scores: Shown[] = [];
for (let rated = 2; rated <= 21; rated++) {
  for (let sum = rated; sum <= 5 * rated; sum++) {
    scores.push({ number: sum / rated, words: formatFraction({ numerator: sum, denominator: rated }, 1) });
  }
}

async function written(kind: "score" | "share", shown: readonly Shown[]) {
  const table = { name: "Numbers", title: "Numbers", explanation: "Numbers.", columns: [{ label: "Shown", kind }], rows: shown.map(({ number }) => [number]) };
  const bytes = Buffer.from(await makeXlsx({ title: "Numbers", author: "Us", at: new Date("2026-03-31T14:00:00Z"), tables: [table] }));
  const cells = rowsOf(await readXlsx(bytes), "Numbers").map((row) => row["Shown"] as number);
  return { cells, styles: unzipTexts(bytes).get("xl/styles.xml") ?? "" };
}

/** The ways in which programs round: as a binary number, by its exact decimals, and to 15 digits first, as Excel does. */
const PROGRAMS: readonly ((number: number, decimals: number) => string)[] = [
  (number, decimals) => (Math.round(number * 10 ** decimals) / 10 ** decimals).toFixed(decimals),
  (number, decimals) => number.toFixed(decimals),
  (number, decimals) => (Math.round(Number((number * 10 ** decimals).toPrecision(15))) / 10 ** decimals).toFixed(decimals),
];

it.each([
  ["share", shares, "0%", (number: number, program: (typeof PROGRAMS)[number]) => `${program(number * 100, 0)}%`],
  ["score", scores, "0.0", (number: number, program: (typeof PROGRAMS)[number]) => program(number, 1)],
] as const)("a %s in Excel shows what the page shows, in every program", async (kind, shown, format, show) => {
  const { cells, styles } = await written(kind, shown);
  expect(styles).toContain(`formatCode="${format}"`);
  expect(cells).toHaveLength(shown.length);
  shown.forEach(({ number, words }, index) => {
    const cell = cells[index] ?? Number.NaN;
    expect(Math.abs(cell - number)).toBeLessThan(1e-15 * 4);
    expect(PROGRAMS.map((program) => show(cell, program)), String(number)).toEqual(PROGRAMS.map(() => words));
  });
});

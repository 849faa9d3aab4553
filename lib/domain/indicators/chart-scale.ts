/** The heights that a chart names, the lowest first: from 0 to above everything shown, in two to four round steps. */
export function chartTicks(highest: number): readonly number[] {
  if (!(highest > 0)) return [0, 1];
  const { tenths, power } = roundStep(highest / 2);
  // Whole numbers, divided once at most: steps of 0.1 added up would not be 0.3.
  const tick = (index: number) => (power > 0 ? tenths * index * 10 ** (power - 1) : (tenths * index) / 10 ** (1 - power));
  let steps = 1;
  while (tick(steps) < highest) steps++;
  return Array.from({ length: steps + 1 }, (_, index) => tick(index));
}

/** Of a part of a whole, whose whole is known. */
export const PERCENT_TICKS: readonly number[] = [0, 50, 100];

interface RoundStep {
  /** 10, 20, 25, 50 or 100. */
  readonly tenths: number;
  readonly power: number;
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(least: number): RoundStep {
  const power = Math.floor(Math.log10(least));
  const tenths = [10, 20, 25, 50, 100].find((candidate) => candidate * 10 ** power >= least * 10) ?? 100;
  return { tenths, power };
}

const LARGE: readonly (readonly [least: number, name: string])[] = [
  [1e9, "B"],
  [1e6, "M"],
  [1e4, "k"],
];

/** A tick beside its line: "2.5", "500", "20k", "1.5M". */
export function nameTick(tick: number): string {
  const [, name] = LARGE.find(([least]) => tick >= least) ?? [];
  const unit = { B: 1e9, M: 1e6, k: 1e3 }[name ?? ""] ?? 1;
  return `${tick / unit}${name ?? ""}`;
}

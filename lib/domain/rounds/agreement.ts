import type { Fraction } from "@/lib/domain/text/rounding";
import type { RoundScale } from "./round-values";

/** How many people chose each step of a scale, from the lowest to the highest. */
export type StepCounts = readonly number[];

/** Below this nothing of an item is shown: with two, each knows what the other chose. */
export const FEWEST_RATERS = 3;

export interface Agreement {
  /** How many chose a step; D/K is not among them. */
  readonly raters: number;
  /** Average deviation about the mean, in steps; exact, so that no bound is missed by rounding. */
  readonly deviation: Fraction;
  /** The views differ so far that the team should talk. */
  readonly isFlagged: boolean;
  /** Scores that somebody gave (nearest rank). */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

export function countRaters(counts: StepCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Sums over the people behind the counts. */
function sumOver(scale: RoundScale, counts: StepCounts, of: (score: number) => number): number {
  return scale.steps.reduce((sum, { score }, index) => sum + of(score) * (counts[index] ?? 0), 0);
}

/** The mean distance from the mean: (Σ |x − m|) ÷ n with m = Σx ÷ n, multiplied out by n². */
export function averageDeviation(scale: RoundScale, counts: StepCounts): Fraction {
  const raters = countRaters(counts);
  const sum = sumOver(scale, counts, (score) => score);
  return { numerator: sumOver(scale, counts, (score) => Math.abs(raters * score - sum)), denominator: raters * raters };
}

/** The score of the person at this share of the row, counted from the lowest: always one that somebody gave. */
function nearestRank(scale: RoundScale, counts: StepCounts, quarters: 1 | 2 | 3): number {
  const rank = Math.ceil((countRaters(counts) * quarters) / 4);
  let passed = 0;
  for (const [index, { score }] of scale.steps.entries()) {
    passed += counts[index] ?? 0;
    if (passed >= rank) return score;
  }
  throw new RangeError("nobody chose a step");
}

/** At least a third chose the low end and at least a third the high end (RAND/UCLA). */
function isSplitInThirds(scale: RoundScale, counts: StepCounts): boolean {
  const raters = countRaters(counts);
  const inGroup = (group: "low" | "high") =>
    scale.steps.reduce((sum, step, index) => sum + (step.group === group ? (counts[index] ?? 0) : 0), 0);
  return inGroup("low") * 3 >= raters && inGroup("high") * 3 >= raters;
}

/** How far the raters of an item agree; null below three, of whom nothing is shown. */
export function measureAgreement(scale: RoundScale, counts: StepCounts): Agreement | null {
  const raters = countRaters(counts);
  if (raters < FEWEST_RATERS) return null;
  const deviation = averageDeviation(scale, counts);
  return {
    raters,
    deviation,
    isFlagged: deviation.numerator * 10 > scale.flaggedAboveTenths * deviation.denominator || isSplitInThirds(scale, counts),
    lowerQuartile: nearestRank(scale, counts, 1),
    median: nearestRank(scale, counts, 2),
    upperQuartile: nearestRank(scale, counts, 3),
  };
}

import { describe, expect, test } from "vitest";
import { averageDeviation, measureAgreement, type StepCounts } from "@/lib/domain/rounds/agreement";
import { RATING_SCALE, type RoundScale, scaleOf, STATUS_SCALE } from "@/lib/domain/rounds/round-values";
import type { Fraction } from "@/lib/domain/text/rounding";
import { seededRandom } from "@/tests/support/seeded-random";

/** How many chose each step, from what each person chose. */
function countsOf(scale: RoundScale, scores: readonly number[]): StepCounts {
  return scale.steps.map(({ score }) => scores.filter((one) => one === score).length);
}

const valueOf = ({ numerator, denominator }: Fraction) => numerator / denominator;

// An independent plain implementation over the list of people, as the rules are read out; a hair's width keeps floats off the bounds.
const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
const plainDeviation = (scores: readonly number[]) => mean(scores.map((score) => Math.abs(score - mean(scores))));
const share = (scores: readonly number[], fits: (score: number) => boolean) => scores.filter(fits).length / scores.length;
const isAbove = (one: number, bound: number) => one - bound > 1e-9;

function plainIsFlagged(scores: readonly number[], { low, high, bound }: { low: number; high: number; bound: number }): boolean {
  const third = 1 / 3 - 1e-9;
  return isAbove(plainDeviation(scores), bound) || (share(scores, (score) => score <= low) >= third && share(scores, (score) => score >= high) >= third);
}

/** The smallest score with at least this share of people at or below it. */
function plainQuantile(scores: readonly number[], quarters: number): number {
  const sorted = [...scores].sort((a, b) => a - b);
  return sorted.find((score) => share(sorted, (one) => one <= score) >= quarters / 4 - 1e-9) as number;
}

describe("ratings of 1 to 5", () => {
  test.each([
    { ratings: [3, 4, 4, 5], deviation: 0.5, isFlagged: false },
    { ratings: [2, 2, 5, 5], deviation: 1.5, isFlagged: true },
    // The mockup's own: a third low, more than a third high.
    { ratings: [1, 2, 2, 3, 3, 4, 4, 5, 5, 5], deviation: 1.2, isFlagged: true },
    { ratings: [2, 4, 4, 4], deviation: 0.75, isFlagged: false },
    // A third on each end flags, however many stand between them.
    { ratings: [2, 3, 4], deviation: 2 / 3, isFlagged: true },
    { ratings: [4, 4, 4], deviation: 0, isFlagged: false },
  ])("$ratings have an average deviation of $deviation, flagged: $isFlagged", ({ ratings, deviation, isFlagged }) => {
    const agreement = measureAgreement(RATING_SCALE, countsOf(RATING_SCALE, ratings));
    expect(agreement?.deviation && valueOf(agreement.deviation)).toBeCloseTo(deviation, 10);
    expect(agreement?.isFlagged).toBe(isFlagged);
  });

  test("a deviation of exactly 0.8 is not above 0.8", () => {
    // Four of ten are two steps from the mean; two in ten are no third.
    const counts = countsOf(RATING_SCALE, [3, 3, 3, 5, 5, 3, 3, 3, 1, 1]);
    expect(valueOf(averageDeviation(RATING_SCALE, counts))).toBeCloseTo(0.8, 10);
    expect(measureAgreement(RATING_SCALE, counts)?.isFlagged).toBe(false);
  });

  test("two raters show nothing", () => {
    expect(measureAgreement(RATING_SCALE, countsOf(RATING_SCALE, [1, 5]))).toBeNull();
  });

  test("median and quartiles are ratings that somebody gave", () => {
    expect(measureAgreement(RATING_SCALE, countsOf(RATING_SCALE, [1, 2, 2, 3, 3, 4, 4, 5, 5, 5]))).toMatchObject({ lowerQuartile: 2, median: 3, upperQuartile: 5 });
    expect(measureAgreement(RATING_SCALE, countsOf(RATING_SCALE, [1, 1, 5, 5]))).toMatchObject({ lowerQuartile: 1, median: 1, upperQuartile: 5 });
  });
});

describe("Yes, In Progress and No", () => {
  test.each([
    { statuses: [3, 3, 2], isFlagged: false },
    { statuses: [3, 3, 2, 2], isFlagged: false },
    { statuses: [3, 3, 1, 1], isFlagged: true },
    { statuses: [3, 3, 1], isFlagged: true },
    { statuses: [3, 2, 1], isFlagged: true },
    { statuses: [3, 3, 3, 3, 3, 3, 3, 3, 3, 1], isFlagged: false },
  ])("$statuses flagged: $isFlagged", ({ statuses, isFlagged }) => {
    expect(measureAgreement(STATUS_SCALE, countsOf(STATUS_SCALE, statuses))?.isFlagged).toBe(isFlagged);
  });

  test("only ratings and statuses have a scale", () => {
    expect([scaleOf("rating"), scaleOf("status"), scaleOf("text"), scaleOf("table")]).toEqual([RATING_SCALE, STATUS_SCALE, null, null]);
    expect(STATUS_SCALE.steps.map(({ value, group }) => [value, group])).toEqual([["no", "low"], ["in-progress", "middle"], ["yes", "high"]]);
  });
});

describe.each([
  { name: "ratings", scale: RATING_SCALE, rule: { low: 2, high: 4, bound: 0.8 } },
  { name: "statuses", scale: STATUS_SCALE, rule: { low: 1, high: 3, bound: 0.5 } },
])("$name, against the plain implementation", ({ scale, rule }) => {
  test("agree for many random rounds", () => {
    const random = seededRandom(20261201);
    for (let round = 0; round < 4_000; round += 1) {
      const scores = Array.from({ length: Math.floor(random() * 18) }, () => 1 + Math.floor(random() * scale.steps.length));
      const agreement = measureAgreement(scale, countsOf(scale, scores));
      if (scores.length < 3) {
        expect(agreement).toBeNull();
        continue;
      }
      expect(valueOf((agreement as NonNullable<typeof agreement>).deviation)).toBeCloseTo(plainDeviation(scores), 9);
      expect({ scores, ...agreement }).toMatchObject({
        raters: scores.length,
        isFlagged: plainIsFlagged(scores, rule),
        lowerQuartile: plainQuantile(scores, 1),
        median: plainQuantile(scores, 2),
        upperQuartile: plainQuantile(scores, 3),
      });
    }
  });
});

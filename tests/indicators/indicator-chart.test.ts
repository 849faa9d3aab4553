import { describe, expect, test } from "vitest";
import { chartTicks, nameTick } from "@/lib/domain/indicators/chart-scale";
import type { Indicator, IndicatorValue } from "@/lib/domain/indicators/indicator";
import { drawIndicator } from "@/lib/indicators/indicator-chart";
import { personOf } from "@/lib/domain/people/person";

test.each([
  [0, [0, 1]],
  [1, [0, 0.5, 1]],
  [0.3, [0, 0.2, 0.4]],
  [3, [0, 2, 4]],
  [4, [0, 2, 4]],
  [5, [0, 2.5, 5]],
  [7, [0, 5, 10]],
  [12, [0, 10, 20]],
  [41, [0, 25, 50]],
  [100, [0, 50, 100]],
  [101, [0, 100, 200]],
  [1_234_567, [0, 1_000_000, 2_000_000]],
])("the heights of a chart up to %d start at 0 and are round", (highest, ticks) => {
  expect(chartTicks(highest)).toEqual(ticks);
});

test("any height is below the highest tick, with four steps at most", () => {
  for (let power = -4; power < 12; power++) {
    for (let digit = 1; digit < 100; digit++) {
      const highest = (digit / 10) * 10 ** power;
      const ticks = chartTicks(highest);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(4);
      expect(ticks.at(-2)).toBeLessThan(highest);
    }
  }
});

test("large numbers are named shortly", () => {
  expect([0, 2.5, 500, 5_000, 20_000, 1_500_000, 2e9].map(nameTick)).toEqual(["0", "2.5", "500", "5000", "20k", "1.5M", "2B"]);
});

function value(day: string, number: string, of: string | null): IndicatorValue {
  return { id: day, on: { day, isMonth: true }, value: number, of, source: "", note: "", entered: { by: personOf("a"), at: "2026-12-01T00:00:00Z" }, earlier: [], removed: null };
}

function indicator(values: readonly IndicatorValue[], more: Partial<Indicator> = {}): Indicator {
  return { id: "i", itemId: "t", rowId: "r", unit: "percent", unitWords: "calls", direction: "up", target: "90", targetOn: "2026-12-31", values, removedValues: [], ...more };
}

const SIX = [9, 12, 11, 11, 16, 18].map((count, index) => value(`2026-0${index + 4}-01`, String(count), "25"));

describe("a drawing", () => {
  test("needs two values", () => {
    expect(drawIndicator(indicator([]), "Reached", 140)).toBeNull();
    expect(drawIndicator(indicator(SIX.slice(0, 1)), "Reached", 140)).toBeNull();
    expect(drawIndicator(indicator(SIX.slice(0, 2)), "Reached", 140)).not.toBeNull();
  });

  test("says in words what it shows", () => {
    expect(drawIndicator(indicator(SIX), "Reached", 140)?.alternative).toBe(
      "Reached. April 2026: 36%, May 2026: 48%, June 2026: 44%, July 2026: 44%, August 2026: 64%, September 2026: 72%. Target 90% by Dec 31, 2026.",
    );
    expect(drawIndicator(indicator(SIX, { target: null, targetOn: null }), "Reached", 140)?.alternative).toMatch(/No target\.$/);
  });

  test("tells many values by their ends and extremes", () => {
    const many = Array.from({ length: 60 }, (_, index) => value(`${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`, String(index === 30 ? 99 : index), "100"));
    const drawn = drawIndicator(indicator(many), "Reached", 140);
    expect(drawn?.alternative).toBe(
      "Reached. 60 values. First, January 2021: 0%. Last, December 2025: 59%. Lowest, January 2021: 0%. Highest, July 2023: 99%. Target 90% by Dec 31, 2026.",
    );
    expect(drawn?.plot.match(/<circle/g)).toHaveLength(1);
  });

  test("has a line through all values, a target line, and no letter under 11 pixels", () => {
    const drawn = drawIndicator(indicator(SIX), "Reached", 140);
    const [, points = ""] = /<polyline points="([^"]*)"/.exec(drawn?.plot ?? "") ?? [];
    const circles = [...(drawn?.plot ?? "").matchAll(/<circle cx="([^"]*)%" cy="([^"]*)"/g)].map(([, x, y]) => `${x},${y}`);
    expect(circles).toHaveLength(6);
    expect(points.split(" ")).toEqual(circles);
    expect(drawn?.plot).toContain("stroke-dasharray");
    expect(drawn?.plot).toContain("Target 90% by Dec 31, 2026");
    expect(drawn?.axis).toContain(">0%<");
    for (const [, size] of `${drawn?.axis}${drawn?.plot}`.matchAll(/font-size="(\d+)px"/g)) expect(Number(size)).toBeGreaterThanOrEqual(11);
  });

  test("stays within its frame, whatever the numbers", () => {
    for (const numbers of [["0", "0"], ["999999999999", "1"], ["0.0001", "0.0002"]] as const) {
      const drawn = drawIndicator(indicator(numbers.map((number, index) => value(`2026-0${index + 1}-01`, number, null)), { unit: "other", target: null }), "X", 140);
      const heights = [...(drawn?.plot ?? "").matchAll(/ c?y[12]?="([-\d.]+)"/g)].map(([, at]) => Number(at));
      expect(heights.every((at) => Number.isFinite(at) && at >= -4 && at <= 144)).toBe(true);
    }
  });

  test("keeps words of the team out of its markup", () => {
    const drawn = drawIndicator(indicator(SIX, { unit: "other", unitWords: "<script>" }), "<b>", 140);
    expect(drawn?.plot).not.toContain("<script>");
  });
});

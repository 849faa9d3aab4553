import { expect, test } from "vitest";
import { compareMeasured, formatMeasuredOn, formatShortOn, readMeasuredOn } from "@/lib/domain/indicators/measured-on";

const month = (day: string) => ({ on: { day, isMonth: true } });
const dayOf = (day: string) => ({ on: { day, isMonth: false } });

test.each([
  ["November 2026", month("2026-11-01")],
  ["nov 2026", month("2026-11-01")],
  ["Sept. 2026", month("2026-09-01")],
  ["  May,  2026 ", month("2026-05-01")],
  ["2026-11", month("2026-11-01")],
  ["11/2026", month("2026-11-01")],
  ["11/15/2026", dayOf("2026-11-15")],
  ["2026-11-15", dayOf("2026-11-15")],
  ["November 15, 2026", dayOf("2026-11-15")],
  ["January 1900", month("1900-01-01")],
  ["December 2200", month("2200-12-01")],
  ["2/29/2024", dayOf("2024-02-29")],
])("%o is read", (typed, expected) => {
  expect(readMeasuredOn(typed)).toEqual(expected);
});

test.each([
  ["", "Write a month"],
  ["November", "Write a month"],
  ["Novembar 2026", "Write a month"],
  ["13/2026", "Write a month"],
  ["2/30/2026", "Write a month"],
  ["November 26", "1900 to 2200"],
  ["November 1899", "1900 to 2200"],
  ["2201-01", "1900 to 2200"],
  ["January 2201", "1900 to 2200"],
  ["1/1/20266", "1900 to 2200"],
  ["x".repeat(100_000), "Write a month"],
])("%o is refused in words", (typed, words) => {
  const read = readMeasuredOn(typed);
  expect("problem" in read && read.problem).toContain(words);
});

test("what is shown can be typed again", () => {
  for (const on of [month("2026-11-01").on, dayOf("2026-11-05").on]) expect(readMeasuredOn(formatMeasuredOn(on))).toEqual({ on });
  expect(formatShortOn(month("2026-11-01").on, false)).toBe("Nov");
  expect(formatShortOn(dayOf("2026-11-05").on, true)).toBe("Nov 5, 2026");
});

test("a month stands before its days, and before the next month", () => {
  const list = [dayOf("2026-11-01").on, month("2026-12-01").on, month("2026-11-01").on];
  expect(list.sort(compareMeasured).map(formatMeasuredOn)).toEqual(["November 2026", "November 1, 2026", "December 2026"]);
});

import { expect, test } from "vitest";
import { showInstant } from "@/lib/domain/rounds/receipt";
import { describeShown } from "@/lib/domain/rounds/round-text";
import { RATING_SCALE } from "@/lib/domain/rounds/round-values";
import { showItem } from "@/lib/domain/rounds/shown-item";

const countsOf = (values: Readonly<Record<string, number>>) => Object.entries(values).map(([value, count]) => ({ itemId: "one", value, count }));
const linesOf = (values: Readonly<Record<string, number>>) => describeShown(RATING_SCALE, showItem(RATING_SCALE, countsOf(values), null));

test("an instant is written by the agency's clock, and the clock is named", () => {
  expect(showInstant("2026-12-01T23:05:00.000Z", { timeZone: "America/Chicago", name: "Central Time" })).toBe("Dec 1, 2026, 5:05 PM, Central Time");
});

test("raters 2, 2, 5, 5 are told as counts that differ, and 3, 4, 4, 5 as close", () => {
  expect(linesOf({ "2": 2, "5": 2 })).toEqual(["2 chose 2 Disagree, 2 chose 5 Strongly Agree. Views differ."]);
  expect(linesOf({ "3": 1, "4": 2, "5": 1 })).toEqual(["1 chose 3 Neutral, 2 chose 4 Agree, 1 chose 5 Strongly Agree. Views are close."]);
});

test("of two raters nothing is told but that there were two, and kinds of D/K only from three on", () => {
  expect(linesOf({ "1": 1, "5": 1 })).toEqual(["Nothing is shown below three. 2 rated this."]);
  expect(linesOf({ "4": 3, "dk-unclear": 2 })[1]).toBe("2 D/K.");
  expect(linesOf({ "4": 3, "dk-unclear": 3 })[1]).toMatch(/^3 D\/K: .*3 /);
});

import { expect, test } from "vitest";
import { formatCounted, formatMeasured, hasSmallCounts, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import { readMeasured, readNumber, readTarget } from "@/lib/domain/indicators/read-number";

test.each([
  ["12", "12"],
  [" 12 ", "12"],
  ["0", "0"],
  ["007", "7"],
  ["3.40", "3.4"],
  ["3.0", "3"],
  ["0.1", "0.1"],
  ["999999999999", "999999999999"],
  ["1.234", "1.234"],
])("%o is read as %s", (typed, number) => {
  expect(readNumber(typed, "Count")).toEqual({ number });
});

test.each([
  ["", "is blank"],
  ["   ", "is blank"],
  ["12,5", "leave out the comma"],
  ["1,200", "leave out the comma"],
  ["72%", "leave out the percent sign"],
  ["-3", "below 0"],
  ["−3", "below 0"],
  ["1e400", "“1e400” is no number"],
  ["1e2", "is no number"],
  ["NaN", "is no number"],
  ["Infinity", "is no number"],
  ["0x10", "is no number"],
  ["1.2.3", "is no number"],
  [".5", "is no number"],
  ["5.", "is no number"],
  ["twelve", "is no number"],
  ["１２", "is no number"],
  ["1000000000000", "too large"],
  ["1.2345", "3 decimals or fewer"],
  ["9".repeat(100_000), "is no number"],
  ["<b>1</b>", "is no number"],
])("%o is refused by name: %s", (typed, words) => {
  const read = readNumber(typed, "Count");
  expect(read).toHaveProperty("problem");
  expect("problem" in read && read.problem).toContain(words);
  expect("problem" in read && read.problem).toMatch(/^Count/);
  expect("problem" in read && read.problem.length).toBeLessThan(200);
});

test("a part of a whole is two counts, the part no more than the whole", () => {
  expect(readMeasured("percent", { value: "18", of: "25" })).toEqual({ number: { value: "18", of: "25" } });
  expect(readMeasured("percent", { value: "0", of: "25" })).toEqual({ number: { value: "0", of: "25" } });
  const problems = (value: string, of: string) => {
    const read = readMeasured("percent", { value, of }, "calls");
    return "problems" in read ? read.problems : {};
  };
  expect(problems("1", "0").of).toBe("Of how many calls is 0. There is no percent of nothing: leave this month out, or say so in a note.");
  expect(problems("26", "25").value).toBe("How many (26) is more than the whole (25). Check both numbers.");
  expect(problems("1.5", "25").value).toContain("whole number");
  expect(Object.keys(problems("", ""))).toEqual(["value", "of"]);
});

test("a count is whole, a score is not, and neither has a whole", () => {
  expect(readMeasured("count", { value: "3.4", of: "" })).toEqual({ problems: { value: "Count is a count: use a whole number." } });
  expect(readMeasured("score", { value: "3.4", of: "9" })).toEqual({ number: { value: "3.4", of: null } });
});

test("a target may be blank; of a part of a whole it is 100 at most, with or without its sign", () => {
  expect(readTarget("percent", "")).toEqual({ target: null });
  expect(readTarget("percent", "90")).toEqual({ target: "90" });
  expect(readTarget("percent", "90 %")).toEqual({ target: "90" });
  expect(readTarget("percent", "101")).toHaveProperty("problem");
  expect(readTarget("count", "101")).toEqual({ target: "101" });
  expect(readTarget("count", "90%")).toHaveProperty("problem");
});

test("what is shown is the fraction itself, rounded half up", () => {
  const percent = (value: string, of: string) => formatMeasured({ value, of });
  expect(percent("18", "25")).toBe("72%");
  expect(percent("1", "8")).toBe("13%");
  expect(percent("23", "40")).toBe("58%");
  expect(percent("999999999999", "1000000000000")).toBe("100%");
  expect(formatMeasured({ value: "1234567.25", of: null })).toBe("1,234,567.25");
  expect(formatCounted({ unitWords: "calls" }, { value: "1800", of: "2500" })).toBe("1,800 of 2,500 calls");
});

test("counts under 10 may point to people; none at all, and scores, point to nobody", () => {
  const values = (value: string, of: string | null) => [{ value, of }] as unknown as readonly IndicatorValue[];
  expect(hasSmallCounts({ unit: "count", values: values("9", null) })).toBe(true);
  expect(hasSmallCounts({ unit: "count", values: values("10", null) })).toBe(false);
  expect(hasSmallCounts({ unit: "count", values: values("0", null) })).toBe(false);
  expect(hasSmallCounts({ unit: "percent", values: values("12", "40") })).toBe(false);
  expect(hasSmallCounts({ unit: "percent", values: values("4", "40") })).toBe(true);
  expect(hasSmallCounts({ unit: "score", values: values("3.4", null) })).toBe(false);
});

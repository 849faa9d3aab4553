import { describe, expect, it } from "vitest";
import { DATE_PROBLEM, findDateProblem, readTypedDate, YEAR_PROBLEM } from "@/lib/domain/text/dates";

describe("a typed date", () => {
  it.each([
    ["2026-03-15", "2026-03-15"],
    ["2026-3-5", "2026-03-05"],
    ["2026-03-15 00:00:00", "2026-03-15"],
    ["3/15/2026", "2026-03-15"],
    ["03/05/2026", "2026-03-05"],
    ["03-15-2026", "2026-03-15"],
    [" 3/15/2026 ", "2026-03-15"],
    ["3/15/2026 0:00", "2026-03-15"],
    ["March 15, 2026", "2026-03-15"],
    ["Sept. 1, 2026", "2026-09-01"],
    ["Mar 15 2026", "2026-03-15"],
    ["15-Mar-2026", "2026-03-15"],
    ["15 march 2026", "2026-03-15"],
    ["2/29/2028", "2028-02-29"],
    ["1/1/1900", "1900-01-01"],
    ["12/31/2200", "2200-12-31"],
  ])("%s is the day %s", (text, date) => {
    expect(readTypedDate(text)).toEqual({ date });
  });

  it.each(["03/15/26", "3/15/26", "15-Mar-26", "March 15, 26", "3/15/026", "0026-03-15", "3/15/1899", "1/1/2201", "3/15/20266", "12026-03-15"])(
    "%s has a year that is asked about, never guessed",
    (text) => {
      expect(readTypedDate(text)).toEqual({ problem: YEAR_PROBLEM });
    },
  );

  it.each(["", "soon", "2/30/2026", "2/29/2026", "2/29/1900", "15/3/2026", "3/0/2026", "0/3/2026", "2026-13-01", "15.3.2026", "3/15", "3/15/2026 10:30", `3/15/${"2".repeat(50_000)}`])(
    "%s is no date",
    (text) => {
      expect(readTypedDate(text)).toEqual({ problem: expect.stringContaining("such as 3/31/2026") });
    },
  );
});

describe("a date to be stored", () => {
  it("is a real day of a year from 1900 to 2200", () => {
    expect(["1900-01-01", "2000-02-29", "2026-12-31", "2200-12-31"].map(findDateProblem)).toEqual([null, null, null, null]);
    expect(["0026-03-15", "1899-12-31", "2201-01-01", "9999-12-31"].map(findDateProblem)).toEqual(Array(4).fill(YEAR_PROBLEM));
    expect(["", "26-03-15", "2026-3-1", "2026-02-29", "2026-00-10", "2026-03-32", "2026-03-15T00:00"].map(findDateProblem)).toEqual(
      Array(7).fill(DATE_PROBLEM),
    );
  });
});

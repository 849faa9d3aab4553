import { expect, test } from "vitest";
import { dayOf, describeDue, formatDay } from "@/lib/domain/text/due-words";

test.each([
  ["2026-11-20", "Overdue, was due Nov 20, 2026", true],
  ["2026-11-22", "Due today", false],
  ["2026-11-23", "Due tomorrow", false],
  ["2026-11-29", "Due in 7 days, Nov 29, 2026", false],
  ["2026-11-30", "Due Nov 30, 2026", false],
])("on November 22, %s is told as %j", (day, text, isOverdue) => {
  expect(describeDue(day, "2026-11-22")).toEqual({ text, isOverdue });
});

test("days are counted across the change of the clocks", () => {
  expect(describeDue("2026-11-02", "2026-10-31").text).toBe("Due in 2 days, Nov 2, 2026");
});

test("a day is the same day wherever it is read", () => {
  expect(formatDay("2026-12-01")).toBe("Dec 1, 2026");
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

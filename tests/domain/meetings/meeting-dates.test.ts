import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEETING_FREQUENCIES, nextMeetingDay } from "@/lib/domain/meetings/meeting-dates";

describe("the next meeting, by what the team wrote of its first one", () => {
  test.each([
    ["2026-12-03", "monthly", "2026-12-01", "2026-12-03", "the first one is still to come"],
    ["2026-09-03", "weekly", "2026-12-01", "2026-12-03", "every seven days"],
    ["2026-09-03", "weekly", "2026-12-03", "2026-12-03", "today counts"],
    ["2026-09-03", "biweekly", "2026-12-01", "2026-12-10", "every fourteen days"],
    ["2026-09-03", "monthly", "2026-12-01", "2026-12-03", "the first Thursday"],
    ["2026-09-03", "monthly", "2026-12-04", "2027-01-07", "the first Thursday of the next month, over the year"],
    ["2026-07-31", "monthly", "2026-12-01", "2026-12-25", "a fifth Friday becomes the last one"],
  ] as const)("%s, %s, seen on %s: %s (%s)", (first, frequency, today, expected, _why) => {
    expect(nextMeetingDay(first, frequency, today)).toBe(expected);
  });

  test("nothing is suggested where the answers don't say", () => {
    expect(nextMeetingDay(null, "weekly", "2026-12-01")).toBeNull();
    expect(nextMeetingDay("2026-01-01", null, "2026-12-01")).toBeNull();
    expect(nextMeetingDay("2026-01-01", "other", "2026-12-01")).toBeNull();
    expect(nextMeetingDay("not a date", "weekly", "2026-12-01")).toBeNull();
  });

  test("it is never in the past, and on the first one's weekday", () => {
    const day = fc.date({ min: new Date("2001-01-01"), max: new Date("2199-12-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom(...MEETING_FREQUENCIES), (first, today, frequency) => {
        const next = nextMeetingDay(first, frequency, today) as string;
        expect(next >= today).toBe(true);
        expect(new Date(next).getUTCDay()).toBe(new Date(first).getUTCDay());
      }),
    );
  });
});

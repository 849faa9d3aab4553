import { describe, expect, test } from "vitest";
import { addDays, instantOf, isTimeZone, localDay, weekdayOf } from "@/lib/domain/reminders/local-time";
import { nextRound } from "@/lib/domain/reminders/rounds";

const CHICAGO = "America/Chicago";

describe("a clock somewhere", () => {
  test.each([
    ["2026-12-01", 8, CHICAGO, "2026-12-01T14:00:00.000Z"],
    ["2026-07-01", 8, CHICAGO, "2026-07-01T13:00:00.000Z"],
    ["2026-12-01", 0, "Pacific/Guam", "2026-11-30T14:00:00.000Z"],
    ["2026-12-01", 23, "Pacific/Pago_Pago", "2026-12-02T10:00:00.000Z"],
    ["2026-12-01", 8, "Asia/Kathmandu", "2026-12-01T02:15:00.000Z"],
    // 2 AM is passed over: the moment after it, 3 AM.
    ["2026-03-08", 2, CHICAGO, "2026-03-08T08:00:00.000Z"],
    ["2026-03-08", 3, CHICAGO, "2026-03-08T08:00:00.000Z"],
    // 1 AM comes twice: the first.
    ["2026-11-01", 1, CHICAGO, "2026-11-01T06:00:00.000Z"],
    ["2026-11-01", 2, CHICAGO, "2026-11-01T08:00:00.000Z"],
    // Midnight is passed over.
    ["2026-09-06", 0, "America/Santiago", "2026-09-06T04:00:00.000Z"],
  ])("shows %s, hour %i in %s at %s", (day, hour, zone, at) => {
    expect(instantOf(day, hour, zone).toISOString()).toBe(at);
  });

  test("says which day it is there", () => {
    const at = new Date("2026-12-01T05:30:00Z");
    expect(localDay(at, CHICAGO)).toBe("2026-11-30");
    expect(localDay(at, "America/New_York")).toBe("2026-12-01");
    expect(localDay(at, "Pacific/Guam")).toBe("2026-12-01");
  });

  test("days go on over months, leap years and years; Monday is the first of a week", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect([weekdayOf("2026-11-30"), weekdayOf("2026-12-06")]).toEqual([1, 7]);
  });

  test.each([
    ["America/Chicago", true],
    ["UTC", true],
    ["+05:00", false],
    ["Mars/Olympus", false],
    ["", false],
  ])("takes %o for a zone: %s", (zone, is) => {
    expect(isTimeZone(zone)).toBe(is);
  });
});

describe("the next round", () => {
  const next = (after: string, hour = 8, zone = CHICAGO) => {
    const { at, day } = nextRound({ hour }, zone, new Date(after));
    return `${day} ${at.toISOString()}`;
  };

  test("is today's until its moment, then tomorrow's", () => {
    expect(next("2026-12-01T13:59:59Z")).toBe("2026-12-01 2026-12-01T14:00:00.000Z");
    expect(next("2026-12-01T14:00:00Z")).toBe("2026-12-02 2026-12-02T14:00:00.000Z");
    expect(next("2026-12-01T05:30:00Z")).toBe("2026-12-01 2026-12-01T14:00:00.000Z");
  });

  test.each([
    ["spring", "2026-03-06T15:00:00Z"],
    ["autumn", "2026-10-30T15:00:00Z"],
  ])("comes once for each day through the change of clocks in %s, at the hour the clock shows", (_when, from) => {
    for (const hour of [0, 1, 2, 3, 8, 23]) {
      const days: string[] = [];
      let after = new Date(from);
      for (let count = 0; count < 5; count += 1) {
        const { at, day } = nextRound({ hour }, CHICAGO, after);
        expect(at > after).toBe(true);
        expect(localDay(at, CHICAGO)).toBe(day);
        days.push(day);
        after = at;
      }
      expect(days, `${hour}`).toEqual(days.map((_, index) => addDays(days[0] as string, index)));
    }
  });
});

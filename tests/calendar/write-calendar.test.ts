import ICAL from "ical.js";
import { afterEach, describe, expect, test } from "vitest";
import type { CalendarEntry } from "@/lib/calendar/calendar-entry";
import { tagOf, writeCalendar } from "@/lib/calendar/write-calendar";

const APP = "https://workbook.example";
const NOW = new Date("2026-12-01T12:00:00Z");
const write = (entries: readonly CalendarEntry[]) => writeCalendar(entries, { appUrl: APP, now: NOW });
const due = (more: Partial<CalendarEntry> = {}) => ({ kind: "day", key: "action/1", day: "2026-12-04", title: "Due: An action in Idea #2", teamName: "Core team", path: "/teams/1/tools/12#t12", ...more }) as CalendarEntry;
const read = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe.each(["Pacific/Pago_Pago", "America/Chicago", "Pacific/Kiritimati"])("written and read in %s", (here) => {
  test.each(["2026-12-04", "2028-02-29", "2027-01-01", "2026-03-08", "2026-11-01"])("%s is that day, for a whole day", (day) => {
    process.env.TZ = here;
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(here);
    const file = write([due({ day } as Partial<CalendarEntry>)]);
    expect(file).toContain(`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}\r\n`);
    const [event] = read(file);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(day);
    expect(event?.duration.toSeconds()).toBe(86_400);
  });

  test("a time is that moment", () => {
    process.env.TZ = here;
    const [start, end] = [new Date("2026-12-04T16:30:00Z"), new Date("2026-12-04T17:30:00Z")];
    const { key, title, teamName, path } = due();
    const [event] = read(write([{ kind: "time", key, title, teamName, path, start, end }]));
    expect(event?.startDate.toJSDate()).toEqual(start);
    expect(event?.endDate.toJSDate()).toEqual(end);
  });
});

test("texts come through whole: commas, semicolons, backslashes, line ends, and letters of any length and script", () => {
  const teamName = `Équipe; "A", B\\C 東京 ${"ấ🙂".repeat(60)}`;
  const file = write([due({ teamName: `${teamName}\nDTSTART:19700101` })]);
  const [event, ...others] = read(file);
  expect(others).toEqual([]);
  expect(event?.summary).toBe(`Due: An action in Idea #2 (${teamName} DTSTART:19700101)`);
  expect(event?.description).toContain(`${APP}/teams/1/tools/12#t12`);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("an entry keeps its name when its day moves, and the file's tag follows what is in it", () => {
  const [before, after] = [due(), due({ day: "2026-12-11" } as Partial<CalendarEntry>)];
  const uidOf = (entry: CalendarEntry) => read(write([entry]))[0]?.uid;
  expect(uidOf(before)).toBe(uidOf(after));
  expect(uidOf(before)).toMatch(/@workbook\.example$/);
  expect(uidOf(due({ key: "action/2" }))).not.toBe(uidOf(before));
  expect(tagOf([before])).toBe(tagOf([due()]));
  expect(tagOf([before])).not.toBe(tagOf([after]));
  expect(write([before])).toContain("DTSTAMP:20261201T120000Z");
});

test("without entries it is a calendar all the same", () => {
  expect(read(write([]))).toEqual([]);
  expect(write([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
});

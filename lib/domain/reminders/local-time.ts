/** Days and hours as clocks on a wall show them, somewhere. Zones are IANA names, "America/Chicago". */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Making one costs far more than using it; there are some twenty zones in use. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(zone, made);
  return made;
}

/** Whether clocks can be read there. */
export function isTimeZone(zone: string): boolean {
  try {
    // Offsets ("+02:00") are zones too, but know no summer.
    return /^[A-Z]/.test(zone) && clockOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** What the clock shows, as if it were UTC. */
function wallOf(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}

/** The day it is there, "2026-12-01". */
export function localDay(instant: Date, zone: string): string {
  return dayOfWall(wallOf(instant.getTime(), zone));
}

function dayOfWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/**
 * When the clock there shows this hour of this day. Where the clocks are set back it is shown twice: the first counts.
 * Where they are set forward past it, it is the moment after.
 */
export function instantOf(day: string, hour: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  // How far the clock is off on either side of a change, if there is one.
  const [before, after] = [wall - DAY, wall + DAY].map((near) => wall - (wallOf(near, zone) - near)) as [number, number];
  const shown = [before, after].filter((instant) => wallOf(instant, zone) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : before);
}

export function addDays(day: string, days: number): string {
  return dayOfWall(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

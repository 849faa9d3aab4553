export const MEETING_FREQUENCIES = ["weekly", "biweekly", "monthly"] as const;
export type MeetingFrequency = (typeof MEETING_FREQUENCIES)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_APART: Record<Exclude<MeetingFrequency, "monthly">, number> = { weekly: 7, biweekly: 14 };
const WEEK_DAYS = 7;

const toDay = (date: Date) => date.toISOString().slice(0, 10);
const toDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** The same weekday of the same week in another month: "the first Thursday"; of a fifth week, the last. */
function sameWeekdayIn(first: Date, year: number, month: number): Date {
  const week = Math.ceil(first.getUTCDate() / WEEK_DAYS);
  const begin = new Date(Date.UTC(year, month, 1));
  const offset = (first.getUTCDay() - begin.getUTCDay() + WEEK_DAYS) % WEEK_DAYS;
  const day = new Date(Date.UTC(year, month, 1 + offset + (week - 1) * WEEK_DAYS));
  return day.getUTCMonth() === begin.getUTCMonth() ? day : new Date(day.getTime() - WEEK_DAYS * DAY_MS);
}

/**
 * The next meeting by what the team wrote of its first one: that day itself while it is to come, else the next by how
 * often it meets. A suggestion; nothing is planned by it.
 * @param today the reader's day; days are "2026-12-01". @returns null where the answers don't say.
 */
export function nextMeetingDay(first: string | null, frequency: string | null, today: string): string | null {
  if (first === null || Number.isNaN(toDate(first).getTime())) return null;
  if (first >= today) return first;
  const from = toDate(first);
  if (frequency === "monthly") {
    const now = toDate(today);
    const here = toDay(sameWeekdayIn(from, now.getUTCFullYear(), now.getUTCMonth()));
    return here >= today ? here : toDay(sameWeekdayIn(from, now.getUTCFullYear(), now.getUTCMonth() + 1));
  }
  if (frequency !== "weekly" && frequency !== "biweekly") return null;
  const apart = DAYS_APART[frequency] * DAY_MS;
  const passed = Math.ceil((toDate(today).getTime() - from.getTime()) / apart);
  return toDay(new Date(from.getTime() + passed * apart));
}

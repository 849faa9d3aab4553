/** Due dates are days ("2026-12-01") without a time or a zone: the same day for everyone. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** The reader's own day, from their clock. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** "Dec 1, 2026" */
export function formatDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

const NEAR_DAY = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

/** "Dec 1", and with its year when that is another one than `today`'s. */
export function formatNearDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? NEAR_DAY.format(new Date(`${day}T00:00:00Z`)) : formatDay(day);
}

/** How many days lie from one day to another; negative when that one comes before it. */
export function daysBetween(from: string, to: string): number {
  // Both are midnights of UTC, where every day has 24 hours.
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export interface DueWords {
  readonly text: string;
  readonly isOverdue: boolean;
}

/** When something is due, in words, as seen on the day `today`. */
export function describeDue(dueOn: string, today: string): DueWords {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { text: `Overdue, was due ${formatDay(dueOn)}`, isOverdue: true };
  if (days === 0) return { text: "Due today", isOverdue: false };
  if (days === 1) return { text: "Due tomorrow", isOverdue: false };
  return { text: days <= 7 ? `Due in ${days} days, ${formatDay(dueOn)}` : `Due ${formatDay(dueOn)}`, isOverdue: false };
}

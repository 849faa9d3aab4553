import { addDays } from "./local-time";
import type { ReminderChoice } from "./reminder-choice";

/** Something with a day. */
export interface Due {
  /** Stays the same when its day moves. */
  readonly key: string;
  /** "2026-12-01" */
  readonly dueOn: string;
}

/** What one letter says, each list by day. */
export interface Digest<Thing extends Due> {
  readonly overdue: readonly Thing[];
  readonly today: readonly Thing[];
  readonly week: readonly Thing[];
}

interface DigestInput<Thing extends Due> {
  /** What is not done yet. */
  readonly things: readonly Thing[];
  /** The reader's day. */
  readonly today: string;
  /** Whether it is the weekday they chose. */
  readonly isChosenDay: boolean;
  readonly choice: Pick<ReminderChoice, "pace" | "today" | "week" | "overdue">;
  /** Keys of what they were told is overdue, and what has stayed so since. */
  readonly told: ReadonlySet<string>;
}

/**
 * The letter of a day, or null when there is nothing to write. That something is overdue is told on the first day it is,
 * whatever the pace; from then on it only comes along in a letter that is sent anyway, and by itself once a week.
 */
export function buildDigest<Thing extends Due>({ things, today, isChosenDay, choice, told }: DigestInput<Thing>): Digest<Thing> | null {
  if (choice.pace === "never") return null;
  const sorted = [...things].sort(byDay);
  const overdue = choice.overdue ? sorted.filter(({ dueOn }) => dueOn < today) : [];
  const news = overdue.filter(({ key }) => !told.has(key));
  const last = addDays(today, 6);
  const all: Digest<Thing> = {
    overdue,
    today: choice.today || choice.week ? sorted.filter(({ dueOn }) => dueOn === today) : [],
    week: choice.week ? sorted.filter(({ dueOn }) => dueOn > today && dueOn <= last) : [],
  };
  if (isChosenDay) return isEmpty(all) ? null : all;
  if (choice.pace === "weekly") return news.length > 0 ? { overdue: news, today: [], week: [] } : null;
  return isEmpty({ ...all, overdue: news }) ? null : all;
}

/** What is due first comes first; of one day, always in the same order. */
export function byDay(a: Due, b: Due): number {
  const [first, second] = [`${a.dueOn} ${a.key}`, `${b.dueOn} ${b.key}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

function isEmpty({ overdue, today, week }: Digest<Due>): boolean {
  return overdue.length + today.length + week.length === 0;
}

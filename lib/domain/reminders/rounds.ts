import { addDays, instantOf, localDay } from "./local-time";

/** A time at which somebody's letter is thought about. */
export interface Round {
  readonly at: Date;
  /** Their day then, "2026-12-01". There is one round a day, so the day names it. */
  readonly day: string;
}

/** The first after `after`: once a day at the hour they chose, by their clock, through all changes of it. */
export function nextRound({ hour }: { readonly hour: number }, zone: string, after: Date): Round {
  for (let day = localDay(after, zone); ; day = addDays(day, 1)) {
    const at = instantOf(day, hour, zone);
    if (at > after) return { at, day };
  }
}

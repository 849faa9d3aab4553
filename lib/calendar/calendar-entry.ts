/** Something in a person's calendar. No names of people: an address that a calendar reads can be passed on. */
export type CalendarEntry = DayEntry | TimeEntry;

interface EntryText {
  /** Stays the same as long as it is the same thing, whatever day it moves to. */
  readonly key: string;
  readonly title: string;
  readonly teamName: string;
  /** From the site's address on. */
  readonly path: string;
}

export interface DayEntry extends EntryText {
  readonly kind: "day";
  /** "2026-12-01": the same day wherever it is read. */
  readonly day: string;
}

export interface TimeEntry extends EntryText {
  readonly kind: "time";
  readonly start: Date;
  readonly end: Date;
}

/** How often somebody wants to read what is due. */
export const REMINDER_PACES = ["weekly", "daily", "never"] as const;
export type ReminderPace = (typeof REMINDER_PACES)[number];

export const REMINDER_PACE_LABELS: Record<ReminderPace, string> = {
  weekly: "Once a week",
  daily: "Every day that has something",
  never: "Not by mail",
};

/** As `weekdayOf` counts them. */
export const WEEKDAYS = [
  [1, "Monday"],
  [2, "Tuesday"],
  [3, "Wednesday"],
  [4, "Thursday"],
  [5, "Friday"],
  [6, "Saturday"],
  [7, "Sunday"],
] as const;

/** When and about what somebody is written to of what is due for them. */
export interface ReminderChoice {
  readonly pace: ReminderPace;
  /** Of the weekly letter; a daily one repeats on it what has long been overdue. */
  readonly weekday: number;
  /** From 0 to 23, by their clock. */
  readonly hour: number;
  /** Null until they chose one: then their agency's state says which. */
  readonly timeZone: string | null;
  /** What is due on the day of the letter. */
  readonly today: boolean;
  /** … and in the six days after. */
  readonly week: boolean;
  readonly overdue: boolean;
}

export const DEFAULT_REMINDERS: ReminderChoice = { pace: "weekly", weekday: 1, hour: 8, timeZone: null, today: true, week: true, overdue: true };

/** The zones of the country this is made for; others are offered to whoever has them. */
export const OFFERED_ZONES: readonly (readonly [zone: string, label: string])[] = [
  ["America/New_York", "Eastern Time"],
  ["America/Chicago", "Central Time"],
  ["America/Denver", "Mountain Time"],
  ["America/Phoenix", "Arizona (no daylight saving)"],
  ["America/Los_Angeles", "Pacific Time"],
  ["America/Anchorage", "Alaska Time"],
  ["Pacific/Honolulu", "Hawaii Time"],
  ["America/Puerto_Rico", "Puerto Rico and the U.S. Virgin Islands"],
  ["Pacific/Guam", "Guam and the Northern Mariana Islands"],
  ["Pacific/Pago_Pago", "American Samoa"],
];

/** "Eastern Time"; of a zone that is not offered its city, "Berlin". */
export function nameZone(zone: string): string {
  return OFFERED_ZONES.find(([offered]) => offered === zone)?.[1] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "8 AM" */
export function nameHour(hour: number): string {
  return `${hour % 12 || 12} ${hour < 12 ? "AM" : "PM"}`;
}

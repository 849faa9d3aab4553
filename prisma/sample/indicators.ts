import type { TypedSettings } from "@/lib/indicators/change-indicators";
import type { SamplePerson } from "./sample-agency";

/** The sample's first goal over six months, and one that has just begun: fictional, and counted so that two calls move a line. */

export const SAMPLE_GOAL_TABLE = "t13-questions";

/** The rows of the goal's table: question, indicator, source, timeframe. */
export const SAMPLE_INDICATOR_ROWS: readonly (readonly [id: string, ...cells: readonly [string, string, string, string]])[] = [
  ["reached", "Does a peer reach people in time?", "Reached by a peer within 48 hours", "EMS run sheet, peer log", "Monthly"],
  ["offered", "Are people offered follow-up?", "Offer rate", "EMS run sheet", "Monthly"],
  ["accepted", "Do they say yes?", "Acceptance rate", "Peer log", "Monthly"],
  ["count-on", "Is life better for those who said yes?", "People to count on, of 5", "Open Door Recovery Center, with consent: short recovery capital survey", "At 3 and 6 months"],
];

interface SampleIndicator {
  readonly rowId: string;
  readonly settings: TypedSettings;
  /** `before` is how many months ago. */
  readonly values: readonly { readonly before: number; readonly value: number; readonly of?: number; readonly note?: string; readonly source?: string }[];
}

const months = (counts: readonly (readonly [value: number, of: number])[]) => counts.map(([value, of], index) => ({ before: counts.length - index, value, of }));

export const SAMPLE_INDICATORS: readonly SampleIndicator[] = [
  {
    rowId: "reached",
    settings: { unit: "percent", unitWords: "calls", direction: "up", target: "90", targetOn: "" },
    values: months([[9, 22], [12, 25], [11, 20], [11, 19], [16, 24], [18, 25]]),
  },
  {
    rowId: "offered",
    settings: { unit: "percent", unitWords: "calls", direction: "up", target: "95", targetOn: "" },
    values: months([[11, 22], [16, 25], [15, 20], [15, 19], [20, 24], [22, 25]]),
  },
  {
    rowId: "accepted",
    settings: { unit: "percent", unitWords: "people asked", direction: "watch", target: "", targetOn: "" },
    values: months([[5, 11], [8, 16], [8, 15], [8, 15], [11, 20], [13, 22]]),
  },
  {
    rowId: "count-on",
    settings: { unit: "score", unitWords: "of 5", direction: "up", target: "", targetOn: "" },
    values: [{ before: 3, value: 3.4, source: "Survey at 3 months", note: "11 people took part." }],
  },
];

/** Who entered them. */
export const SAMPLE_COUNTED_BY: SamplePerson = "analyst";

/** "2026-11" for one month before a day in December. */
export function monthBefore(now: Date, before: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - before, 1)).toISOString().slice(0, 7);
}

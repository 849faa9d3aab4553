import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Whom a toolkit wants on a team, as far as people may say it of themselves. Permanent: stored rows name them. */
export const SEATS = ["decides", "staff", "community", "lived-experience"] as const;
export type SeatId = (typeof SEATS)[number];

/** What the toolkit asks, in its own words. */
interface Asked {
  /** Ours, a few words. */
  readonly title: string;
  /** A sentence of the toolkit, word for word. */
  readonly asked: string;
  /** Where it stands there. */
  readonly source: string;
}

export interface Seat extends Asked {
  readonly id: SeatId;
  /** How somebody says it of themselves, and what that takes in. Ours. */
  readonly own: string;
  readonly hint: string;
  /** What everybody should know of this line. Ours. */
  readonly note?: string;
}

/** What a toolkit asks of the team that works with it. */
export interface Roster {
  readonly tool: ToolRef;
  /** The tool's table of the team, which the workbook's own check is linked from. */
  readonly table: string;
  /** Whom the tool names in an answer: no seat, as the team says it there. */
  readonly lead: Asked & { readonly item: string };
  readonly seats: readonly Seat[];
}

/** What the team itself says of a seat, and of nobody. */
export const SEAT_MARKS = ["have", "looking"] as const;
export type SeatMark = (typeof SEAT_MARKS)[number];

export const SEAT_MARK_LABELS: Record<SeatMark, string> = {
  have: "We have somebody for this",
  looking: "We are looking for somebody",
};

/** In a team of fewer people nothing is shown: a yes could point to somebody. The database's look_at_roster knows it too. */
export const FEWEST_PEOPLE = 5;

/** The first day of the month after: what is said until then counts from that day on. In UTC, as the database counts. */
export function nextLook(day: Date): string {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

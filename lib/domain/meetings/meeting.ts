import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { AgendaEntry } from "./agenda";

/** Longest place of a meeting, its notes, and one point or decision, in UTF-16 code units. */
export const MEETING_LIMITS = { place: 200, notes: 20_000, words: 1_000, entries: 100, meetings: 500 } as const;

/** "point": to talk about. "to-decide": the team should decide it. "decision": what it decided. */
export const ENTRY_KINDS = ["point", "to-decide", "decision"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface MeetingEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly words: string;
  readonly added: ReportEvent;
  readonly isYours: boolean;
  readonly isRemoved: boolean;
}

export interface MeetingLine {
  readonly id: string;
  /** "2026-12-01" */
  readonly heldOn: string;
  /** "18:00"; empty while nobody has said. */
  readonly startsAt: string;
  readonly place: string;
  readonly isClosed: boolean;
  readonly isRemoved: boolean;
  readonly decisions: number;
}

export interface MeetingView extends MeetingLine {
  readonly notes: string;
  /** Tells these notes from those of another saving. */
  readonly notesMark: string;
  readonly entries: readonly MeetingEntry[];
  /** Null until it is closed. */
  readonly agenda: readonly AgendaEntry[] | null;
  readonly closed: ReportEvent | null;
  readonly planned: { readonly by: PersonRef };
}

const HOUR = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" });

/** "6:00 PM" for "18:00". */
export function formatMeetingTime(startsAt: string): string {
  return startsAt === "" ? "" : HOUR.format(new Date(`2000-01-01T${startsAt}:00Z`));
}

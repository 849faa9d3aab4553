import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Most of everything in a sitting; a name in UTF-16 code units; how long its code lets people in, and after how long it ends by itself. */
export const SITTING_LIMITS = { items: 100, seats: 300, seatsEver: 3_000, sharing: 30, name: 60, deputies: 20, votes: 300, timerMinutes: 60, codeHours: 12, hours: 24, outcome: 2_000, sittings: 20 } as const;

/** One thing that a sitting goes through. */
export interface SittingItem {
  readonly id: string;
  readonly tool: ToolRef;
  readonly itemId: string;
  /** Of a table the row that is on the screen. */
  readonly rowId: string | null;
  /** Its newest vote. */
  readonly roundId: string | null;
  readonly isSettled: boolean;
}

/** A phone, or a person with one. */
export interface Seat {
  readonly id: string;
  /** Null for people without an account. */
  readonly person: PersonRef | null;
  /** As they chose to be named; several share one phone. */
  readonly names: readonly string[];
  /** Taken away by whoever led the meeting; not so who left by themselves. */
  readonly isRemoved: boolean;
}

/** A sitting as the team sees it. */
export interface SittingFacts {
  readonly id: string;
  readonly meetingId: string;
  readonly started: ReportEvent;
  readonly ended: ReportEvent | null;
  readonly facilitator: PersonRef;
  readonly deputies: readonly PersonRef[];
  /** Their accounts, for the form that changes them. */
  readonly deputyIds: readonly string[];
  /** Whether the reader leads it. */
  readonly isYours: boolean;
  /** Whether the reader is a stored deputy or leads the team. */
  readonly mayTakeOver: boolean;
  readonly isJoinable: boolean;
  readonly codeNumber: number;
  readonly currentId: string | null;
  readonly items: readonly SittingItem[];
}

/** How many people a seat votes for. */
export function votersOf({ names }: Pick<Seat, "names">): number {
  return Math.max(names.length, 1);
}

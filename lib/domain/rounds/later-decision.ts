import { formatDay } from "@/lib/domain/text/due-words";
import type { RoundValue } from "./round-values";

/** What another round, or a meeting, decided on an item after a round was revealed. */
export interface LaterDecision {
  readonly value: RoundValue;
  readonly roundId: string;
  readonly number: number;
  /** Null for a round that people rated by themselves. */
  readonly meeting: { readonly id: string; readonly heldOn: string } | null;
}

/** "in round 7", "in the meeting on Dec 1" */
export function laterPlace({ number, meeting }: LaterDecision): string {
  return meeting ? `in the meeting on ${formatDay(meeting.heldOn)}` : `in round ${number}`;
}

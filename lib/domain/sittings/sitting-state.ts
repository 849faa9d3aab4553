import type { Frozen } from "@/lib/domain/rounds/frozen-words";
import type { RoundValue } from "@/lib/domain/rounds/round-values";
import type { ShownItem } from "@/lib/domain/rounds/shown-item";

/** "waiting": read and talk. "voting": phones show the answers. "revealed": look and discuss. "decided": what the team decided is saved. */
export type SittingPhase = "waiting" | "voting" | "revealed" | "decided";

/** A vote on the item, without anything that anybody chose before the reveal. */
export interface VoteState {
  readonly roundId: string;
  /** There was a vote on this item before, and it was revealed. */
  readonly isAgain: boolean;
  readonly voted: number;
  /** How many people sit there. */
  readonly of: number;
  /** Null before the reveal. */
  readonly shown: ShownItem | null;
  /** What the vote before this one showed; null without one, and before this reveal. */
  readonly earlier: ShownItem | null;
  /** How many had not voted at the reveal. */
  readonly missing: number;
  /** Late votes are not taken any more. */
  readonly isClosed: boolean;
}

/** One row of a table, cell by cell, and which rows stand before and after it. */
export interface ShownRow {
  readonly place: number;
  readonly cells: readonly { readonly label: string; readonly value: string }[];
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/** What the tool says for an item that is not voted on. */
export interface AnswerState {
  /** In words; empty while blank. */
  readonly text: string;
  /** Of a table the row that is shown, cell by cell. */
  readonly row: ShownRow | null;
  /** How many rows a table has; null for what is no table. */
  readonly rows: number | null;
}

/** What the team decided on the item after one of its votes. */
export interface ItemDecision {
  readonly id: string;
  readonly roundId: string;
  /** It was decided after a vote before the one on the screen, and stands until something else is decided. */
  readonly isEarlier: boolean;
  readonly value: RoundValue | null;
  readonly rationale: string;
  readonly dissent: string;
}

export interface CurrentItem {
  readonly id: string;
  readonly kind: "rating" | "status" | "other";
  /** "Tool 9" */
  readonly toolLabel: string;
  /** "Tool 9. Component 4, item 2 · The program" */
  readonly place: string;
  readonly prompt: string;
  readonly bullets: readonly string[];
  readonly phase: SittingPhase;
  readonly vote: VoteState | null;
  readonly decision: ItemDecision | null;
  /** Why nothing can be saved into the tool now; null when it is open. */
  readonly frozen: Frozen | null;
  readonly answer: AnswerState | null;
}

/**
 * How a sitting stands: the same for the big screen and every phone, whoever holds it. Nothing in it tells who chose what, and
 * nobody's name.
 */
export interface SittingState {
  readonly sittingId: string;
  readonly isEnded: boolean;
  /** Changes with who leads it, with its code and its list of items; who shows more than this state reads that again. */
  readonly mark: string;
  readonly isJoinable: boolean;
  /** How many people sit there, and how many of them without an account. */
  readonly people: number;
  readonly guests: number;
  /** "Item 3 of 8"; place 0 before the first. */
  readonly place: number;
  readonly count: number;
  readonly item: CurrentItem | null;
  /** When the timer ends, and what the clock says that reads it: phones' clocks are wrong. Milliseconds since 1970. */
  readonly timerEndsAt: number | null;
  readonly readAt: number;
}

/**
 * What a phone is told: not how many have voted yet, which the big screen counts. So a vote is news to screens alone, not to 200
 * phones. Whom a vote asks is told while it is open, since whoever votes is to know how many they are among.
 */
export function forPhones(state: SittingState): SittingState {
  const { item } = state;
  const isOpen = item?.vote ? !item.vote.shown && !item.vote.isClosed : false;
  const vote = item?.vote && isOpen ? { ...item.vote, voted: 0, of: 0 } : item?.vote;
  return { ...state, people: isOpen ? state.people : 0, guests: isOpen ? state.guests : 0, item: item && { ...item, vote: vote ?? null } };
}

/** How long the timer still runs, in whole seconds; null where there is none. @param receivedAt the reader's own clock when the state came */
export function secondsLeft({ timerEndsAt, readAt }: Pick<SittingState, "timerEndsAt" | "readAt">, receivedAt: number, now: number): number | null {
  return timerEndsAt === null ? null : Math.max(0, Math.ceil((timerEndsAt - readAt - (now - receivedAt)) / 1000));
}

/** "0:48" */
export function formatTimer(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How many have not voted, as the screen tells whoever reveals. */
export function missingOf({ voted, of }: Pick<VoteState, "voted" | "of">): number {
  return Math.max(0, of - voted);
}

import { type People, type PersonRef, showPerson } from "@/lib/domain/people/person";
import type { RoundFacts } from "./round";

/** What became of a round, without anything that anybody rated. */
export interface RoundReceipt {
  readonly round: number;
  readonly tool: string;
  readonly items: number;
  readonly shownAs: "unnamed" | "named";
  readonly bySide: boolean;
  readonly asked: number;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly revealedAt: string | null;
  readonly revealedBy: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** How many had rated something by the reveal; null before it. */
  readonly answered: number | null;
  /** How many had not finished then. */
  readonly missingAtReveal: number | null;
  readonly answeredLate: number | null;
  /** Personal links that were lost and given again. */
  readonly linksAgain: number;
  readonly statement: string;
}

/** Of every round; tests/rounds prove it. */
export const NOTHING_BEFORE = "Until the reveal nobody of the team or the agency could read what others rated: not the lead, not an administrator. The workbook gave each rating to its own rater alone.";
export const CLOSED_UNNAMED = "At the close the tie between people and their ratings was destroyed. It can’t be undone.";
export const CLOSED_NAMED = "The round was named, as everyone was told before the first answer. Ratings stay with the names.";
export const CALLED_OFF = "The round was closed without a reveal. All ratings and notes were destroyed, and nobody saw them.";

function statementOf({ state, isNamed }: Pick<RoundFacts, "state" | "isNamed">): string {
  if (state === "called-off") return `${NOTHING_BEFORE} ${CALLED_OFF}`;
  if (state !== "closed") return NOTHING_BEFORE;
  return `${NOTHING_BEFORE} ${isNamed ? CLOSED_NAMED : CLOSED_UNNAMED}`;
}

/** @param tool the tool's whole name */
export function buildReceipt(round: RoundFacts, tool: string, people: People): RoundReceipt {
  const name = (event: { readonly by: PersonRef } | null) => event && showPerson(people, event.by);
  return {
    round: round.number,
    tool,
    items: round.itemIds.length,
    shownAs: round.isNamed ? "named" : "unnamed",
    bySide: round.isSplit,
    asked: round.asked,
    openedAt: round.opened.at,
    openedBy: showPerson(people, round.opened.by),
    revealedAt: round.revealed?.at ?? null,
    revealedBy: name(round.revealed),
    closedAt: round.closed?.at ?? null,
    closedBy: name(round.closed),
    answered: round.answered,
    missingAtReveal: round.missingAtReveal,
    answeredLate: round.answeredLate,
    linksAgain: round.linksAgain,
    statement: statementOf(round),
  };
}

/** Where the agency is: by its clock people read when something happened. */
export interface ShownZone {
  /** "America/Chicago" */
  readonly timeZone: string;
  /** "Central time" */
  readonly name: string;
}

/** "Dec 1, 2026, 6:05 PM, Central time" */
export function showInstant(iso: string, { timeZone, name }: ShownZone): string {
  // The clock's own narrow space is not in every font.
  return `${new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(iso)).replaceAll("\u202f", " ")}, ${name}`;
}

/** The receipt as lines of words, for the page and for its download. */
export function describeReceipt(receipt: RoundReceipt, zone: ShownZone): readonly (readonly [term: string, words: string])[] {
  const by = (at: string | null, who: string | null, none: string) => (at === null ? none : `${showInstant(at, zone)}, by ${who}`);
  const notYet = receipt.closedAt === null ? "Not yet" : "Never";
  return [
    ["About", `${receipt.tool}, ${receipt.items === 1 ? "1 statement" : `${receipt.items} statements`}`],
    ["Shown", receipt.shownAs === "named" ? "With names" : `Without names${receipt.bySide ? ", also by perspective" : ""}`],
    ["Opened", by(receipt.openedAt, receipt.openedBy, "")],
    ["Asked", String(receipt.asked)],
    ["Revealed", by(receipt.revealedAt, receipt.revealedBy, notYet)],
    ...(receipt.answered === null ? [] : [["Answered before the reveal", String(receipt.answered)] as const]),
    ...(receipt.missingAtReveal === null ? [] : [["Had not finished then", String(receipt.missingAtReveal)] as const]),
    ...(receipt.linksAgain === 0 ? [] : [["Personal links given again", `${receipt.linksAgain}. What was rated with the lost links was deleted unread.`] as const]),
    ["Closed", by(receipt.closedAt, receipt.closedBy, "Not yet")],
    ...(receipt.answeredLate === null ? [] : [["Answered after the reveal", String(receipt.answeredLate)] as const]),
  ];
}

import { type People, showPerson } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { countWords, standingWords } from "./count-words";
import { type LaterDecision, laterPlace } from "./later-decision";
import { describeReceipt, type RoundReceipt, type ShownZone, showInstant } from "./receipt";
import { DONT_KNOW_CHOICES, formatValue, type RoundScale, VALUE_GROUPS } from "./round-values";
import { type ShownItem, SIDE_LABELS, SIDES } from "./shown-item";

/** One item of a round, as everyone who may open the round is shown it. */
export interface RoundTextItem {
  readonly id: string;
  readonly prompt: string;
  /** "Infrastructure 1, item 2" */
  readonly place: string;
  readonly scale: RoundScale;
  readonly shown: ShownItem;
  /** Words that their writers show, without names. */
  readonly notes: readonly string[];
  readonly decision: { readonly value: string | null; readonly rationale: string; readonly dissent: string; readonly made: ReportEvent } | null;
  readonly later: LaterDecision | null;
}

interface RoundText {
  readonly receipt: RoundReceipt;
  /** The team and its agency. */
  readonly about: string;
  readonly zone: ShownZone;
  /** Empty before the reveal, and of a round that was called off. */
  readonly items: readonly RoundTextItem[];
  readonly people: People;
}

const GROUPS: Record<RoundScale["kind"], Record<(typeof VALUE_GROUPS)[number], string>> = {
  rating: { low: "1 or 2", middle: "3", high: "4 or 5" },
  status: { low: "No", middle: "In Progress", high: "Yes" },
};

/** What may be shown of one item, in lines; the bounds were kept where the counts were read. */
export function describeShown(scale: RoundScale, { agreement, counts, rated, dontKnow, dontKnowKinds, lateHidden, split }: ShownItem): readonly string[] {
  const standing = standingWords({ agreement });
  return [
    agreement && counts && standing ? `${countWords(scale, counts)}. ${standing}.` : `Nothing is shown below three. ${rated} rated this.`,
    ...(dontKnow ? [`${dontKnow} D/K${dontKnowKinds ? `: ${DONT_KNOW_CHOICES.map(({ value, short }) => `${dontKnowKinds[value]} ${short}`).join(", ")}, ${dontKnowKinds.dk} did not say which` : ""}.`] : []),
    ...(split ? SIDES.map((side) => `${SIDE_LABELS[side]}: ${VALUE_GROUPS.map((group) => `${split[side][group]} chose ${GROUPS[scale.kind][group]}`).join(", ")}.`) : []),
    ...(lateHidden > 0 ? [`After the reveal: ${lateHidden}, counted, not shown.`] : []),
  ];
}

function linesOf({ prompt, place, scale, shown, notes, decision, later }: RoundTextItem, people: People, zone: ShownZone): readonly string[] {
  return [
    "",
    prompt,
    place,
    ...describeShown(scale, shown),
    ...notes.map((words) => `Note that somebody shows: ${words}`),
    ...(decision
      ? [
          `${decision.value === null ? "Left open" : `Decided: ${formatValue(scale, decision.value)}`}, recorded ${showInstant(decision.made.at, zone)} by ${showPerson(people, decision.made.by)}`,
          ...(decision.rationale ? [`Why: ${decision.rationale}`] : []),
          ...(decision.dissent ? [`Dissent: ${decision.dissent}`] : []),
        ]
      : []),
    ...(later ? [`Decided since, ${laterPlace(later)}: ${formatValue(scale, later.value)}`] : []),
    ...(!decision && !later ? ["No decision is recorded."] : []),
  ];
}

/** The whole round as plain text, which any device opens and prints: its receipt, what it showed, and what the team decided. Never who rated what. */
export function formatRound({ receipt, about, zone, items, people }: RoundText): string {
  const head = [`Round ${receipt.round}`, about, "", "Receipt", ...describeReceipt(receipt, zone).map(([term, words]) => `${term}: ${words}`), "", receipt.statement];
  const lines = [...head, ...(items.length === 0 ? [] : ["", "What people chose, and what the team decided", ...items.flatMap((item) => linesOf(item, people, zone))])];
  return `${lines.join("\n").replace(/\r?\n/g, "\r\n")}\r\n`;
}

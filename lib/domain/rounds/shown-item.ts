import { DONT_KNOW_VALUES, type DontKnowValue } from "@/lib/domain/answer/answers";
import { type Agreement, FEWEST_RATERS, measureAgreement, type StepCounts } from "./agreement";
import { findStep, isDontKnow, type RoundScale, type RoundValue, VALUE_GROUPS, type ValueGroup } from "./round-values";

/** Public safety, or the community; people with lived experience are counted with the community, never alone. */
export const SIDES = ["safety", "community"] as const;
export type Side = (typeof SIDES)[number];

export const SIDE_LABELS: Record<Side, string> = { safety: "Public safety", community: "Community" };

/** How many on one side chose each of the three groups. */
export type GroupCounts = Readonly<Record<ValueGroup, number>>;
export type Split = Readonly<Record<Side, GroupCounts>>;

/** One count as the database hands it out, after its own thresholds (see the migration of the rounds). */
export interface ShownCount {
  readonly itemId: string;
  /** A value; or "rated": so many chose a step, fewer than three; or "late": so many came too late to be shown. */
  readonly value: RoundValue | "rated" | "late";
  readonly count: number;
}

/** What a round shows of one item. */
export interface ShownItem {
  /** How many chose a step. */
  readonly rated: number;
  /** Null below three raters. */
  readonly counts: StepCounts | null;
  readonly agreement: Agreement | null;
  /** How many chose D/K; null where that is not shown. */
  readonly dontKnow: number | null;
  /** Null below three of them. */
  readonly dontKnowKinds: Readonly<Record<DontKnowValue, number>> | null;
  /** Ratings that came after the reveal and are counted, not shown. */
  readonly lateHidden: number;
  /** Null where the round has none, or a side has fewer than three. */
  readonly split: Split | null;
}

const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

/**
 * What may be shown of one item, from how often each value was chosen. The database keeps the same bounds before it hands
 * out anything; here they hold for whatever is handed in.
 */
export function showItem(scale: RoundScale, counts: readonly ShownCount[], split: Split | null): ShownItem {
  const steps = scale.steps.map(({ value }) => total(counts.filter((one) => one.value === value)));
  const agreement = measureAgreement(scale, steps);
  const dontKnows = counts.filter(({ value }) => isDontKnow(value));
  const dontKnow = total(dontKnows);
  const kindOf = (kind: DontKnowValue) => total(dontKnows.filter(({ value }) => value === kind));
  return {
    rated: total(counts.filter(({ value }) => value === "rated" || findStep(scale, value) !== null)),
    counts: agreement && steps,
    agreement,
    dontKnow: agreement || dontKnow >= FEWEST_RATERS ? dontKnow : null,
    dontKnowKinds: dontKnow >= FEWEST_RATERS ? (Object.fromEntries(DONT_KNOW_VALUES.map((kind) => [kind, kindOf(kind)])) as Record<DontKnowValue, number>) : null,
    lateHidden: total(counts.filter(({ value }) => value === "late")),
    split: split && isShownSplit(split) ? split : null,
  };
}

export function countSide(counts: GroupCounts): number {
  return VALUE_GROUPS.reduce((sum, group) => sum + counts[group], 0);
}

function isShownSplit(split: Split): boolean {
  return SIDES.every((side) => countSide(split[side]) >= FEWEST_RATERS);
}

/** How an item stands after the reveal, before anybody decided. */
export type Standing = "views-differ" | "views-close" | "too-few";

export function standingOf({ agreement }: ShownItem): Standing {
  if (!agreement) return "too-few";
  return agreement.isFlagged ? "views-differ" : "views-close";
}

const STANDING_ORDER: Record<Standing, number> = { "views-differ": 0, "views-close": 1, "too-few": 2 };

/** Items by disagreement: those that are flagged, the widest apart first; then the others; printed order for the rest. */
export function orderByDisagreement<Entry extends { readonly shown: ShownItem }>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => {
    const apart = STANDING_ORDER[standingOf(a.shown)] - STANDING_ORDER[standingOf(b.shown)];
    const [of, than] = [a.shown.agreement?.deviation, b.shown.agreement?.deviation];
    // Both fractions multiplied out: the larger deviation first.
    return apart || (of && than ? than.numerator * of.denominator - of.numerator * than.denominator : 0);
  });
}

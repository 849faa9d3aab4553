import { type Fraction, roundHalfUp } from "@/lib/domain/text/rounding";
import { countSide, type ShownItem, type Side, type Split } from "./shown-item";

/** Views came closer, went further apart, or neither can be said. */
export type Movement = "closer" | "apart" | "same" | "not-shown";

/** A deviation that moves by less than this, in tenths of a step, reads "no clear change". */
const CLEAR_TENTHS = 2;

export interface ComparedItem {
  readonly itemId: string;
  readonly before: Fraction | null;
  readonly now: Fraction | null;
  readonly movement: Movement;
  readonly wasFlagged: boolean;
  readonly isFlagged: boolean;
}

export interface ComparedRounds {
  readonly items: readonly ComparedItem[];
  readonly closer: number;
  readonly apart: number;
  readonly same: number;
  readonly notShown: number;
}

function movementOf(before: Fraction | null, now: Fraction | null): Movement {
  if (!before || !now) return "not-shown";
  // Multiplied out, so that a change of exactly two tenths counts whatever the number of raters.
  const change = (now.numerator * before.denominator - before.numerator * now.denominator) * 10;
  const bound = CLEAR_TENTHS * before.denominator * now.denominator;
  if (change <= -bound) return "closer";
  return change >= bound ? "apart" : "same";
}

/** Two rounds over the items that stand in both, in the order of the later one. */
export function compareRounds(before: ReadonlyMap<string, ShownItem>, now: ReadonlyMap<string, ShownItem>): ComparedRounds {
  const items = [...now].flatMap(([itemId, shown]): ComparedItem[] => {
    const earlier = before.get(itemId);
    if (!earlier) return [];
    const [was, is] = [earlier.agreement, shown.agreement];
    return [{
      itemId,
      before: was?.deviation ?? null,
      now: is?.deviation ?? null,
      movement: movementOf(was?.deviation ?? null, is?.deviation ?? null),
      wasFlagged: was?.isFlagged ?? false,
      isFlagged: is?.isFlagged ?? false,
    }];
  });
  const count = (movement: Movement) => items.filter((item) => item.movement === movement).length;
  return { items, closer: count("closer"), apart: count("apart"), same: count("same"), notShown: count("not-shown") };
}

/** How far the two sides are apart on one item, and which is higher. */
export interface ItemVoiceGap {
  readonly gap: Fraction;
  readonly higher: Side | null;
}

/** Where a side leans, low −1 to high +1, times its number of people. */
function leaningOf(split: Split, side: Side): number {
  return split[side].high - split[side].low;
}

/**
 * The distance of the two sides on one item, made from the three groups alone: 0 where both chose alike on average, 1 where
 * all of one side chose low and all of the other high.
 */
export function voiceGapOf(split: Split): ItemVoiceGap {
  const [safety, community] = [countSide(split.safety), countSide(split.community)];
  const apart = leaningOf(split, "safety") * community - leaningOf(split, "community") * safety;
  return { gap: { numerator: Math.abs(apart), denominator: 2 * safety * community }, higher: apart === 0 ? null : apart > 0 ? "safety" : "community" };
}

export interface VoiceGap {
  /** The mean distance over the items that show a split, whichever side is higher; null where none does. */
  readonly mean: Fraction | null;
  /** On how many items. */
  readonly items: number;
  readonly safetyHigher: number;
  readonly communityHigher: number;
}

/** Items are added up in ten-thousandths: their denominators have no common one that a number holds. */
const DECIMALS = 4;

/** The voice gap of a whole round. */
export function measureVoiceGap(shown: Iterable<ShownItem>): VoiceGap {
  const gaps = [...shown].flatMap(({ split }) => (split ? [voiceGapOf(split)] : []));
  const sum = gaps.reduce((all, { gap }) => all + roundHalfUp(gap, DECIMALS), 0);
  const count = (side: Side) => gaps.filter(({ higher }) => higher === side).length;
  return {
    mean: gaps.length === 0 ? null : { numerator: sum, denominator: gaps.length * 10 ** DECIMALS },
    items: gaps.length,
    safetyHigher: count("safety"),
    communityHigher: count("community"),
  };
}

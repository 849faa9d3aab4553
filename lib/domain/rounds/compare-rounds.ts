import { type Fraction, valueOf } from "./agreement";
import { countSide, type ShownItem, SIDES, type Split } from "./shown-item";

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
  const change = (now.over * before.under - before.over * now.under) * 10;
  const bound = CLEAR_TENTHS * before.under * now.under;
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

/** Where a side stands on average, low −1 to high +1. */
function leaningOf(split: Split, side: (typeof SIDES)[number]): Fraction {
  const counts = split[side];
  return { over: counts.high - counts.low, under: countSide(counts) };
}

/**
 * How far the two sides are apart on one item, made from the three groups alone: 0 where both chose alike, 1 where all of
 * one side chose low and all of the other high. Above 0 public safety rated higher.
 */
export function voiceGapOf(split: Split): number {
  const [safety, community] = [leaningOf(split, "safety"), leaningOf(split, "community")];
  return (valueOf(safety) - valueOf(community)) / 2;
}

export interface VoiceGap {
  /** The mean distance over the items that show a split, whichever side is higher; null where none does. */
  readonly mean: number | null;
  /** On how many items. */
  readonly items: number;
  readonly safetyHigher: number;
  readonly communityHigher: number;
}

/** The voice gap of a whole round. */
export function measureVoiceGap(shown: Iterable<ShownItem>): VoiceGap {
  const gaps = [...shown].flatMap(({ split }) => (split ? [voiceGapOf(split)] : []));
  return {
    mean: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / gaps.length,
    items: gaps.length,
    safetyHigher: gaps.filter((gap) => gap > 0).length,
    communityHigher: gaps.filter((gap) => gap < 0).length,
  };
}

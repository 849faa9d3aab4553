import type { RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import type { DigestItem } from "./milestone-digest";

/**
 * What became of one item between two days. "resolved": it was D/K and is rated now, which may uncover a gap. "unknown": it is
 * D/K now and was not. Whatever was or is blank is no change of a rating.
 */
export const ITEM_MOVES = ["lower", "resolved", "higher", "same", "still-unknown", "unknown", "first-answer", "answer-gone", "blank"] as const;
export type ItemMove = (typeof ITEM_MOVES)[number];

export const ITEM_MOVE_LABELS: Record<ItemMove, string> = {
  lower: "Lower",
  resolved: "D/K resolved",
  higher: "Higher",
  same: "The same",
  "still-unknown": "Still D/K",
  unknown: "D/K now",
  "first-answer": "Answered for the first time",
  "answer-gone": "Not answered any more",
  blank: "Not answered on either day",
};

type Value = RatingValue | StatusValue;

const STATUS_STEPS: Record<StatusValue, number> = { no: 0, "in-progress": 1, yes: 2 };

/** How high an answer is among those of its kind; null for D/K, which is no number. */
function stepOf(value: Value): number | null {
  if (typeof value === "number") return value;
  return Object.hasOwn(STATUS_STEPS, value) ? STATUS_STEPS[value as StatusValue] : null;
}

/** Every kind of D/K is D/K: that the team said since what it means is no change of a rating. */
export function moveOf(then: Value | null, now: Value | null): ItemMove {
  if (then === null && now === null) return "blank";
  if (now === null) return "answer-gone";
  const [was, is] = [then === null ? null : stepOf(then), stepOf(now)];
  if (is === null) return then !== null && was === null ? "still-unknown" : "unknown";
  if (then === null) return "first-answer";
  if (was === null) return "resolved";
  return is === was ? "same" : is > was ? "higher" : "lower";
}

export interface ComparedItem {
  readonly id: string;
  readonly tool: DigestItem["tool"];
  readonly group: string;
  readonly words: string;
  readonly kind: DigestItem["kind"];
  readonly then: Value | null;
  readonly now: Value | null;
  readonly move: ItemMove;
  /** Carried forward, and nobody has looked at it: it counts as the same. */
  readonly isCarried: boolean;
}

export interface ComparedItems {
  /** In the order of the later day. */
  readonly items: readonly ComparedItem[];
  /** Statements that stand on one day alone, or whose words were changed: they are compared with nothing. */
  readonly onlyThen: number;
  readonly onlyNow: number;
}

/** Whether two days ask the same there. */
function isSameItem(a: DigestItem, b: DigestItem): boolean {
  return a.id === b.id && a.kind === b.kind && a.words === b.words && a.group === b.group;
}

/** The items that both days ask alike. */
export function compareItems(then: readonly DigestItem[], now: readonly DigestItem[]): ComparedItems {
  const earlier = new Map(then.map((item) => [item.id, item]));
  const items = now.flatMap((item): ComparedItem[] => {
    const was = earlier.get(item.id);
    if (!was || !isSameItem(was, item)) return [];
    const { id, tool, group, words, kind } = item;
    return [{ id, tool, group, words, kind, then: was.value, now: item.value, move: moveOf(was.value, item.value), isCarried: item.isCarried === true }];
  });
  return { items, onlyThen: then.length - items.length, onlyNow: now.length - items.length };
}

export type MoveCounts = Readonly<Record<ItemMove, number>> & { readonly total: number; readonly carried: number };

export function countMoves(items: readonly ComparedItem[]): MoveCounts {
  const of = (move: ItemMove) => items.filter((item) => item.move === move).length;
  const counts = Object.fromEntries(ITEM_MOVES.map((move) => [move, of(move)])) as Record<ItemMove, number>;
  return { ...counts, total: items.length, carried: items.filter(({ isCarried }) => isCarried).length };
}

/** Lower first, since that is where to talk; then what was resolved, then higher. Printed order among those. */
export function listMoved(items: readonly ComparedItem[]): ComparedItem[] {
  return (["lower", "unknown", "resolved", "higher"] as const).flatMap((move) => items.filter((item) => item.move === move));
}

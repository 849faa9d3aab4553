import { BAND_LABELS, LOW_RATING } from "@/lib/domain/readiness/rules";
import type { AreaScore } from "@/lib/domain/readiness/scoring";
import { type Fraction, formatFraction } from "@/lib/domain/text/rounding";
import type { DigestArea, DigestItem } from "./milestone-digest";

/** Scores moving by less than a half read "no clear change" (scoring rules, version 1). In twentieths of a step it would be ten. */
const CLEAR_CHANGE: Fraction = { numerator: 1, denominator: 2 };

/**
 * "not-compared": the tool asks other things there than it did. "no-score": neither day has enough ratings. "first-score" and
 * "score-gone": one of them has.
 */
export type AreaChange =
  | { readonly kind: "higher" | "lower" | "no-clear-change"; /** How far, exactly and without a sign. */ readonly by: Fraction }
  | { readonly kind: "not-compared" | "no-score" | "first-score" | "score-gone" };

export interface ComparedArea {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly then: AreaScore | null;
  readonly now: AreaScore | null;
  readonly change: AreaChange;
}

/** The change of an area's score, from the exact fractions. */
export function changeOfArea(then: AreaScore, now: AreaScore): AreaChange {
  if (then.status === "insufficient") return { kind: now.status === "insufficient" ? "no-score" : "first-score" };
  if (now.status === "insufficient") return { kind: "score-gone" };
  const difference = now.sum * then.rated - then.sum * now.rated;
  const denominator = then.rated * now.rated;
  const by = { numerator: Math.abs(difference), denominator };
  // Multiplied out: of a half exactly, a quotient may be a neighbour.
  const isClear = by.numerator * CLEAR_CHANGE.denominator >= CLEAR_CHANGE.numerator * denominator;
  if (!isClear) return { kind: "no-clear-change", by };
  return { kind: difference > 0 ? "higher" : "lower", by };
}

/** Whether both days ask the same statements in this area: otherwise their means are of different things. */
export function asksAlike(area: string, then: readonly DigestItem[], now: readonly DigestItem[]): boolean {
  const of = (items: readonly DigestItem[]) => items.filter(({ group }) => group === area).map(({ id, words }) => `${id} ${words}`).sort();
  const [was, is] = [of(then), of(now)];
  return was.length === is.length && was.every((words, index) => words === is[index]);
}

/** By the areas of the later day, then those that only the earlier one had. */
export function compareAreas(
  then: { readonly areas: readonly DigestArea[]; readonly items: readonly DigestItem[] },
  now: { readonly areas: readonly DigestArea[]; readonly items: readonly DigestItem[] },
): ComparedArea[] {
  const both = now.areas.map((area): ComparedArea => {
    const was = then.areas.find(({ id }) => id === area.id) ?? null;
    const isAlike = was !== null && asksAlike(area.id, then.items, now.items);
    const change: AreaChange = isAlike ? changeOfArea(was.score, area.score) : { kind: "not-compared" };
    return { id: area.id, name: area.name, title: area.title, then: was?.score ?? null, now: area.score, change };
  });
  const gone = then.areas.filter(({ id }) => !now.areas.some((area) => area.id === id));
  return [...both, ...gone.map(({ id, name, title, score }): ComparedArea => ({ id, name, title, then: score, now: null, change: { kind: "not-compared" } }))];
}

/** "0.5 higher", "No clear change", "No score on either day". */
export function formatAreaChange(change: AreaChange): string {
  switch (change.kind) {
    case "higher":
    case "lower":
      return `${formatFraction(change.by, 1)} ${change.kind}`;
    case "no-clear-change":
      return "No clear change";
    case "not-compared":
      return "Not compared: the statements were changed";
    case "no-score":
      return "No score on either day";
    case "first-score":
      return "A score for the first time";
    case "score-gone":
      return "Not enough ratings now";
  }
}

function nameBand(score: AreaScore | null): string {
  if (score === null) return "Not asked";
  return score.status === "scored" ? BAND_LABELS[score.band] : "Not enough ratings";
}

/** What stands in the way of a better band, or is left out of the score. */
function reasonOf(score: AreaScore | null): string {
  if (score === null) return "";
  const low = ([1, 2] as const).filter((value) => value <= LOW_RATING).reduce((sum, value) => sum + score.byScore[value], 0);
  const { total: dontKnow } = score.dontKnow;
  return [low === 0 ? "" : low === 1 ? "one item is 2 or less" : `${low} items are 2 or less`, dontKnow === 0 ? "" : `${dontKnow} D/K`].filter(Boolean).join(", ");
}

/** "Discuss → Priority, one item is 2 or less", "Strength, as before". */
export function formatBandChange({ then, now }: Pick<ComparedArea, "then" | "now">): string {
  const [was, is] = [nameBand(then), nameBand(now)];
  const reason = reasonOf(now);
  return `${was === is ? `${is}, as before` : `${was} → ${is}`}${reason === "" ? "" : `, ${reason}`}`;
}

/** "3.4", or "–" without enough ratings. */
export function formatAreaScore(score: AreaScore | null): string {
  return score?.status === "scored" ? formatFraction({ numerator: score.sum, denominator: score.rated }, 1) : "–";
}

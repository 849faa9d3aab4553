import { SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { Contradiction } from "./contradictions";
import type { Gap } from "./gaps";
import type { ReadinessArea, ReadinessElement, ReadinessReport } from "./readiness";
import { type Band, BAND_LABELS, LOW_RATING, MIDDLE_RATING } from "./rules";
import { bandOf, isEnough } from "./scoring";

/**
 * What to start with, from the team's own answers alone.
 *
 * - From each area with a score, its lowest item rated 3 or less can be picked; among equals the first printed.
 * - They are ordered by: the lower rating; the better band its area would be in with this item at 3; an area whose
 *   checklist says Yes throughout; the lower score of the area; the printed order. The first three are shown.
 * - A team that only begins gets one first step in place of three: where no area has a score, the area that needs the
 *   fewest ratings for one; where more than half of all areas are a Priority and none is a Strength, the first pick alone.
 */
export type StartWith =
  | { readonly kind: "rate-first"; readonly area: ReadinessArea; /** How many more ratings give it a score. */ readonly missing: number }
  | { readonly kind: "first-step"; readonly pick: StartPick; /** How many areas are a Priority. */ readonly priorities: number }
  | { readonly kind: "picks"; /** One to three. */ readonly picks: readonly StartPick[] }
  | { readonly kind: "nothing-low" }
  /** The report is of tools without areas alone: a partner sees those that are shared with them. */
  | { readonly kind: "no-areas" };

export interface StartPick {
  readonly gap: Gap;
  readonly area: ReadinessArea;
  /** 1 to 3. */
  readonly rating: number;
  /** No other item of its area is rated 1 or 2, and it is why the area is a Priority. */
  readonly isAlone: boolean;
  /** The other ratings of the area, each once, from the lowest. */
  readonly others: readonly number[];
  /** The band of the area with this item at 3, where that is a better one. */
  readonly lifts: Band | null;
  /** The checklist of the element says Yes throughout. */
  readonly contradiction: Extract<Contradiction, { kind: "checklist-yes-rating-low" }> | null;
}

const MOST = 3;
const BAND_RANK: Record<Band, number> = { strength: 0, discuss: 1, priority: 2 };

/** What this team is to start with; the rule is stated above. */
export function findStartWith(report: ReadinessReport): StartWith {
  const { areas, headline } = report;
  if (headline.scored === 0) return findFirstArea(areas);
  const picks = areas.flatMap((area) => pickOf(area, report) ?? []).sort(comparePicks);
  const [first] = picks;
  if (!first) return { kind: "nothing-low" };
  const count = (band: Band) => areas.filter(({ score }) => score.status === "scored" && score.band === band).length;
  const priorities = count("priority");
  if (count("strength") === 0 && priorities * 2 > headline.total) return { kind: "first-step", pick: first, priorities };
  return { kind: "picks", picks: picks.slice(0, MOST) };
}

function findFirstArea(areas: readonly ReadinessArea[]): StartWith {
  const [first] = areas.map((area) => ({ area, missing: missingRatings(area) })).sort((a, b) => a.missing - b.missing);
  return first ? { kind: "rate-first", ...first } : { kind: "no-areas" };
}

function missingRatings({ score: { rated, total } }: ReadinessArea): number {
  let more = 0;
  while (rated + more < total && !isEnough(rated + more, total)) more += 1;
  return more;
}

function pickOf(area: ReadinessArea, { gaps, elements }: ReadinessReport): StartPick | null {
  const { score } = area;
  if (score.status !== "scored") return null;
  const rated = gaps.filter((gap) => gap.areaId === area.id && (gap.kind === "gap" || gap.kind === "partly-there"));
  // Gaps come by severity, which for these is the rating, then as printed.
  const gap = rated[0];
  if (!gap) return null;
  const rating = gap.severity;
  const low = rated.filter(({ severity }) => severity <= LOW_RATING).length;
  const isLow = rating <= LOW_RATING;
  const lifted = isLow ? bandWithout(area, rating) : score.band;
  return {
    gap,
    area,
    rating,
    isAlone: low === 1 && score.reasons.length === 1 && score.reasons[0] === "low-item",
    others: otherRatings(area, rating),
    lifts: BAND_RANK[lifted] < BAND_RANK[score.band] ? lifted : null,
    contradiction: isLow ? contradictionOf(elements.find(({ id }) => id === area.element)) : null,
  };
}

function contradictionOf(element: ReadinessElement | undefined): StartPick["contradiction"] {
  return element?.contradictions.find((found) => found.kind === "checklist-yes-rating-low") ?? null;
}

/** The band with one item of this rating brought to the middle. */
function bandWithout({ score }: ReadinessArea, rating: number): Band {
  if (score.status !== "scored") throw new RangeError("an area without a score has no band");
  const counts = SCORE_VALUES.map((value) => ({ value: Number(value), count: score.byScore[value] + change(value, rating) }));
  const lowest = Math.min(...counts.filter(({ count }) => count > 0).map(({ value }) => value));
  return bandOf({ sum: score.sum - rating + MIDDLE_RATING, rated: score.rated, lowest, dontKnow: score.dontKnow.total, total: score.total, viewsDiffer: score.viewsDiffer ?? 0 }).band;
}

function change(value: number, rating: number): number {
  return (value === MIDDLE_RATING ? 1 : 0) - (value === rating ? 1 : 0);
}

function otherRatings({ score: { byScore } }: ReadinessArea, rating: number): number[] {
  return SCORE_VALUES.filter((value) => byScore[value] - (value === rating ? 1 : 0) > 0).map(Number).sort((a, b) => a - b);
}

function comparePicks(a: StartPick, b: StartPick): number {
  return (
    a.rating - b.rating ||
    liftRank(a) - liftRank(b) ||
    Number(b.contradiction !== null) - Number(a.contradiction !== null) ||
    meanOf(a) - meanOf(b)
  );
}

const liftRank = ({ lifts }: StartPick) => BAND_RANK[lifts ?? "priority"];

/** Areas have at most a handful of items, so means that differ do so by far more than a number's last digit. */
function meanOf({ area: { score } }: StartPick): number {
  return score.status === "scored" ? score.mean : 0;
}

/** Stands beside the bands, because it surprises people. */
export const ONE_LOW_ITEM =
  "One item rated 1 or 2 makes its area a Priority, however high the others are. An average would hide the one thing that is missing.";

/** Why this comes first, in one or two sentences. */
export function formatPickReason({ rating, isAlone, others, lifts, contradiction }: StartPick, checklistName: string): string {
  const rest = others.length > 0 ? `, while the rest of this area is at ${listNumbers(others)}` : "";
  const yet = contradiction ? `, yet all ${contradiction.answered} answered statements of ${checklistName} are Yes` : rest;
  const parts = [`Rated ${rating}${yet}.`];
  if (isAlone) parts.push("It alone makes the area a Priority.");
  if (lifts) parts.push(`At ${MIDDLE_RATING}, the area would be ${lifts === "discuss" ? "one to discuss" : `a ${BAND_LABELS[lifts]}`}.`);
  return parts.join(" ");
}

/** The one thing to do next about it. */
export function formatPickAct({ contradiction }: StartPick, checklistName: string): string {
  return contradiction ? `Compare it with ${checklistName}: what was each answer based on?` : "Talk about it: what would bring it one step up?";
}

function listNumbers(numbers: readonly number[]): string {
  return numbers.length === 1 ? String(numbers[0]) : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

import { type RatingValue, SCORE_VALUES, type ScoreValue, type StatusValue } from "@/lib/domain/answer/answers";
import { isScore } from "@/lib/domain/item/item-readers";
import { formatFraction, formatPercent, type Fraction, isBelow } from "@/lib/domain/text/rounding";
import { type Band, LOW_RATING, MINIMUM_RATED, PRIORITY_BELOW, STRENGTH_FROM } from "./rules";

/** D/K answers by what the team says they mean; `unspecified` while it has not said. */
export interface DontKnowCounts {
  readonly total: number;
  readonly unspecified: number;
  readonly unclear: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

export interface RatingCounts {
  /** Items rated 1 to 5. */
  readonly rated: number;
  readonly total: number;
  readonly dontKnow: DontKnowCounts;
  readonly blank: number;
  readonly byScore: Readonly<Record<ScoreValue, number>>;
}

export type BandReason = "low-mean" | "low-item" | "middle-mean" | "many-dont-know" | "views-differ" | "strong";

/** The average of the ratings 1 to 5: exactly, it is `sum` ÷ `rated`. */
export interface Mean {
  readonly sum: number;
  readonly rated: number;
}

interface ScoredMean {
  /** The sum of the ratings 1 to 5. */
  readonly sum: number;
  /** As a number for charts and files. What is shown or compared comes from `sum`; see `formatScore`. */
  readonly mean: number;
}

export type AreaScore = RatingCounts &
  (
    | (ScoredMean & {
        readonly status: "scored";
        readonly lowest: ScoreValue;
        readonly band: Band;
        readonly reasons: readonly BandReason[];
        /** Items on which views differ far, without a decision; left out where there are none. */
        readonly viewsDiffer?: number;
      })
    | { readonly status: "insufficient" }
  );

export type SectionScore = RatingCounts &
  ((ScoredMean & { readonly status: "scored" }) | { readonly status: "insufficient" });

function countRatings(ratings: readonly (RatingValue | null)[]): RatingCounts {
  const count = (value: RatingValue | null) => ratings.filter((rating) => rating === value).length;
  const unspecified = count("dk");
  const unclear = count("dk-unclear");
  const unknown = count("dk-unknown");
  const notApplicable = count("dk-not-applicable");
  return {
    rated: ratings.filter((rating) => rating !== null && isScore(rating)).length,
    total: ratings.length,
    dontKnow: {
      total: unspecified + unclear + unknown + notApplicable,
      unspecified,
      unclear,
      unknown,
      notApplicable,
    },
    blank: count(null),
    byScore: { 1: count(1), 2: count(2), 3: count(3), 4: count(4), 5: count(5) },
  };
}

/** At least half, and at least two: below that nothing is summed up. */
export function isEnough(answered: number, total: number): boolean {
  return answered >= MINIMUM_RATED && answered * 2 >= total;
}

function meanOf({ byScore, rated }: RatingCounts): ScoredMean {
  const sum = SCORE_VALUES.reduce((total, score) => total + score * byScore[score], 0);
  return { sum, mean: sum / rated };
}

function exactly({ sum, rated }: Mean): Fraction {
  return { numerator: sum, denominator: rated };
}

/** Whether the average reaches a whole number before it is rounded. */
export function isAtLeast(mean: Mean, limit: number): boolean {
  return !isBelow(exactly(mean), limit);
}

/** The average is compared before it is rounded: 2.95 is shown as 3.0 and is a Priority all the same. */
export interface BandInput extends Mean {
  readonly lowest: number;
  readonly dontKnow: number;
  readonly total: number;
  /** Items on which views differ far, without a decision; none where it is left out. */
  readonly viewsDiffer?: number;
}

interface BandRule {
  readonly band: Band;
  readonly reason: BandReason;
  readonly applies: (input: BandInput) => boolean;
}

/** Bands in the order they are tried. */
const BAND_RULES: readonly BandRule[] = [
  { band: "priority", reason: "low-mean", applies: (mean) => !isAtLeast(mean, PRIORITY_BELOW) },
  { band: "priority", reason: "low-item", applies: ({ lowest }) => lowest <= LOW_RATING },
  { band: "discuss", reason: "middle-mean", applies: (mean) => !isAtLeast(mean, STRENGTH_FROM) },
  { band: "discuss", reason: "many-dont-know", applies: ({ dontKnow, total }) => dontKnow * 3 > total },
  { band: "discuss", reason: "views-differ", applies: ({ viewsDiffer = 0 }) => viewsDiffer > 0 },
  { band: "strength", reason: "strong", applies: () => true },
];

/** The first band that fits, and every reason for it. */
export function bandOf(input: BandInput): { band: Band; reasons: readonly BandReason[] } {
  const fitting = BAND_RULES.filter((rule) => rule.applies(input));
  const band = fitting[0]?.band ?? "strength";
  return { band, reasons: fitting.filter((rule) => rule.band === band).map((rule) => rule.reason) };
}

/**
 * The score of one area of Tool 9 from the ratings of all its items; null is a blank.
 * @param viewsDiffer on how many of its items views differ far, without a decision
 */
export function scoreArea(ratings: readonly (RatingValue | null)[], viewsDiffer = 0): AreaScore {
  const counts = countRatings(ratings);
  const lowest = SCORE_VALUES.find((score) => counts.byScore[score] > 0);
  if (lowest === undefined || !isEnough(counts.rated, counts.total)) {
    return { status: "insufficient", ...counts };
  }
  const mean = meanOf(counts);
  const banded = bandOf({ sum: mean.sum, rated: counts.rated, lowest, dontKnow: counts.dontKnow.total, total: counts.total, viewsDiffer });
  return { status: "scored", ...mean, lowest, ...banded, ...(viewsDiffer > 0 ? { viewsDiffer } : {}), ...counts };
}

/** The mean over a section's rated items (not a mean of area means); the half rule holds here too. */
export function scoreSection(ratings: readonly (RatingValue | null)[]): SectionScore {
  const counts = countRatings(ratings);
  if (!isEnough(counts.rated, counts.total)) return { status: "insufficient", ...counts };
  return { status: "scored", ...meanOf(counts), ...counts };
}

export interface Headline {
  /** Areas that are a Strength. */
  readonly inPlace: number;
  /** Areas with enough ratings for a score. */
  readonly scored: number;
  readonly total: number;
}

/** "n of 10 areas in place". There is no overall grade. */
export function countAreasInPlace(areas: readonly AreaScore[]): Headline {
  const scored = areas.filter((area) => area.status === "scored");
  return {
    inPlace: scored.filter((area) => area.band === "strength").length,
    scored: scored.length,
    total: areas.length,
  };
}

/** "4 of 10 areas in place"; without any score it says so and gives no number. */
export function formatHeadline({ inPlace, scored, total }: Headline): string {
  if (scored === 0) return "No area has enough ratings yet";
  return `${inPlace} of ${total} areas in place`;
}

/** How much of the headline is still open; empty when every area has a score. */
export function formatUnscored({ scored, total }: Headline): string {
  const unscored = total - scored;
  if (unscored === 0) return "";
  return unscored === 1
    ? "1 area does not have enough ratings for a score yet."
    : `${unscored} areas do not have enough ratings for a score yet.`;
}

export interface ChecklistCounts {
  readonly yes: number;
  readonly inProgress: number;
  readonly no: number;
  readonly blank: number;
  readonly answered: number;
  readonly total: number;
}

export type ChecklistScore = ChecklistCounts &
  (
    | {
        readonly status: "scored";
        /** 0 to 1: (Yes + ½ In Progress) ÷ answered, for files. What is shown comes from the counts; see `formatInPlace`. */
        readonly inPlace: number;
      }
    | { readonly status: "insufficient" }
  );

/** Counts of one checklist and, with enough answers, its share in place. */
export function scoreChecklist(statuses: readonly (StatusValue | null)[]): ChecklistScore {
  const count = (value: StatusValue | null) => statuses.filter((status) => status === value).length;
  const yes = count("yes");
  const inProgress = count("in-progress");
  const no = count("no");
  const answered = yes + inProgress + no;
  const counts = { yes, inProgress, no, blank: count(null), answered, total: statuses.length };
  if (!isEnough(answered, counts.total)) return { status: "insufficient", ...counts };
  return { status: "scored", inPlace: (yes + inProgress / 2) / answered, ...counts };
}

/** "3.4" */
export function formatScore(mean: Mean): string {
  return formatFraction(exactly(mean), 1);
}

/** "58%" for 7 Yes and 9 In Progress of 20 answered. */
export function formatInPlace({ yes, inProgress, answered }: Pick<ChecklistCounts, "yes" | "inProgress" | "answered">): string {
  return formatPercent({ numerator: 2 * yes + inProgress, denominator: 2 * answered });
}

/** "4 of 5 rated, 1 D/K": stands beside every score. */
export function formatRated({ rated, total, dontKnow }: RatingCounts): string {
  return `${rated} of ${total} rated, ${dontKnow.total} D/K`;
}

/** What the D/K answers mean, "1 not known yet, 2 not clear"; empty when there are none. */
export function formatDontKnow({ unspecified, unclear, unknown, notApplicable }: DontKnowCounts): string {
  const parts: readonly [number, string][] = [
    [unknown, "not known yet"],
    [unclear, "not clear"],
    [notApplicable, "does not apply"],
    [unspecified, "not explained"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, meaning]) => `${count} ${meaning}`)
    .join(", ");
}

/** "14 of 20 answered". */
export function formatAnswered({ answered, total }: ChecklistCounts): string {
  return `${answered} of ${total} answered`;
}

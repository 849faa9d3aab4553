import { type Answer, DONT_KNOW_VALUES, type DontKnowValue, SCORE_LABELS, SCORE_VALUES, STATUS_LABELS, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { ItemKind } from "@/lib/domain/tool/definition";

/** What a rater can choose, as it is stored and counted: "1" to "5", a status, or a kind of D/K. */
export type RoundValue = string;

/** Where a step of a scale lies, seen from afar: the three groups that a split by perspective has. */
export const VALUE_GROUPS = ["low", "middle", "high"] as const;
export type ValueGroup = (typeof VALUE_GROUPS)[number];

export interface ScaleStep {
  readonly value: RoundValue;
  /** Its place on the scale, a whole number. */
  readonly score: number;
  /** In the toolkit's words. */
  readonly label: string;
  readonly group: ValueGroup;
}

export interface RoundScale {
  readonly kind: "rating" | "status";
  /** From the lowest to the highest. */
  readonly steps: readonly ScaleStep[];
  /** Whether D/K is an answer: Tool 9 prints it, the checklists don't. */
  readonly hasDontKnow: boolean;
  /** Views differ when the average deviation is above this, in tenths of a step. */
  readonly flaggedAboveTenths: number;
}

const RATING_GROUPS: readonly ValueGroup[] = ["low", "low", "middle", "high", "high"];

export const RATING_SCALE: RoundScale = {
  kind: "rating",
  steps: SCORE_VALUES.map((score, index) => ({ value: String(score), score, label: SCORE_LABELS[score], group: RATING_GROUPS[index] ?? "middle" })),
  hasDontKnow: true,
  flaggedAboveTenths: 8,
};

/**
 * Yes, In Progress and No are three steps in a row. The bound for agreement is a sixth of the number of steps (Burke and
 * Dunlap, from whom the 0.8 for five steps comes: 5/6 is 0.83), so 0.5 for three.
 */
export const STATUS_SCALE: RoundScale = {
  kind: "status",
  steps: STATUS_VALUES.toReversed().map((value, index) => ({ value, score: index + 1, label: STATUS_LABELS[value], group: VALUE_GROUPS[index] ?? "middle" })),
  hasDontKnow: false,
  flaggedAboveTenths: 5,
};

/** The scale of an item that can be rated alone; null for one that can't. */
export function scaleOf(kind: ItemKind): RoundScale | null {
  if (kind === "rating") return RATING_SCALE;
  return kind === "status" ? STATUS_SCALE : null;
}

export function findStep(scale: RoundScale, value: RoundValue): ScaleStep | null {
  return scale.steps.find((step) => step.value === value) ?? null;
}

export function isDontKnow(value: RoundValue): value is DontKnowValue {
  return (DONT_KNOW_VALUES as readonly string[]).includes(value);
}

/** Whether a rater of an item with this scale can choose it. */
export function isChoosable(scale: RoundScale, value: RoundValue): boolean {
  return findStep(scale, value) !== null || (scale.hasDontKnow && isDontKnow(value));
}

/** What the value is as an answer to the item. */
export function toAnswer(scale: RoundScale, value: RoundValue): Answer {
  return (scale.kind === "rating" && !isDontKnow(value) ? Number(value) : value) as Answer;
}

/** The three meanings of D/K as a rater reads them. */
export const DONT_KNOW_CHOICES: readonly { readonly value: DontKnowValue; readonly label: string; readonly short: string }[] = [
  { value: "dk-unclear", label: "I am not sure what this means", short: "not sure what it means" },
  { value: "dk-unknown", label: "I do not know if we meet this", short: "do not know if we meet it" },
  { value: "dk-not-applicable", label: "This does not apply to us", short: "does not apply" },
];

/** "2 Disagree", "In Progress", "D/K" with its meaning where it has one. */
export function formatValue(scale: RoundScale, value: RoundValue): string {
  const step = findStep(scale, value);
  if (step) return scale.kind === "rating" ? `${step.score} ${step.label}` : step.label;
  const kind = DONT_KNOW_CHOICES.find((choice) => choice.value === value);
  return kind ? `D/K: ${kind.short}` : "D/K";
}

import type { ReportEvent } from "@/lib/domain/report/report-model";
import { type Fraction, formatPercent } from "@/lib/domain/text/rounding";

/**
 * What a row of a goal's table measures, and its values over time. Ours, beside the printed row: the row itself stays an
 * answer of its tool. Numbers are kept as the text that was entered, so that what is stored is what is shown.
 */

/** "percent" is a part of a whole, 18 of 25, and shown as the percent that it makes. */
export const INDICATOR_UNITS = ["percent", "count", "score", "other"] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export const INDICATOR_UNIT_LABELS: Record<IndicatorUnit, string> = {
  percent: "A part of a whole, such as 18 of 25",
  count: "A count",
  score: "A score, such as a survey’s average",
  other: "Something else, such as days or dollars",
};

/** In a few words: "Percent of overdose calls", "Count of kits", "Score, of 5". */
export function describeUnit({ unit, unitWords }: Pick<IndicatorSettings, "unit" | "unitWords">): string {
  const [alone, before] = { percent: ["Percent", "Percent of"], count: ["Count", "Count of"], score: ["Score", "Score,"], other: ["In", "In"] }[unit] as [string, string];
  return unitWords === "" ? alone : `${before} ${unitWords}`;
}

/** "watch": looked at, pushed in no direction. */
export const INDICATOR_DIRECTIONS = ["up", "down", "watch"] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

export const INDICATOR_DIRECTION_LABELS: Record<IndicatorDirection, string> = {
  up: "Up is better",
  down: "Down is better",
  watch: "Watched only, no direction is better",
};

/** How a row is measured. */
export interface IndicatorSettings {
  readonly unit: IndicatorUnit;
  /** What is counted, in the team's words: "calls", "days", "of 5"; possibly empty. */
  readonly unitWords: string;
  readonly direction: IndicatorDirection;
  /** A number as text; of a part of a whole in percent. Null without one. */
  readonly target: string | null;
  /** A day, "2026-12-31". */
  readonly targetOn: string | null;
}

/** A day, or the whole of a month. */
export interface MeasuredOn {
  /** "2026-11-01"; of a month its first day. */
  readonly day: string;
  readonly isMonth: boolean;
}

/** A number with what it is part of. */
export interface MeasuredNumber {
  readonly value: string;
  /** Of a part of a whole, the whole; null for all others. */
  readonly of: string | null;
}

export interface IndicatorValue extends MeasuredNumber {
  readonly id: string;
  readonly on: MeasuredOn;
  readonly source: string;
  readonly note: string;
  readonly entered: ReportEvent;
  /** What it was before it was corrected, the latest first. */
  readonly earlier: readonly EarlierValue[];
  /** Null while it stands. */
  readonly removed: ReportEvent | null;
}

export interface EarlierValue extends MeasuredNumber {
  readonly on: MeasuredOn;
  readonly note: string;
  readonly entered: ReportEvent;
}

/** A row's settings with its values. */
export interface Indicator extends IndicatorSettings {
  readonly id: string;
  /** The table and the row that it belongs to. */
  readonly itemId: string;
  readonly rowId: string;
  /** Those that stand, the oldest first. */
  readonly values: readonly IndicatorValue[];
  /** Those that were taken away and can come back, the oldest first. */
  readonly removedValues: readonly IndicatorValue[];
}

/** 1234.5 as "1,234.5": the digits themselves stay. */
function groupDigits(number: string): string {
  const [whole = "", fraction] = number.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The exact fraction behind a part of a whole; null for other numbers. */
export function fractionOf({ value, of }: MeasuredNumber): Fraction | null {
  return of === null ? null : { numerator: Number(value), denominator: Number(of) };
}

/** The number that is shown large: "72%", "12", "3.4". */
export function formatMeasured(number: MeasuredNumber): string {
  const fraction = fractionOf(number);
  return fraction ? formatPercent(fraction) : groupDigits(number.value);
}

/** What was counted: "18 of 25 calls", "12 people", "3.4 of 5". */
export function formatCounted({ unitWords }: Pick<IndicatorSettings, "unitWords">, { value, of }: MeasuredNumber): string {
  return [groupDigits(value), ...(of === null ? [] : ["of", groupDigits(of)]), unitWords].filter(Boolean).join(" ");
}

/** "90%", "12 days"; empty without one. */
export function formatTarget({ unit, unitWords, target }: Pick<IndicatorSettings, "unit" | "unitWords" | "target">): string {
  if (target === null) return "";
  return unit === "percent" ? `${groupDigits(target)}%` : [groupDigits(target), unitWords].filter(Boolean).join(" ");
}

/** Where a value stands on its chart: of a part of a whole in percent. */
export function heightOf(number: MeasuredNumber): number {
  const fraction = fractionOf(number);
  return fraction ? (fraction.numerator / fraction.denominator) * 100 : Number(number.value);
}

/** Counts below this may point to people when they are shared. */
export const SMALL_COUNT = 10;

/** Whether something that was counted is so few that it may point to people: none at all points to nobody. */
export function hasSmallCounts({ unit, values }: Pick<Indicator, "unit" | "values">): boolean {
  if (unit !== "percent" && unit !== "count") return false;
  const isSmall = (count: string | null) => count !== null && Number(count) > 0 && Number(count) < SMALL_COUNT;
  return values.some(({ value, of }) => isSmall(value) || isSmall(of));
}

import type { TableRow } from "@/lib/domain/answer/answers";
import type { GoalPlace } from "@/lib/domain/plan/plan-flow";
import { heightOf, type Indicator, type IndicatorValue } from "./indicator";
import { placeInTime } from "./measured-on";
import { isNarrowlyMeasured } from "./narrow-measures";

/** One row of a goal's table, with what it measures. */
export interface GoalRow {
  readonly rowId: string;
  /** Its place in the table; of a removed one its place among those. */
  readonly number: number;
  readonly question: string;
  readonly indicator: string;
  readonly source: string;
  readonly timeframe: string;
  /** Null before anybody said how it is measured. */
  readonly measured: Indicator | null;
}

export interface GoalIndicators {
  /** In the table's order. Rows in which nothing is written or measured are none. */
  readonly rows: readonly GoalRow[];
  /** Those that were removed from the table and hold values: they come back with their row. */
  readonly removedRows: readonly GoalRow[];
  /** Whether all of it measures abstinence or recidivism and nothing else. */
  readonly isNarrow: boolean;
}

/** What a row is called: its indicator, else its question, else its number. */
export function nameRow({ indicator, question, number }: Pick<GoalRow, "indicator" | "question" | "number">): string {
  return indicator || question || `Row ${number}`;
}

function toGoalRow({ columns }: GoalPlace, { id, cells }: TableRow, number: number, measured: Indicator | null): GoalRow {
  const text = (column: string) => (cells[column] ?? "").trim();
  return {
    rowId: id,
    number,
    question: text(columns.question),
    indicator: text(columns.indicator),
    source: text(columns.source),
    timeframe: text(columns.timeframe),
    measured,
  };
}

function holdsWords({ question, indicator, source, timeframe }: GoalRow): boolean {
  return [question, indicator, source, timeframe].some((text) => text !== "");
}

/**
 * A goal's rows with what each measures.
 * @param removed rows that were taken out of the table, as far as they are known
 * @param indicators any of the team's
 */
export function joinGoalRows(goal: GoalPlace, rows: readonly TableRow[], removed: readonly TableRow[], indicators: readonly Indicator[]): GoalIndicators {
  const own = new Map(indicators.filter(({ itemId }) => itemId === goal.indicators).map((indicator) => [indicator.rowId, indicator]));
  const shown = rows.map((row, index) => toGoalRow(goal, row, index + 1, own.get(row.id) ?? null)).filter((row) => holdsWords(row) || row.measured !== null);
  const present = new Set(rows.map(({ id }) => id));
  const texts = new Map(removed.map((row) => [row.id, row]));
  const removedRows = [...own.values()]
    .filter(({ rowId, values }) => !present.has(rowId) && values.length > 0)
    .map((indicator, index) => toGoalRow(goal, texts.get(indicator.rowId) ?? { id: indicator.rowId, cells: {} }, index + 1, indicator));
  return { rows: shown, removedRows, isNarrow: isNarrowlyMeasured(shown.map(({ indicator, question }) => indicator || question)) };
}

/** The newest value that stands; null without any. */
export function latestValue({ values }: Pick<Indicator, "values">): IndicatorValue | null {
  return values.at(-1) ?? null;
}

/** One value as a place on a line: days since 1970, and the number, of a part of a whole in percent. */
export interface IndicatorPoint {
  readonly at: number;
  readonly height: number;
}

export function pointsOf({ values }: Pick<Indicator, "values">): readonly IndicatorPoint[] {
  return values.map((value) => ({ at: placeInTime(value.on), height: heightOf(value) }));
}

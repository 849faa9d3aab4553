import { type Answer, SCORE_LABELS, SCORE_VALUES } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";

/** What an item's answer was from a day on. */
export interface SeriesPoint {
  /** When it became so; ISO 8601. */
  readonly at: string;
  /** Its place from 1 to 5; null for D/K, a blank and what is not rated. */
  readonly score: number | null;
  readonly text: string;
}

interface Change {
  readonly at: string;
  readonly after: Answer | null;
}

const NO_ANSWER = "No answer";

/** What an item's answer was over time, oldest first: the last answer of each day, and each only where it became another. */
export function buildAnswerSeries(item: Item, changes: readonly Change[]): readonly SeriesPoint[] {
  const byDay = new Map<string, Change>();
  for (const change of [...changes].sort((a, b) => (a.at < b.at ? -1 : 1))) byDay.set(change.at.slice(0, 10), change);
  const points: SeriesPoint[] = [];
  for (const { at, after } of byDay.values()) {
    const text = after === null ? NO_ANSWER : formatAnswer(item, after);
    const score = typeof after === "number" ? after : null;
    if (points.at(-1)?.text !== text && !(points.length === 0 && after === null)) points.push({ at, score, text });
  }
  return points;
}

/** The marks of the scale, from the highest. */
export const SCALE_MARKS = [...SCORE_VALUES].reverse().map((value) => ({ value, label: `${value} ${SCORE_LABELS[value]}` }));

import type { ReadinessArea, ReadinessChecklist } from "@/lib/domain/readiness/readiness";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatScore } from "@/lib/domain/readiness/scoring";
import { toolName } from "@/lib/domain/tool/items";
import { CHECKLIST_PART_LABELS, CHECKLIST_PARTS, type ChecklistPart, countPart } from "@/lib/readiness/chart-words";
import type { MarkTone } from "./print-blocks";

/** A chart of horizontal bars as numbers, for programs such as Word that draw it themselves and let people change it. */
export interface ChartData {
  /** From top to bottom. */
  readonly categories: readonly string[];
  /** More than one: stacked, in this order. */
  readonly series: readonly ChartSeries[];
  readonly axis: { readonly minimum: number; readonly maximum: number; readonly interval: number };
}

export interface ChartSeries {
  readonly name: string;
  /** One for each category; null where there is no bar. */
  readonly bars: readonly (ChartBar | null)[];
}

export interface ChartBar {
  readonly value: number;
  /** What stands at the bar, in words: a tone is never all there is to tell. */
  readonly label: string;
  readonly tone: MarkTone;
}

const BAND_TONES: Record<Band, MarkTone> = { priority: "negative", discuss: "partial", strength: "positive" };

const PART_TONES: Record<ChecklistPart, MarkTone> = {
  yes: "positive",
  "in-progress": "partial",
  no: "negative",
  blank: "neutral",
};

function areaName({ title, score }: ReadinessArea): string {
  const name = title.replace(/\.$/, "");
  return score.status === "scored" ? name : `${name} (${NOT_ENOUGH_RATINGS.toLowerCase()})`;
}

/** The area scores from 1 to 5. */
export function areaChartData(areas: readonly ReadinessArea[]): ChartData {
  return {
    categories: areas.map(areaName),
    series: [
      {
        name: "Average rating",
        bars: areas.map(({ score }) => {
          if (score.status === "insufficient") return null;
          const mean = formatScore(score);
          return { value: Number(mean), label: `${mean} ${BAND_LABELS[score.band]}`, tone: BAND_TONES[score.band] };
        }),
      },
    ],
    axis: { minimum: 1, maximum: 5, interval: 1 },
  };
}

/** How many statements of each checklist are Yes, In Progress, No and blank. */
export function checklistChartData(checklists: readonly ReadinessChecklist[]): ChartData {
  return {
    categories: checklists.map(({ tool }) => toolName(tool)),
    series: CHECKLIST_PARTS.map((part) => ({
      name: CHECKLIST_PART_LABELS[part],
      bars: checklists.map(({ score }) => {
        const count = countPart(score, part);
        return count === 0 ? null : { value: count, label: String(count), tone: PART_TONES[part] };
      }),
    })),
    axis: { minimum: 0, maximum: Math.max(...checklists.map(({ score }) => score.total)), interval: 5 },
  };
}

import type { ReadinessArea, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { areaChartData, checklistChartData } from "./chart-data";
import type { PrintBlock } from "./print-blocks";

/** What one drawing has room for: in large print three areas fill most of a page. */
const LARGE_AREAS = 3;

function splitAreas(areas: readonly ReadinessArea[], isLargePrint: boolean): (readonly ReadinessArea[])[] {
  if (!isLargePrint) return [areas];
  const count = Math.ceil(areas.length / LARGE_AREAS);
  return Array.from({ length: count }, (_, part) => areas.slice(part * LARGE_AREAS, (part + 1) * LARGE_AREAS));
}

/** The report's drawings, each with its numbers; their numbers stand in tables of the same chapter too. */
export function printReadinessCharts({ areas, checklists, headline }: ReadinessReport, isLargePrint: boolean): PrintBlock[] {
  const medium = isLargePrint ? "large-print" : "pdf";
  const areaCharts = splitAreas(areas, isLargePrint).map((part): PrintBlock => ({
    block: "chart",
    ...buildAreaChart(part, medium),
    data: areaChartData(part),
  }));
  const isAnswered = checklists.some(({ score }) => score.answered > 0);
  return [
    ...(headline.scored > 0 ? areaCharts : []),
    ...(isAnswered ? [{ block: "chart", ...buildChecklistChart(checklists, medium, "checklists"), data: checklistChartData(checklists) } as const] : []),
  ];
}

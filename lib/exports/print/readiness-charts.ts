import type { ReadinessArea, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { areaChartData, checklistChartData } from "./chart-data";
import type { PrintBlock } from "./print-blocks";

/** The areas that one drawing has room for: in large print five fill a page, the infrastructure or the components. */
function splitAreas(areas: readonly ReadinessArea[], isLargePrint: boolean): (readonly ReadinessArea[])[] {
  return isLargePrint ? [areas.slice(0, areas.length / 2), areas.slice(areas.length / 2)] : [areas];
}

/** The report's drawings, each with its numbers; their numbers stand in tables of the same chapter too. */
export function printReadinessCharts({ areas, checklists, headline }: ReadinessReport, isLargePrint: boolean): PrintBlock[] {
  const medium = isLargePrint ? "large-print" : "pdf";
  const areaCharts = splitAreas(areas, isLargePrint).map((part, index): PrintBlock => ({
    block: "chart",
    ...buildAreaChart(part, medium, `areas-${index}`),
    data: areaChartData(part),
  }));
  const isAnswered = checklists.some(({ score }) => score.answered > 0);
  return [
    ...(headline.scored > 0 ? areaCharts : []),
    ...(isAnswered ? [{ block: "chart", ...buildChecklistChart(checklists, medium, "checklists"), data: checklistChartData(checklists) } as const] : []),
  ];
}

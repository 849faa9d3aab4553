import type { ReadinessChecklist } from "@/lib/domain/readiness/readiness";
import { toolName } from "@/lib/domain/tool/items";
import { type ChartMedium, FONT_SIZE, LAYOUTS, nameAxis, PAGE_GRID, pageRows } from "./chart-layout";
import { type Fill, fillStyle } from "./chart-styles";
import { CHECKLIST_CHART_CAPTION, CHECKLIST_PART_LABELS, CHECKLIST_PARTS, type ChecklistPart, countPart } from "./chart-words";
import { type Chart, renderChart } from "./render-chart";

const PART_FILLS: Record<ChecklistPart, Fill> = { yes: "solid", "in-progress": "dots", no: "stripes", blank: "outline" };

const BAR = 26;
const ROWS = pageRows(BAR);
const LEGEND_HEIGHT = { "large-print": 30, pdf: 40 } as const;

/** The narrow drawing has no axis: a scale under names and bars would be far from most of them, and every count is on its bar. */
const ROOMS = {
  "large-print": { row: ROWS.row, top: LEGEND_HEIGHT["large-print"] + ROWS.above, right: 1, bottom: 2 - ROWS.below },
  pdf: { row: 52, top: LEGEND_HEIGHT.pdf, right: 16, bottom: 30 },
} as const;

function describeChecklist(checklist: ReadinessChecklist): string {
  const counts = CHECKLIST_PARTS.map((part) => `${countPart(checklist.score, part)} ${CHECKLIST_PART_LABELS[part]}`);
  return `${toolName(checklist.tool)}: ${counts.join(", ")}.`;
}

/** How many statements of each checklist are Yes, In Progress, No or blank, as stacked bars with their counts. */
export function buildChecklistChart(checklists: readonly ReadinessChecklist[], medium: ChartMedium, id: string): Chart {
  const { palette, width, left } = LAYOUTS[medium];
  const { row, top, right, bottom } = ROOMS[medium];
  const isPdf = medium === "pdf";
  const text = { fontSize: FONT_SIZE, color: palette.ink };
  const names = checklists.map(({ tool }) => toolName(tool));
  const svg = renderChart(
    {
      legend: {
        top: 4,
        left: isPdf ? left : 0,
        itemGap: isPdf ? 14 : 12,
        itemWidth: isPdf ? 22 : 18,
        ...(isPdf ? {} : { padding: 0 }),
        selectedMode: false,
        textStyle: text,
        data: CHECKLIST_PARTS.map((part) => CHECKLIST_PART_LABELS[part]),
      },
      grid: { left, right, top, bottom, ...(isPdf ? {} : PAGE_GRID) },
      xAxis: {
        show: isPdf,
        type: "value",
        min: 0,
        max: Math.max(...checklists.map(({ score }) => score.total)),
        interval: 5,
        axisLabel: { ...text, color: palette.muted },
        splitLine: { lineStyle: { color: palette.line } },
      },
      yAxis: nameAxis(medium, names, BAR),
      series: CHECKLIST_PARTS.map((part) => ({
        type: "bar" as const,
        name: CHECKLIST_PART_LABELS[part],
        stack: "statements",
        barWidth: BAR,
        silent: true,
        itemStyle: fillStyle(PART_FILLS[part], palette.statuses[part], palette),
        // On a patch of paper, so that a count can be read on any pattern.
        label: { ...text, backgroundColor: palette.paper, padding: [2, 3], borderRadius: 2 },
        data: checklists.map(({ score }) => {
          const count = countPart(score, part);
          // An empty part draws nothing; a bar of width 0 would still draw its border.
          return { value: count === 0 ? "-" : count, label: { show: count > 0 } };
        }),
      })),
    },
    { width, height: checklists.length * row + top + bottom },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: CHECKLIST_CHART_CAPTION,
    alternative: checklists.map(describeChecklist).join(" "),
  };
}

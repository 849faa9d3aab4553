import { STATUS_LABELS, STATUS_VALUES, type StatusValue } from "@/lib/tools/answers";
import { toolName } from "@/lib/tools/items";
import type { ReadinessChecklist } from "@/lib/tools/readiness";
import type { ChecklistScore } from "@/lib/tools/scoring";
import type { ChartLayout } from "./area-chart";
import type { ChartPalette } from "./chart-palette";
import { type Fill, fillStyle } from "./chart-styles";
import { type Chart, renderChart } from "./render-chart";

type Part = StatusValue | "blank";

const PARTS: readonly Part[] = [...STATUS_VALUES, "blank"];
const PART_LABELS: Record<Part, string> = { ...STATUS_LABELS, blank: "Blank" };
const PART_FILLS: Record<Part, Fill> = { yes: "solid", "in-progress": "dots", no: "stripes", blank: "outline" };

const LAYOUTS = {
  wide: { width: 760, row: 52, left: 330, fontSize: 14 },
  narrow: { width: 340, row: 48, left: 62, fontSize: 13 },
} as const;
const LEGEND_HEIGHT = 40;
const AXIS_HEIGHT = 30;

function countOf(score: ChecklistScore, part: Part): number {
  return part === "in-progress" ? score.inProgress : score[part];
}

function describeChecklist(checklist: ReadinessChecklist): string {
  const counts = PARTS.map((part) => `${countOf(checklist.score, part)} ${PART_LABELS[part]}`);
  return `${toolName({ number: checklist.toolNumber, title: checklist.title })}: ${counts.join(", ")}.`;
}

/** How many statements of each checklist are Yes, In Progress, No or blank, as stacked bars with their counts. */
export function buildChecklistChart(
  checklists: readonly ReadinessChecklist[],
  palette: ChartPalette,
  layout: ChartLayout,
  id: string,
): Chart {
  const { width, row, left, fontSize } = LAYOUTS[layout];
  const text = { fontSize, color: palette.ink };
  const svg = renderChart(
    {
      legend: {
        top: 4,
        left: layout === "wide" ? left : 0,
        itemGap: 14,
        itemWidth: 22,
        selectedMode: false,
        textStyle: text,
        data: PARTS.map((part) => PART_LABELS[part]),
      },
      grid: { left, right: 16, top: LEGEND_HEIGHT, bottom: AXIS_HEIGHT },
      xAxis: {
        type: "value",
        min: 0,
        max: Math.max(...checklists.map(({ score }) => score.total)),
        interval: 5,
        axisLabel: { ...text, color: palette.muted },
        splitLine: { lineStyle: { color: palette.line } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: checklists.map(({ toolNumber, title }) =>
          layout === "wide" ? toolName({ number: toolNumber, title }) : `Tool ${toolNumber}`,
        ),
        axisLabel: { ...text, width: left - 16, overflow: "break", lineHeight: fontSize + 4 },
        axisLine: { lineStyle: { color: palette.muted } },
        axisTick: { show: false },
      },
      series: PARTS.map((part) => ({
        type: "bar" as const,
        name: PART_LABELS[part],
        stack: "statements",
        barWidth: 26,
        silent: true,
        itemStyle: fillStyle(PART_FILLS[part], palette.statuses[part], palette),
        // On a patch of paper, so that a count can be read on any pattern.
        label: { ...text, backgroundColor: palette.paper, padding: [2, 3], borderRadius: 2 },
        data: checklists.map(({ score }) => {
          const count = countOf(score, part);
          // An empty part draws nothing; a bar of width 0 would still draw its border.
          return { value: count === 0 ? "-" : count, label: { show: count > 0 } };
        }),
      })),
    },
    { width, height: LEGEND_HEIGHT + checklists.length * row + AXIS_HEIGHT },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: "Statements answered Yes, In Progress and No on each checklist",
    alternative: checklists.map(describeChecklist).join(" "),
  };
}

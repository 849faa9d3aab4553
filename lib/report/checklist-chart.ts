import { toolName } from "@/lib/tools/items";
import type { ReadinessChecklist } from "@/lib/tools/readiness";
import { printPalette as palette } from "./chart-palette";
import { CHECKLIST_CHART_CAPTION, CHECKLIST_PART_LABELS, CHECKLIST_PARTS, type ChecklistPart, countPart } from "./chart-words";
import { type Fill, fillStyle } from "./chart-styles";
import { type Chart, renderChart } from "./render-chart";

const PART_FILLS: Record<ChecklistPart, Fill> = { yes: "solid", "in-progress": "dots", no: "stripes", blank: "outline" };

const WIDTH = 760;
const ROW = 52;
const LEFT = 330;
const FONT_SIZE = 14;
const LEGEND_HEIGHT = 40;
const AXIS_HEIGHT = 30;

function describeChecklist(checklist: ReadinessChecklist): string {
  const counts = CHECKLIST_PARTS.map((part) => `${countPart(checklist.score, part)} ${CHECKLIST_PART_LABELS[part]}`);
  return `${toolName({ number: checklist.toolNumber, title: checklist.title })}: ${counts.join(", ")}.`;
}

/** How many statements of each checklist are Yes, In Progress, No or blank, as stacked bars with their counts. */
export function buildChecklistChart(checklists: readonly ReadinessChecklist[], id: string): Chart {
  const text = { fontSize: FONT_SIZE, color: palette.ink };
  const svg = renderChart(
    {
      legend: {
        top: 4,
        left: LEFT,
        itemGap: 14,
        itemWidth: 22,
        selectedMode: false,
        textStyle: text,
        data: CHECKLIST_PARTS.map((part) => CHECKLIST_PART_LABELS[part]),
      },
      grid: { left: LEFT, right: 16, top: LEGEND_HEIGHT, bottom: AXIS_HEIGHT },
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
        data: checklists.map(({ toolNumber, title }) => toolName({ number: toolNumber, title })),
        axisLabel: { ...text, width: LEFT - 16, overflow: "break", lineHeight: FONT_SIZE + 4 },
        axisLine: { lineStyle: { color: palette.muted } },
        axisTick: { show: false },
      },
      series: CHECKLIST_PARTS.map((part) => ({
        type: "bar" as const,
        name: CHECKLIST_PART_LABELS[part],
        stack: "statements",
        barWidth: 26,
        silent: true,
        itemStyle: fillStyle(PART_FILLS[part], palette.statuses[part]),
        // On a patch of paper, so that a count can be read on any pattern.
        label: { ...text, backgroundColor: palette.paper, padding: [2, 3], borderRadius: 2 },
        data: checklists.map(({ score }) => {
          const count = countPart(score, part);
          // An empty part draws nothing; a bar of width 0 would still draw its border.
          return { value: count === 0 ? "-" : count, label: { show: count > 0 } };
        }),
      })),
    },
    { width: WIDTH, height: LEGEND_HEIGHT + checklists.length * ROW + AXIS_HEIGHT },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: CHECKLIST_CHART_CAPTION,
    alternative: checklists.map(describeChecklist).join(" "),
  };
}

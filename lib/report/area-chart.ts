import type { ReadinessArea } from "@/lib/tools/readiness";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/tools/rules";
import { formatRated, formatScore } from "@/lib/tools/scoring";
import type { ChartPalette } from "./chart-palette";
import { type Fill, fillStyle } from "./chart-styles";
import { type Chart, renderChart } from "./render-chart";

/** "wide" prints whole titles beside the bars; "narrow" fits a phone without shrinking the letters. */
export type ChartLayout = "wide" | "narrow";

const BAND_FILLS: Record<Band, Fill> = { priority: "stripes", discuss: "dots", strength: "solid" };

const LAYOUTS = {
  wide: { width: 760, row: 46, left: 330, right: 116, fontSize: 14 },
  narrow: { width: 340, row: 40, left: 112, right: 102, fontSize: 13 },
} as const;

/** Without the full stop at its end. */
function nameOf({ title }: ReadinessArea): string {
  return title.replace(/\.$/, "");
}

/** "Infrastructure 1" of "Infrastructure 1: Use information systems …". */
function shortNameOf({ title }: ReadinessArea): string {
  return title.split(":", 1)[0] ?? title;
}

function describeArea(area: ReadinessArea): string {
  const { score } = area;
  const name = nameOf(area);
  if (score.status === "insufficient") return `${name}: ${NOT_ENOUGH_RATINGS.toLowerCase()}, ${formatRated(score)}.`;
  return `${name}: ${formatScore(score.mean)}, ${BAND_LABELS[score.band]}, ${formatRated(score)}.`;
}

function bar({ score }: ReadinessArea, palette: ChartPalette) {
  if (score.status === "insufficient") {
    return { value: 1, itemStyle: { color: "none" }, label: { formatter: NOT_ENOUGH_RATINGS, color: palette.muted, fontWeight: "normal" as const } };
  }
  return {
    value: score.mean,
    itemStyle: fillStyle(BAND_FILLS[score.band], palette.bands[score.band], palette),
    label: { formatter: `${formatScore(score.mean)} ${BAND_LABELS[score.band]}` },
  };
}

/** The ten area scores as labelled bars from 1 to 5; an area without a score says so and has no bar. */
export function buildAreaChart(
  areas: readonly ReadinessArea[],
  palette: ChartPalette,
  layout: ChartLayout,
  id: string,
): Chart {
  const { width, row, left, right, fontSize } = LAYOUTS[layout];
  const text = { fontSize, color: palette.ink };
  const svg = renderChart(
    {
      grid: { left, right, top: 4, bottom: 30 },
      xAxis: {
        type: "value",
        min: 1,
        max: 5,
        interval: 1,
        axisLabel: { ...text, color: palette.muted },
        splitLine: { lineStyle: { color: palette.line } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: areas.map(layout === "wide" ? nameOf : shortNameOf),
        axisLabel: { ...text, width: left - 16, overflow: "break", lineHeight: fontSize + 4 },
        axisLine: { lineStyle: { color: palette.muted } },
        axisTick: { show: false },
      },
      series: [
        {
          type: "bar" as const,
          barWidth: 18,
          silent: true,
          label: { show: true, position: "right", ...text, fontWeight: "bold" },
          data: areas.map((area) => bar(area, palette)),
        },
      ],
    },
    { width, height: areas.length * row + 34 },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: "Average rating of each area, from 1 (Strongly Disagree) to 5 (Strongly Agree)",
    alternative: areas.map(describeArea).join(" "),
  };
}

import type { ReadinessArea } from "@/lib/tools/readiness";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/tools/rules";
import { formatRated, formatScore } from "@/lib/tools/scoring";
import { printPalette as palette } from "./chart-palette";
import { AREA_CHART_CAPTION } from "./chart-words";
import { type Fill, fillStyle } from "./chart-styles";
import { type Chart, renderChart } from "./render-chart";

const BAND_FILLS: Record<Band, Fill> = { priority: "stripes", discuss: "dots", strength: "solid" };

const WIDTH = 760;
const ROW = 46;
const LEFT = 330;
const RIGHT = 116;
const FONT_SIZE = 14;

/** Without the full stop at its end. */
function nameOf({ title }: ReadinessArea): string {
  return title.replace(/\.$/, "");
}

function describeArea(area: ReadinessArea): string {
  const { score } = area;
  const name = nameOf(area);
  if (score.status === "insufficient") return `${name}: ${NOT_ENOUGH_RATINGS.toLowerCase()}, ${formatRated(score)}.`;
  return `${name}: ${formatScore(score.mean)}, ${BAND_LABELS[score.band]}, ${formatRated(score)}.`;
}

function bar({ score }: ReadinessArea) {
  if (score.status === "insufficient") {
    return { value: 1, itemStyle: { color: "none" }, label: { formatter: NOT_ENOUGH_RATINGS, color: palette.muted, fontWeight: "normal" as const } };
  }
  return {
    value: score.mean,
    itemStyle: fillStyle(BAND_FILLS[score.band], palette.bands[score.band]),
    label: { formatter: `${formatScore(score.mean)} ${BAND_LABELS[score.band]}` },
  };
}

/** The ten area scores as labelled bars from 1 to 5; an area without a score says so and has no bar. */
export function buildAreaChart(areas: readonly ReadinessArea[], id: string): Chart {
  const text = { fontSize: FONT_SIZE, color: palette.ink };
  const svg = renderChart(
    {
      grid: { left: LEFT, right: RIGHT, top: 4, bottom: 30 },
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
        data: areas.map(nameOf),
        axisLabel: { ...text, width: LEFT - 16, overflow: "break", lineHeight: FONT_SIZE + 4 },
        axisLine: { lineStyle: { color: palette.muted } },
        axisTick: { show: false },
      },
      series: [
        {
          type: "bar" as const,
          barWidth: 18,
          silent: true,
          label: { show: true, position: "right", ...text, fontWeight: "bold" },
          data: areas.map((area) => bar(area)),
        },
      ],
    },
    { width: WIDTH, height: areas.length * ROW + 34 },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: AREA_CHART_CAPTION,
    alternative: areas.map(describeArea).join(" "),
  };
}

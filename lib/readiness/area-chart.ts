import type { YAXisComponentOption } from "echarts";
import type { ReadinessArea } from "@/lib/domain/readiness/readiness";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatRated, formatScore } from "@/lib/domain/readiness/scoring";
import { type ChartMedium, FONT_SIZE, LAYOUTS, nameAxis, PAGE_GRID, pageRows } from "./chart-layout";
import type { ChartPalette } from "./chart-palette";
import { type Fill, fillStyle } from "./chart-styles";
import { AREA_CHART_CAPTION } from "./chart-words";
import { type Chart, renderChart } from "./render-chart";

const BAND_FILLS: Record<Band, Fill> = { priority: "stripes", discuss: "dots", strength: "solid" };

const BAR = 18;
const ROWS = pageRows(BAR);
const AXIS_HEIGHT = 26;

const PAGE_ROOM = { row: ROWS.row, top: ROWS.above, right: 104, bottom: AXIS_HEIGHT - ROWS.below } as const;

const ROOMS = {
  page: PAGE_ROOM,
  "large-print": PAGE_ROOM,
  pdf: { row: 46, top: 4, right: 116, bottom: 30 },
} as const;

/** Without the full stop at its end. */
function nameOf({ title }: ReadinessArea): string {
  return title.replace(/\.$/, "");
}

function describeArea(area: ReadinessArea): string {
  const { score } = area;
  const name = nameOf(area);
  if (score.status === "insufficient") return `${name}: ${NOT_ENOUGH_RATINGS.toLowerCase()}, ${formatRated(score)}.`;
  return `${name}: ${formatScore(score)}, ${BAND_LABELS[score.band]}, ${formatRated(score)}.`;
}

const scoreText = ({ score }: ReadinessArea) =>
  score.status === "scored" ? `${formatScore(score)} ${BAND_LABELS[score.band]}` : "";

function bar(area: ReadinessArea, palette: ChartPalette) {
  const { score } = area;
  if (score.status === "insufficient") {
    const label = { show: true, formatter: NOT_ENOUGH_RATINGS, color: palette.muted, fontWeight: "normal" as const };
    return { value: 1, itemStyle: { color: "none" }, label };
  }
  return {
    value: score.mean,
    itemStyle: fillStyle(BAND_FILLS[score.band], palette.bands[score.band], palette),
    label: { formatter: scoreText(area) },
  };
}

/** On the page scores stand in a column right of the bars' tracks, in the PDF at the end of each bar. */
function scoreAxis(areas: readonly ReadinessArea[], { ink }: ChartPalette): YAXisComponentOption {
  return {
    type: "category",
    position: "right",
    inverse: true,
    data: areas.map(scoreText),
    axisLabel: { fontSize: FONT_SIZE, color: ink, fontWeight: "bold" },
    axisLine: { show: false },
    axisTick: { show: false },
  };
}

/** The ten area scores as labelled bars from 1 to 5; an area without a score says so and has no bar. */
export function buildAreaChart(areas: readonly ReadinessArea[], medium: ChartMedium, id: string): Chart {
  const { palette, width, left } = LAYOUTS[medium];
  const { row, top, right, bottom } = ROOMS[medium];
  const isPage = medium !== "pdf";
  const text = { fontSize: FONT_SIZE, color: palette.ink };
  const names = nameAxis(medium, areas.map(nameOf), BAR);
  const svg = renderChart(
    {
      grid: { left, right, top, bottom, ...(isPage ? PAGE_GRID : {}) },
      xAxis: {
        type: "value",
        min: 1,
        max: 5,
        interval: 1,
        axisLabel: {
          ...text,
          color: palette.muted,
          // Up to the last bar, and the 1 not beyond the drawing's edge.
          ...(isPage ? { margin: 8 - ROWS.below, alignMinLabel: "left" as const } : {}),
        },
        splitLine: { show: !isPage, lineStyle: { color: palette.line } },
      },
      yAxis: isPage ? [names, scoreAxis(areas, palette)] : names,
      series: [
        {
          type: "bar" as const,
          barWidth: BAR,
          silent: true,
          label: { show: !isPage, position: "right", ...text, fontWeight: "bold" },
          ...(isPage ? { showBackground: true, backgroundStyle: { color: "none", borderColor: palette.line, borderWidth: 1 } } : {}),
          data: areas.map((area) => bar(area, palette)),
        },
      ],
    },
    { width, height: areas.length * row + top + bottom },
    id,
    palette.fontFamily,
  );
  return {
    svg,
    caption: AREA_CHART_CAPTION,
    alternative: areas.map(describeArea).join(" "),
  };
}

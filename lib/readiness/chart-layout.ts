import type { YAXisComponentOption } from "echarts";
import { type ChartPalette, pdfPalette } from "./chart-palette";

/**
 * Where a chart is read. The PDF has room for names beside the bars. In large print they stand above them, in a narrow
 * drawing whose letters have more than 18 points over the width of a page.
 */
export type ChartMedium = "pdf" | "large-print";

interface ChartLayout {
  readonly palette: ChartPalette;
  readonly width: number;
  /** Where the bars begin. */
  readonly left: number;
  /** How wide a line of a name may be. */
  readonly nameWidth: number;
}

/** Lengths are in units of the drawing: CSS pixels where it is shown as wide as it was made. */
export const LAYOUTS: Readonly<Record<ChartMedium, ChartLayout>> = {
  "large-print": { palette: pdfPalette, width: 340, left: 1, nameWidth: 322 },
  pdf: { palette: pdfPalette, width: 760, left: 330, nameWidth: 314 },
};

/** Rows of the narrow drawing reach over the drawing's edges where nothing of them is drawn; ECharts would shrink them to fit. */
export const PAGE_GRID = { outerBoundsMode: "none" } as const;

export const FONT_SIZE = 14;
const LINE_HEIGHT = FONT_SIZE + 4;
/** Between a bar and the name above it. */
const NAME_GAP = 5;
/** Between a bar and the name of the next one. */
const ROW_GAP = 16;

interface PageRows {
  readonly row: number;
  /** How far the first name reaches out of its row, and how much of the last row is left under its bar. */
  readonly above: number;
  readonly below: number;
}

/** Rows of the narrow drawing: two lines of a name and its bar, which ECharts puts in the middle of the row. */
export function pageRows(barWidth: number): PageRows {
  const nameHeight = 2 * LINE_HEIGHT + NAME_GAP;
  const row = nameHeight + barWidth + ROW_GAP;
  return { row, above: nameHeight + barWidth / 2 - row / 2, below: (row - barWidth) / 2 };
}

/** The names of the bars, first one on top. */
export function nameAxis(medium: ChartMedium, names: readonly string[], barWidth: number): YAXisComponentOption {
  const { palette, nameWidth } = LAYOUTS[medium];
  const label = {
    fontSize: FONT_SIZE,
    color: palette.ink,
    width: nameWidth,
    overflow: "break" as const,
    lineHeight: LINE_HEIGHT,
  };
  const above = {
    inside: true,
    margin: 0,
    verticalAlign: "bottom" as const,
    padding: [0, 0, barWidth / 2 + NAME_GAP, 0],
  };
  return {
    type: "category",
    inverse: true,
    data: [...names],
    axisLabel: medium === "pdf" ? label : { ...label, ...above },
    axisLine: { show: medium === "pdf", lineStyle: { color: palette.muted } },
    axisTick: { show: false },
  };
}

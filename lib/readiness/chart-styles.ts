import type { BarSeriesOption } from "echarts/charts";
import type { ChartPalette } from "./chart-palette";

export type Fill = "solid" | "stripes" | "dots" | "outline";

type ItemStyle = NonNullable<BarSeriesOption["itemStyle"]>;

type Decal = Exclude<NonNullable<ItemStyle["decal"]>, "none">;

const DECALS: Partial<Record<Fill, Decal>> = {
  stripes: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  dots: { symbol: "circle", symbolSize: 0.7, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0] },
};

/** A fill that stays apart from its neighbours in black and white. */
export function fillStyle(fill: Fill, color: string, palette: ChartPalette): ItemStyle {
  const decal = DECALS[fill];
  return {
    color,
    borderColor: fill === "outline" ? palette.muted : color,
    borderWidth: 1,
    ...(decal ? { decal: { ...decal, color: palette.paper } } : {}),
  };
}

import { BarChart, type BarSeriesOption } from "echarts/charts";
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
} from "echarts/components";
import { type ComposeOption, init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([BarChart, GridComponent, LegendComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A drawing and the words that stand for it where it can't be seen. */
export interface Chart {
  /** A complete `<svg>` without ids, styles or scripts that could meet those of the page around it. */
  readonly svg: string;
  readonly caption: string;
  readonly alternative: string;
}

/** ECharts writes fonts as style attributes, which a content security policy may drop; SVG has attributes for them. */
function fontAttributes(css: string, fontFamily: string | null): string {
  const value = (name: string) => new RegExp(`(?:^|;)${name}:([^;]+)`).exec(css)?.[1];
  const size = value("font-size");
  const weight = value("font-weight");
  return [
    size && ` font-size="${size}"`,
    weight && ` font-weight="${weight}"`,
    fontFamily && ` font-family="${fontFamily}"`,
  ]
    .filter(Boolean)
    .join("");
}

/** Areas that ECharts would watch for a pointer. */
function isInvisible(attributes: string): boolean {
  const isFilled = !/ fill="none"| fill-opacity="0"/.test(attributes);
  const isOutlined = / stroke="/.test(attributes) && !/ stroke-width="0"/.test(attributes);
  return !isFilled && !isOutlined;
}

function cleanSvg(svg: string, id: string, fontFamily: string | null): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:ecmeta_\w+|class|pointer-events|baseProfile|xmlns:xlink|xml:space)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_match, css: string) => fontAttributes(css, fontFamily))
    .replace(/zr\d+-/g, `${id}-`)
    .replace(/<(path|rect)([^>]*)><\/\1>/g, (shape, _name, attributes: string) => (isInvisible(attributes) ? "" : shape))
    .replace(/\n/g, "");
}

/**
 * Draws a chart as SVG text. ECharts escapes the texts it is given.
 * `id` starts every id inside the drawing and must be unique on the page.
 */
export function renderChart(
  option: ChartOption,
  { width, height }: ChartSize,
  id: string,
  fontFamily: string | null,
): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    // An unquoted name: quotes would end the style attribute that ECharts writes it into.
    chart.setOption({ animation: false, textStyle: { fontFamily: "sans-serif" }, ...option });
    return cleanSvg(chart.renderToSVGString(), id, fontFamily);
  } finally {
    chart.dispose();
  }
}

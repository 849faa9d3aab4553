// @ts-check
/** A chart that Word draws itself, from numbers people can open and change; its words are its alternative text. */
import { Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import { LATIN } from "./docx-fonts.mjs";
import { STYLES } from "./docx-styles.mjs";
import { say } from "./docx-text.mjs";
import { COLOURS, TONES } from "./docx-theme.mjs";

/**
 * @typedef {import("../print/chart-data").ChartData} ChartData
 * @typedef {import("../print/chart-data").ChartSeries} ChartSeries
 * @typedef {Extract<import("../print/print-blocks").PrintBlock, { block: "chart" }>} PrintChart
 */

const PIXELS_PER_TWIP = 96 / 1440;
/** Heights in pixels at usual size. */
const ROW_HEIGHT = 34;
const STACKED_ROW_HEIGHT = 50;
const AXIS_HEIGHT = 70;

/**
 * Every bar has its words; a colour is never all there is to tell.
 * @param {ChartSeries} series
 * @param {boolean} isStacked
 * @param {number} fontSize
 */
function toSeries({ name, bars }, isStacked, fontSize) {
  const colors = bars.map((bar) => (bar ? TONES[bar.tone].bar : undefined));
  const font = { size: fontSize, bold: true, color: isStacked ? "FFFFFF" : COLOURS.ink };
  return {
    name,
    values: bars.map((bar) => bar?.value ?? null),
    ...(isStacked ? { color: colors.find((color) => color !== undefined) ?? TONES.neutral.bar } : { colors }),
    dataLabels: { value: true, position: isStacked ? /** @type {const} */ ("center") : /** @type {const} */ ("outsideEnd"), font },
    pointLabels: bars.map((bar) => (bar && bar.label !== String(bar.value) ? { text: bar.label, font } : undefined)),
  };
}

/**
 * @param {ChartData} data
 * @param {string} alternative
 * @param {import("./docx-theme.mjs").Layout} layout
 */
function chartRun({ categories, series, axis }, alternative, { textWidth, size, isLarge }) {
  const isStacked = series.length > 1;
  const fontSize = size(9) / 2;
  const font = { size: fontSize, color: COLOURS.ink };
  const rowHeight = (isStacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT) * (isLarge ? 1.7 : 1);
  return new ChartRun({
    type: "bar",
    categories,
    series: series.map((one) => toSeries(one, isStacked, fontSize)),
    stacking: isStacked ? "stacked" : "none",
    gapWidth: isStacked ? 70 : 60,
    font: { name: LATIN.font, color: COLOURS.ink },
    legend: isStacked ? { position: "top", font } : false,
    // Word starts at the bottom; reversed, the first stands on top, and the values cross at the other end to stay below.
    categoryAxis: { reverseOrder: true, font },
    valueAxis: { ...axis, crossesAt: "maximum", font: { ...font, color: COLOURS.quiet }, gridlines: true },
    chartArea: { fill: "FFFFFF", border: "none" },
    transformation: {
      width: Math.round(textWidth * PIXELS_PER_TWIP),
      height: Math.round(categories.length * rowHeight + AXIS_HEIGHT * (isLarge ? 1.7 : 1)),
    },
    altText: { name: "Chart", description: alternative },
  });
}

/**
 * @param {PrintChart} chart
 * @param {import("./docx-theme.mjs").Layout} layout
 */
export function printChart({ caption, alternative, data }, layout) {
  return [
    new Paragraph({ style: STYLES.caption, children: say(caption) }),
    data
      ? new Paragraph({ children: [chartRun(data, alternative, layout)] })
      : new Paragraph({ children: say(alternative) }),
  ];
}

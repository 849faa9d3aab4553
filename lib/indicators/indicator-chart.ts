import "server-only";
import { chartTicks, nameTick, PERCENT_TICKS } from "@/lib/domain/indicators/chart-scale";
import { pointsOf } from "@/lib/domain/indicators/goal-indicators";
import { formatMeasured, formatTarget, type Indicator, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn, formatShortOn } from "@/lib/domain/indicators/measured-on";
import { formatDay } from "@/lib/domain/text/due-words";

/**
 * A line over time, of numbers alone, drawn on the server. Places across are per cent of whatever width it is shown in, and
 * letters keep their size, so that a phone gets a narrower drawing and not a smaller one.
 */
export interface IndicatorDrawing {
  readonly axisWidth: number;
  /** Inside an `<svg>` of the height below: names of heights, beside the plot. */
  readonly axis: string;
  /** Inside an `<svg>` of the height below that is as wide as it is shown. */
  readonly plot: string;
  readonly height: number;
  /** The drawing in words. */
  readonly alternative: string;
}

const AXIS_WIDTH = 46;
const TOP = 18;
const BELOW = 24;
/** Room for half a circle at both ends. */
const SIDE_PERCENT = 2;
const LETTERS = 12;
/** More circles would run into each other. */
const MOST_CIRCLES = 24;
/** More names of months would, too. */
const MOST_NAMES = 8;
/** More values are told by their ends and extremes. */
const MOST_TOLD = 12;

/** A hundredth of a pixel more or less nobody sees. */
const short = (value: number) => String(Math.trunc(value * 100) / 100);
const percent = (value: number) => `${short(value)}%`;

interface Scale {
  readonly ticks: readonly number[];
  readonly top: number;
  readonly y: (height: number) => number;
}

function scaleOf({ unit, target, values }: Indicator, height: number): Scale {
  const heights = pointsOf({ values }).map((point) => point.height);
  const ticks = unit === "percent" ? PERCENT_TICKS : chartTicks(Math.max(...heights, Number(target ?? 0)));
  const top = ticks.at(-1) ?? 1;
  const bottom = height - BELOW;
  return { ticks, top, y: (value) => bottom - (value / top) * (bottom - TOP) };
}

function text(words: string, x: string, y: number, anchor: "start" | "middle" | "end", more = ""): string {
  return `<text x="${x}" y="${short(y)}" text-anchor="${anchor}" font-size="${LETTERS}px"${more}>${words}</text>`;
}

const QUIET = ' fill="var(--muted)"';

function drawAxis({ unit }: Indicator, { ticks, y }: Scale): string {
  const name = (tick: number) => (unit === "percent" ? `${tick}%` : nameTick(tick));
  return ticks.map((tick) => text(name(tick), String(AXIS_WIDTH - 8), y(tick) + 4, "end", QUIET)).join("");
}

function drawTarget(indicator: Indicator, { y }: Scale): string {
  const { target, targetOn } = indicator;
  if (target === null) return "";
  const height = y(Number(target));
  const line = `<line x1="0%" x2="100%" y1="${short(height)}" y2="${short(height)}" stroke="var(--success)" stroke-width="2" stroke-dasharray="6 4"/>`;
  const words = `Target ${escape(formatTarget({ ...indicator, unitWords: "" }))}${targetOn === null ? "" : ` by ${formatDay(targetOn)}`}`;
  return `${line}${text(words, "100%", height - 6, "end", ' fill="var(--success)"')}`;
}

const escape = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Placed {
  readonly value: IndicatorValue;
  readonly x: number;
  readonly y: number;
}

function place(indicator: Indicator, { y }: Scale): readonly Placed[] {
  const points = pointsOf(indicator);
  const from = points[0]?.at ?? 0;
  const span = (points.at(-1)?.at ?? 0) - from || 1;
  return points.map(({ at, height }, index) => ({
    value: indicator.values[index] as IndicatorValue,
    x: SIDE_PERCENT + ((at - from) / span) * (100 - 2 * SIDE_PERCENT),
    y: y(height),
  }));
}

/**
 * Through all values. Of a line its places cannot be per cent, so it is drawn a hundred wide and stretched, its stroke left as it
 * is: a line of its own between every two values was most of a page with years of them.
 */
function drawLine(placed: readonly Placed[], height: number): string {
  const points = placed.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ");
  const stroke = 'fill="none" stroke="var(--primary)" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke"';
  return `<svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><polyline points="${points}" ${stroke}/></svg>`;
}

function drawCircles(placed: readonly Placed[]): string {
  const last = placed.length - 1;
  return placed
    .filter((_, index) => index === last || placed.length <= MOST_CIRCLES)
    .map(({ x, y }, index, shown) =>
      index === shown.length - 1
        ? `<circle cx="${percent(x)}" cy="${short(y)}" r="5.5" fill="var(--primary)"/>`
        : `<circle cx="${percent(x)}" cy="${short(y)}" r="4" fill="var(--surface)" stroke="var(--primary)" stroke-width="2"/>`,
    )
    .join("");
}

/** The first and the last number, above their circles; below where the number of another line would be in the way. */
function drawEnds(placed: readonly Placed[], target: number | null): string {
  const label = ({ value, x, y }: Placed, anchor: "start" | "end") => {
    const isCrowded = y < TOP + 14 || (target !== null && target <= y && y - target < 34);
    return text(formatMeasured(value), percent(anchor === "start" ? x - 1 : x + 1), isCrowded ? y + 20 : y - 11, anchor, ' fill="var(--ink)" font-weight="600"');
  };
  const [first, last] = [placed[0], placed.at(-1)];
  return first && last ? label(first, "start") + label(last, "end") : "";
}

/** When: the first and the last always, the others where there is room for all of them. */
function drawNames(placed: readonly Placed[], height: number): string {
  const years = new Set(placed.map(({ value }) => value.on.day.slice(0, 4)));
  const last = placed.length - 1;
  return placed
    .map(({ value, x }, index) => {
      const isEnd = index === 0 || index === last;
      if (!isEnd && placed.length > MOST_NAMES) return "";
      const anchor = index === 0 ? "start" : index === last ? "end" : "middle";
      const words = formatShortOn(value.on, isEnd && years.size > 1);
      return text(words, percent(index === 0 ? x - 1 : index === last ? x + 1 : x), height - 5, anchor, isEnd ? QUIET : `${QUIET} class="chart-between"`);
    })
    .join("");
}

/** In words: each value where they are few, else where the line begins and ends and between which heights it stays. */
function describe(indicator: Indicator, name: string): string {
  const { values } = indicator;
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return name;
  const told = (value: IndicatorValue) => `${formatMeasuredOn(value.on)}: ${formatMeasured(value)}`;
  const heights = pointsOf(indicator).map(({ height }) => height);
  const at = (height: number) => values[heights.indexOf(height)] as IndicatorValue;
  const all =
    values.length <= MOST_TOLD
      ? values.map(told).join(", ")
      : `${values.length} values. First, ${told(first)}. Last, ${told(last)}. Lowest, ${told(at(Math.min(...heights)))}. Highest, ${told(at(Math.max(...heights)))}`;
  const target = indicator.target === null ? "No target" : `Target ${formatTarget(indicator)}${indicator.targetOn === null ? "" : ` by ${formatDay(indicator.targetOn)}`}`;
  return `${name}. ${all}. ${target}.`;
}

/** The drawing of an indicator with two values or more; null with fewer, which draw no line. @param name of its row */
export function drawIndicator(indicator: Indicator, name: string, height: number): IndicatorDrawing | null {
  if (indicator.values.length < 2) return null;
  const scale = scaleOf(indicator, height);
  const placed = place(indicator, scale);
  const grid = scale.ticks.map((tick) => `<line x1="0%" x2="100%" y1="${short(scale.y(tick))}" y2="${short(scale.y(tick))}" stroke="var(--line)"/>`).join("");
  const target = indicator.target === null ? null : scale.y(Number(indicator.target));
  return {
    axisWidth: AXIS_WIDTH,
    axis: drawAxis(indicator, scale),
    plot: [grid, drawTarget(indicator, scale), drawLine(placed, height), drawCircles(placed), drawEnds(placed, target), drawNames(placed, height)].join(""),
    height,
    alternative: describe(indicator, name),
  };
}

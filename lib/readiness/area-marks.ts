import { SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { ReadinessArea } from "@/lib/domain/readiness/readiness";
import { LOW_RATING } from "@/lib/domain/readiness/rules";
import { formatScore } from "@/lib/domain/readiness/scoring";
import { type ChartPalette, clearOf } from "./chart-palette";

/** What a team may have besides its ratings. What it doesn't have is not drawn. */
export interface BesideScore {
  /** The score of the round before. */
  readonly previous?: number;
  readonly target?: number;
  /** The middle half of the members' own ratings. */
  readonly spread?: readonly [from: number, to: number];
}

/** One row of the drawing: its axis from 1 to 5, and room beside it for what has no place on a scale. */
export const ROW_HEIGHT = 52;
const AXIS = 36;
const SCORE_RADIUS = 12;
/** In per cent of the row's width. */
const SCALE_FROM = 5;
const SCALE_TO = 75;
const DONT_KNOW_AT = 85;
const BLANK_AT = 95;

/** How the drawing says where things are: in per cent of any width, or in units of a drawing that has one. */
export interface Frame {
  /** A place across the row, given in per cent. */
  readonly x: (percent: number) => string;
  /** The same down the row. */
  readonly y: (within: number) => string;
  /** Something drawn around a place of its own. */
  readonly at: (percent: number, y: number, drawn: string) => string;
  readonly palette: ChartPalette;
  /** No letter is smaller: large print. */
  readonly leastLetters?: number;
}

/** A hundredth of a pixel more or less nobody sees. */
const number = (value: number) => String(Math.trunc(value * 100) / 100);

/** One drawing for a laptop, a phone and a printer: it is as wide as it is shown. */
export function fluidFrame(palette: ChartPalette): Frame {
  const x = (percent: number) => `${number(percent)}%`;
  return {
    palette,
    x,
    y: number,
    at: (percent, y, drawn) => `<svg x="${x(percent)}" y="${number(y)}" overflow="visible">${drawn}</svg>`,
  };
}

export function fixedFrame(palette: ChartPalette, left: number, width: number, top: number, leastLetters = 0): Frame {
  const place = (percent: number) => left + (percent / 100) * width;
  return {
    palette,
    leastLetters,
    x: (percent) => number(place(percent)),
    y: (within) => number(top + within),
    at: (percent, y, drawn) => `<g transform="translate(${number(place(percent))} ${number(top + y)})">${drawn}</g>`,
  };
}

/** Where a rating or an average stands. */
function onScale(value: number): number {
  return SCALE_FROM + ((value - 1) / 4) * (SCALE_TO - SCALE_FROM);
}

function text(words: string, { palette, leastLetters = 0 }: Frame, { size = 13, color = palette.muted, weight = "400", y = 0, anchor = "middle", more = "" } = {}): string {
  const family = palette.fontFamily === null ? "" : ` font-family="${palette.fontFamily}"`;
  return `<text y="${y}" text-anchor="${anchor}" font-size="${Math.max(size, leastLetters)}px" font-weight="${weight}" fill="${color}"${family}${more}>${words}</text>`;
}

/** The numbers of the scale, over the rows. */
export function drawScaleHead(frame: Frame): string {
  const heads: readonly [number, string][] = [
    ...SCORE_VALUES.map((score) => [onScale(score), String(score)] as [number, string]),
    [DONT_KNOW_AT, "D/K"],
    [BLANK_AT, "Blank"],
  ];
  return heads.map(([percent, words]) => frame.at(percent, 14, text(words, frame))).join("");
}

/** Several alike: side by side, then in a second row. */
function spots(count: number, step: number): { dx: number; row: number }[] {
  const inRow = count > 4 ? 3 : 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / inRow);
    const width = Math.min(inRow, count - row * inRow);
    return { dx: (index - row * inRow - (width - 1) / 2) * step, row };
  });
}

function drawRatings({ score }: ReadinessArea, frame: Frame): string {
  const { palette } = frame;
  return SCORE_VALUES.map((value) => {
    const marks = spots(score.byScore[value], 11).map(({ dx, row }) => {
      const y = -row * 11;
      if (value > LOW_RATING) return `<circle cx="${dx}" cy="${y}" r="4.5" fill="${palette.dot}"/>`;
      return `<path d="M${dx} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z" fill="${palette.low}"/>`;
    });
    return marks.length === 0 ? "" : frame.at(onScale(value), AXIS - 19, marks.join(""));
  }).join("");
}

/** D/K and blanks stand beside the scale, never on it. */
function drawUnrated({ score: { dontKnow, blank } }: ReadinessArea, frame: Frame): string {
  const { palette } = frame;
  const draw = (count: number, at: number, one: string) => {
    if (count === 0) return "";
    if (count > 4) return frame.at(at, AXIS, `${one}${text(`${count} ×`, frame, { y: -13 })}`);
    return frame.at(at, AXIS, spots(count, 16).map(({ dx, row }) => `<g transform="translate(${dx} ${-row * 16})">${one}</g>`).join(""));
  };
  const ring = `<circle r="7" fill="none" stroke="${palette.muted}"/>`;
  return [
    draw(dontKnow.total, DONT_KNOW_AT, `${ring}${text("?", frame, { size: 11, y: 4 })}`),
    draw(blank, BLANK_AT, `<circle r="5" fill="none" stroke="${palette.muted}" stroke-dasharray="2 2"/>`),
  ].join("");
}

function drawScore({ score }: ReadinessArea, beside: BesideScore, frame: Frame): string {
  const { palette } = frame;
  if (score.status === "insufficient") {
    return frame.at(SCALE_FROM, AXIS - 5, text("Too few ratings", frame, { anchor: "start", more: clearOf(palette) }));
  }
  const { previous, target } = beside;
  const isMoved = previous !== undefined && Math.abs(previous - score.mean) > 0.05;
  return [
    previous === undefined ? "" : isMoved ? drawMove(previous, score.mean, frame) : "",
    target === undefined ? "" : frame.at(onScale(target), AXIS, `<path d="M0 0v-22h9l-3 4 3 4h-9" fill="none" stroke="${palette.ink}" stroke-width="1.5"/>`),
    frame.at(
      onScale(score.mean),
      AXIS,
      [
        previous === undefined || isMoved ? "" : `<circle r="${SCORE_RADIUS + 3}" fill="none" stroke="${palette.ink}" stroke-width="1.5"/>`,
        `<circle r="${SCORE_RADIUS}" fill="${palette.ink}"/>`,
        text(formatScore(score), frame, { size: 12, color: palette.paper, weight: "600", y: 4 }),
      ].join(""),
    ),
  ].join("");
}

/** From the score before to the one of now. */
function drawMove(from: number, to: number, frame: Frame): string {
  const { palette } = frame;
  const ring = frame.at(onScale(from), AXIS, `<circle r="4" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="1.5"/>`);
  return `${line(onScale(from), onScale(to), palette.ink, 1.5, frame)}${ring}`;
}

/** Along the axis. */
function line(from: number, to: number, color: string, width: number, { x, y }: Frame, more = ""): string {
  return `<line x1="${x(from)}" x2="${x(to)}" y1="${y(AXIS)}" y2="${y(AXIS)}" stroke="${color}" stroke-width="${width}"${more}/>`;
}

/**
 * One area: each item a dot at its rating (a diamond for 1 and 2), the score as a mark at its place, so that 1.0 is seen too;
 * the round before, the target and the spread where there are any.
 */
export function drawAreaMarks(area: ReadinessArea, frame: Frame, beside: BesideScore = {}): string {
  const { palette } = frame;
  const { spread } = beside;
  return [
    ...SCORE_VALUES.map((value) => frame.at(onScale(value), 4, `<path d="M0 0v${ROW_HEIGHT - 8}" stroke="${palette.line}"/>`)),
    line(SCALE_FROM, SCALE_TO, palette.muted, 1, frame),
    spread ? line(onScale(spread[0]), onScale(spread[1]), palette.dot, 9, frame, ' stroke-opacity="0.3" stroke-linecap="round"') : "",
    drawRatings(area, frame),
    drawUnrated(area, frame),
    drawScore(area, beside, frame),
  ].join("");
}

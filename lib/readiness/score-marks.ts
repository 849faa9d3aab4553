import { SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { AreaScore } from "@/lib/domain/readiness/scoring";
import { formatScore } from "@/lib/domain/readiness/scoring";
import { type ChartPalette, pagePalette, pdfPalette } from "./chart-palette";

/** One row of the brief: the score at its place from 1 to 5, and nothing else. */
const HEIGHT = 24;
const PAPER_WIDTH = 300;
const onScale = (value: number) => 4 + ((value - 1) / 4) * 92;
const short = (value: number) => String(Math.trunc(value * 100) / 100);

function drawScoreMark(score: AreaScore, palette: ChartPalette, x: (percent: number) => string): string {
  const middle = HEIGHT / 2;
  const font = palette.fontFamily === null ? "" : ` font-family="${palette.fontFamily}"`;
  const lines = SCORE_VALUES.map((value) => `<line x1="${x(onScale(value))}" x2="${x(onScale(value))}" y1="0" y2="${HEIGHT}" stroke="${palette.line}"/>`);
  const axis = `<line x1="${x(onScale(1))}" x2="${x(onScale(5))}" y1="${middle}" y2="${middle}" stroke="${palette.line}"/>`;
  const write = (at: number, words: string, more: string) =>
    `<text x="${x(at)}" y="${middle + 4}" font-size="12px"${font}${more}>${words}</text>`;
  const mark =
    score.status === "insufficient"
      ? write(onScale(1) + 2, "Too few ratings", ` fill="${palette.muted}"`)
      : `<circle cx="${x(onScale(score.mean))}" cy="${middle}" r="11" fill="${palette.ink}"/>` +
        write(onScale(score.mean), formatScore(score), ` text-anchor="middle" font-weight="600" fill="${palette.paper}"`);
  return [...lines, axis, mark].join("");
}

/** Inside an `<svg>` as wide as it is shown. */
export function drawFluidScore(score: AreaScore): string {
  return drawScoreMark(score, pagePalette, (percent) => `${short(percent)}%`);
}

/** A complete drawing for paper. */
export function drawPaperScore(score: AreaScore): string {
  const marks = drawScoreMark(score, pdfPalette, (percent) => short((percent / 100) * PAPER_WIDTH));
  return `<svg width="${PAPER_WIDTH}" height="${HEIGHT}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAPER_WIDTH} ${HEIGHT}">${marks}</svg>`;
}

/** The drawing in words. */
export function describeScore(score: AreaScore): string {
  return score.status === "scored" ? `${formatScore(score)} of 5` : "Too few ratings for a score";
}

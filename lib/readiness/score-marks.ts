import { SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { AreaScore } from "@/lib/domain/readiness/scoring";
import { formatScore } from "@/lib/domain/readiness/scoring";
import { type ChartPalette, clearOf, pagePalette, pdfPalette } from "./chart-palette";

/** One row of the brief: the score at its place from 1 to 5, and nothing else. */
const HEIGHT = 24;
const HEAD_HEIGHT = 16;
const PAPER_WIDTH = 300;
const onScale = (value: number) => 4 + ((value - 1) / 4) * 92;
const short = (value: number) => String(Math.trunc(value * 100) / 100);

function drawScoreMark(score: AreaScore, palette: ChartPalette, x: (percent: number) => string): string {
  const middle = HEIGHT / 2;
  const lines = SCORE_VALUES.map((value) => `<line x1="${x(onScale(value))}" x2="${x(onScale(value))}" y1="0" y2="${HEIGHT}" stroke="${palette.line}"/>`);
  const axis = `<line x1="${x(onScale(1))}" x2="${x(onScale(5))}" y1="${middle}" y2="${middle}" stroke="${palette.line}"/>`;
  const write = (at: number, words: string, more: string) => writeText(palette, x(at), middle + 4, words, more);
  const mark =
    score.status === "insufficient"
      ? write(onScale(1) + 2, "Too few ratings", ` fill="${palette.muted}"${clearOf(palette)}`)
      : `<circle cx="${x(onScale(score.mean))}" cy="${middle}" r="11" fill="${palette.ink}"/>` +
        write(onScale(score.mean), formatScore(score), ` text-anchor="middle" font-weight="600" fill="${palette.paper}"`);
  return [...lines, axis, mark].join("");
}

function writeText({ fontFamily }: ChartPalette, x: string, y: number, words: string, more: string): string {
  const font = fontFamily === null ? "" : ` font-family="${fontFamily}"`;
  return `<text x="${x}" y="${y}" font-size="12px"${font}${more}>${words}</text>`;
}

/** The numbers of the scale, over the rows. */
function drawHead(palette: ChartPalette, x: (percent: number) => string): string {
  return SCORE_VALUES.map((value) => writeText(palette, x(onScale(value)), HEAD_HEIGHT - 4, String(value), ` text-anchor="middle" fill="${palette.muted}"`)).join("");
}

const fluid = (percent: number) => `${short(percent)}%`;
const onPaper = (percent: number) => short((percent / 100) * PAPER_WIDTH);
const paper = (height: number, marks: string) =>
  `<svg width="${PAPER_WIDTH}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAPER_WIDTH} ${height}">${marks}</svg>`;

/** Inside an `<svg>` as wide as it is shown. */
export function drawFluidScore(score: AreaScore): string {
  return drawScoreMark(score, pagePalette, fluid);
}

export function drawFluidHead(): string {
  return drawHead(pagePalette, fluid);
}

/** A complete drawing for paper. */
export function drawPaperScore(score: AreaScore): string {
  return paper(HEIGHT, drawScoreMark(score, pdfPalette, onPaper));
}

export function drawPaperHead(): string {
  return paper(HEAD_HEIGHT, drawHead(pdfPalette, onPaper));
}

/** The drawing in words. */
export function describeScore(score: AreaScore): string {
  return score.status === "scored" ? `${formatScore(score)} of 5` : "Too few ratings for a score";
}

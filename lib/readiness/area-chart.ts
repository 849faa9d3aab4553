import { SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { ReadinessArea } from "@/lib/domain/readiness/readiness";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatRated, formatScore } from "@/lib/domain/readiness/scoring";
import { drawAreaMarks, drawScaleHead, fixedFrame, fluidFrame, ROW_HEIGHT } from "./area-marks";
import { type ChartPalette, pagePalette, pdfPalette } from "./chart-palette";
import { AREA_CHART_CAPTION } from "./chart-words";
import type { Chart } from "./render-chart";

/** Without the full stop at its end. */
function nameOf({ title }: ReadinessArea): string {
  return title.replace(/\.$/, "");
}

/** The drawing of one area in words, with every number that it shows. */
export function describeArea(area: ReadinessArea): string {
  const { score } = area;
  const ratings = SCORE_VALUES.filter((value) => score.byScore[value] > 0).map((value) => `${score.byScore[value]} rated ${value}`);
  const counts = [...ratings, ...(score.blank > 0 ? [`${score.blank} blank`] : [])].join(", ");
  const start =
    score.status === "insufficient"
      ? `${nameOf(area)}: ${NOT_ENOUGH_RATINGS.toLowerCase()}, ${formatRated(score)}.`
      : `${nameOf(area)}: ${formatScore(score)}, ${BAND_LABELS[score.band]}, ${formatRated(score)}.`;
  return counts === "" ? start : `${start} ${counts}.`;
}

export interface AreaDrawing {
  /** What stands inside an `<svg>` as wide as it is shown. */
  readonly marks: string;
  readonly alternative: string;
}

/** The rows of the page, and the numbers of the scale over them. */
export function drawAreas(areas: readonly ReadinessArea[]): { head: string; rows: readonly AreaDrawing[] } {
  const frame = fluidFrame(pagePalette);
  return {
    head: drawScaleHead(frame),
    rows: areas.map((area) => ({ marks: drawAreaMarks(area, frame), alternative: describeArea(area) })),
  };
}

/** On paper: names beside the scale, or, in large print, over it. */
export type AreaMedium = "pdf" | "large-print";

interface Layout {
  readonly width: number;
  readonly scaleLeft: number;
  readonly scaleWidth: number;
  readonly nameLetters: number;
  /** Room for the name over the scale. */
  readonly above: number;
  readonly bandLeft: number;
  /** In the drawing’s units; see `Frame`. */
  readonly leastLetters: number;
}

const LAYOUTS: Readonly<Record<AreaMedium, Layout>> = {
  pdf: { width: 760, scaleLeft: 272, scaleWidth: 384, nameLetters: 40, above: 0, bandLeft: 664, leastLetters: 0 },
  "large-print": { width: 340, scaleLeft: 0, scaleWidth: 340, nameLetters: 46, above: 60, bandLeft: 0, leastLetters: 13 },
};
const FONT_SIZE = 14;
const LINE_HEIGHT = 18;
const HEAD_HEIGHT = 22;

const escapeText = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** In lines of about so many letters. */
function breakName(name: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function writeText(words: string, x: number, y: number, color: string): string {
  return `<text x="${x}" y="${y}" font-size="${FONT_SIZE}px" font-family="${pdfPalette.fontFamily ?? ""}" fill="${color}">${escapeText(words)}</text>`;
}

const SHAPES: Readonly<Record<Band | "none", (palette: ChartPalette) => string>> = {
  priority: ({ low }) => `<path d="M6 0l6 6-6 6-6-6z" fill="${low}"/>`,
  discuss: ({ muted }) => `<circle cx="6" cy="6" r="5" fill="none" stroke="${muted}" stroke-width="2"/>`,
  strength: ({ ink }) => `<path d="M1 6.500l4 4 7-9" fill="none" stroke="${ink}" stroke-width="2"/>`,
  none: ({ muted }) => `<path d="M0 6h2m3 0h2m3 0h2" stroke="${muted}" stroke-width="2"/>`,
};

/** The band in a shape and a word: neither needs colour. */
function drawBand({ score }: ReadinessArea, x: number, y: number): string {
  const band = score.status === "scored" ? score.band : "none";
  const word = band === "none" ? "No score yet" : BAND_LABELS[band];
  return `<g transform="translate(${x} ${y - 11})">${SHAPES[band](pdfPalette)}</g>${writeText(word, x + 18, y, pdfPalette.ink)}`;
}

/** The ten areas as one drawing for paper. */
export function buildAreaChart(areas: readonly ReadinessArea[], medium: AreaMedium): Chart {
  const { width, scaleLeft, scaleWidth, nameLetters, above, bandLeft, leastLetters } = LAYOUTS[medium];
  const rowHeight = ROW_HEIGHT + above;
  const rows = areas.map((area, index) => {
    const top = HEAD_HEIGHT + index * rowHeight;
    const lines = breakName(nameOf(area), nameLetters);
    const first = above > 0 ? top + LINE_HEIGHT : top + 36 - ((lines.length - 1) * LINE_HEIGHT) / 2;
    return [
      ...lines.map((words, at) => writeText(words, 0, first + at * LINE_HEIGHT, pdfPalette.ink)),
      drawAreaMarks(area, fixedFrame(pdfPalette, scaleLeft, scaleWidth, top + above, leastLetters)),
      above > 0 ? drawBand(area, bandLeft, first + lines.length * LINE_HEIGHT + 2) : drawBand(area, bandLeft, top + 41),
    ].join("");
  });
  const height = HEAD_HEIGHT + areas.length * rowHeight;
  const head = drawScaleHead(fixedFrame(pdfPalette, scaleLeft, scaleWidth, 0, leastLetters));
  return {
    svg: `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${head}${rows.join("")}</svg>`,
    caption: AREA_CHART_CAPTION,
    alternative: areas.map(describeArea).join(" "),
  };
}

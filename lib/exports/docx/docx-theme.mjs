// @ts-check
/** The colours of the PDF (lib/exports/typst/theme.typ), and sizes that large print raises. */

export const COLOURS = {
  ink: "1B1B1B",
  quiet: "565C65",
  navy: "162E51",
  primary: "005EA2",
  gold: "FFBE2E",
  headerFill: "E7EEF6",
  answerFill: "F3F7FB",
  panelFill: "F7F5F0",
  hairline: "CAC9C0",
  writingLine: "929285",
};

/** @type {Record<import("../print/print-blocks").MarkTone, { readonly fill: string, readonly text: string, readonly bar: string }>} */
export const TONES = {
  positive: { fill: "E3F5E1", text: "19311E", bar: "00761A" },
  partial: { fill: "FEF0C8", text: "422D19", bar: "8A5F00" },
  negative: { fill: "FBE3DF", text: "5C1111", bar: "C43B05" },
  neutral: { fill: "D9E8F6", text: COLOURS.navy, bar: "71767A" },
};

const TWIPS_PER_POINT = 20;
const BODY_SIZE = 10.5;
const LARGE_BODY_SIZE = 18;

/** US Letter, with the margins of the PDF, in twips. */
export const PAGE = { width: 12240, height: 15840, side: 1224, top: 1368, bottom: 1296 };

/**
 * @param {number} points
 * @returns {number} twips
 */
export function twips(points) {
  return Math.round(points * TWIPS_PER_POINT);
}

/**
 * @typedef {object} Layout
 * @property {boolean} isLarge
 * @property {(points: number) => number} size Letters of this many points at usual size, in half points.
 * @property {(points: number) => number} length A width or height that grows with the letters, in twips.
 * @property {number} textWidth in twips
 */

/**
 * @param {boolean} isLarge No letter is then smaller than 18 points.
 * @returns {Layout}
 */
export function layoutOf(isLarge) {
  const scale = isLarge ? LARGE_BODY_SIZE / BODY_SIZE : 1;
  return {
    isLarge,
    size: (points) => Math.round((isLarge ? Math.max(LARGE_BODY_SIZE, points * Math.sqrt(scale)) : points) * 2),
    length: (points) => twips(points * scale),
    textWidth: PAGE.width - 2 * PAGE.side,
  };
}

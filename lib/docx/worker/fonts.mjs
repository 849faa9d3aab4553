// @ts-check
/**
 * Fonts that Word brings for each script, as readers do not have ours. Where one is missing, Word, LibreOffice and Pages
 * choose another by themselves.
 */

export const LATIN = { font: "Calibri", language: "en-US" };

const FONTS = { ascii: LATIN.font, hAnsi: LATIN.font, eastAsia: "Microsoft YaHei", cs: "Arial" };

export const DEFAULT_FONTS = FONTS;

/** @type {Record<import("./text.mjs").Script, typeof FONTS>} */
const SCRIPT_FONTS = {
  ar: FONTS,
  he: FONTS,
  zh: FONTS,
  ja: { ...FONTS, eastAsia: "Yu Gothic" },
  ko: { ...FONTS, eastAsia: "Malgun Gothic" },
  th: { ...FONTS, cs: "Leelawadee UI" },
  hi: { ...FONTS, cs: "Nirmala UI" },
  el: FONTS,
};

/** @param {import("./text.mjs").Script} script */
export function fontsFor(script) {
  return SCRIPT_FONTS[script];
}

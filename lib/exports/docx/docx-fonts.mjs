// @ts-check
/**
 * Fonts that Word brings for each script, as readers do not have ours. Where one is missing, Word, LibreOffice and Pages
 * choose another by themselves.
 */

export const LATIN = { font: "Calibri", language: "en-US" };

const FONTS = { ascii: LATIN.font, hAnsi: LATIN.font, eastAsia: "Microsoft YaHei", cs: "Arial" };

export const DEFAULT_FONTS = FONTS;

/** Scripts that tell one language, by that language: `name` is Unicode's. Word sets complex ones with fonts of their own. */
export const OTHER_SCRIPTS = {
  am: { name: "Ethiopic", language: "am-ET", font: "Ebrima", isComplex: false, isRtl: false },
  bn: { name: "Bengali", language: "bn-BD", font: "Nirmala UI", isComplex: true, isRtl: false },
  bo: { name: "Tibetan", language: "bo-CN", font: "Microsoft Himalaya", isComplex: true, isRtl: false },
  chr: { name: "Cherokee", language: "chr-Cher-US", font: "Gadugi", isComplex: false, isRtl: false },
  dv: { name: "Thaana", language: "dv-MV", font: "MV Boli", isComplex: true, isRtl: true },
  ff: { name: "Adlam", language: "ff-Adlm-GN", font: "Ebrima", isComplex: true, isRtl: true },
  gu: { name: "Gujarati", language: "gu-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  hy: { name: "Armenian", language: "hy-AM", font: "Sylfaen", isComplex: false, isRtl: false },
  ka: { name: "Georgian", language: "ka-GE", font: "Sylfaen", isComplex: false, isRtl: false },
  km: { name: "Khmer", language: "km-KH", font: "Leelawadee UI", isComplex: true, isRtl: false },
  kn: { name: "Kannada", language: "kn-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  lo: { name: "Lao", language: "lo-LA", font: "Leelawadee UI", isComplex: true, isRtl: false },
  ml: { name: "Malayalam", language: "ml-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  my: { name: "Myanmar", language: "my-MM", font: "Myanmar Text", isComplex: true, isRtl: false },
  nqo: { name: "Nko", language: "nqo-GN", font: "Ebrima", isComplex: true, isRtl: true },
  or: { name: "Oriya", language: "or-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  pa: { name: "Gurmukhi", language: "pa-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  si: { name: "Sinhala", language: "si-LK", font: "Nirmala UI", isComplex: true, isRtl: false },
  syr: { name: "Syriac", language: "syr-SY", font: "Estrangelo Edessa", isComplex: true, isRtl: true },
  ta: { name: "Tamil", language: "ta-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
  te: { name: "Telugu", language: "te-IN", font: "Nirmala UI", isComplex: true, isRtl: false },
};

/** @type {Record<Exclude<import("./docx-text.mjs").Script, keyof typeof OTHER_SCRIPTS>, typeof FONTS>} */
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

/** @param {import("./docx-text.mjs").Script} script */
export function fontsFor(script) {
  const other = /** @type {Partial<Record<string, { font: string, isComplex: boolean }>>} */ (OTHER_SCRIPTS)[script];
  if (!other) return SCRIPT_FONTS[/** @type {keyof typeof SCRIPT_FONTS} */ (script)];
  return other.isComplex ? { ...FONTS, cs: other.font } : { ...FONTS, ascii: other.font, hAnsi: other.font };
}

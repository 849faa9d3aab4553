/** Runs without a break opportunity, except in scripts that break anywhere. */
const UNBROKEN = /[^\s\u200b\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{25,}/gu;
const BREAK_EVERY = 8;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Lets long unbroken runs (addresses, pasted keys) wrap instead of leaving the page.
 * @param {string} text
 */
export function soften(text) {
  return text.replace(UNBROKEN, (run) =>
    Array.from(graphemes.segment(run), (part, index) =>
      index > 0 && index % BREAK_EVERY === 0 ? `\u200b${part.segment}` : part.segment,
    ).join(""),
  );
}

/** Makes user text safe to set: what would stop the export or reorder the page is replaced or left out. */

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Overrides and isolates can make text read differently from what was typed; a byte order mark is no text. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Runs without a break opportunity, except in scripts that break anywhere. */
const UNBROKEN = /[^\s\u200b\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{25,}/gu;
const BREAK_EVERY = 8;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Well-formed NFC text with plain newlines; control characters show as U+FFFD. */
export function sanitise(text) {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, "    ")
    .replace(CONTROLS, "\ufffd")
    .replace(INVISIBLE, "");
}

/** Lets long unbroken runs (addresses, pasted keys) wrap instead of leaving the page. */
export function soften(text) {
  return text.replace(UNBROKEN, (run) =>
    Array.from(graphemes.segment(run), (part, index) =>
      index > 0 && index % BREAK_EVERY === 0 ? `\u200b${part.segment}` : part.segment,
    ).join(""),
  );
}

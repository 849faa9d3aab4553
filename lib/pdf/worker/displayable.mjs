/**
 * PDF/UA forbids missing glyphs, and Typst then refuses the export. So every character that none of
 * our fonts can show becomes U+FFFD, visibly.
 */
import { readFileSync } from "node:fs";

const REPLACEMENT = "\ufffd";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters that Public Sans is known to have: most text needs no closer look. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

/** Shown by no glyph of their own: joiners, variation selectors, soft hyphen, zero-width space. */
const GLYPHLESS = /[\n\u00ad\u034f\u200b-\u200f\u2060\ufe00-\ufe0f]/u;

const MEMO_LIMIT = 20_000;

/** Whether sorted ranges [first, last, first, last, …] hold the code point. */
function covers(ranges, codePoint) {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < ranges[middle * 2]) high = middle - 1;
    else if (codePoint > ranges[middle * 2 + 1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** Keeps the grapheme when one font shows all of it, else the part its base character's font shows. */
function showable(grapheme, families) {
  const visible = [...grapheme].filter((character) => !GLYPHLESS.test(character));
  const isWhole = families.some((ranges) =>
    visible.every((character) => covers(ranges, character.codePointAt(0))),
  );
  if (isWhole) return grapheme;
  const base = families.find((ranges) => covers(ranges, visible[0].codePointAt(0)));
  if (!base) return REPLACEMENT;
  return visible.filter((character) => covers(base, character.codePointAt(0))).join("");
}

/**
 * Reads coverage.json (see copy-fonts.mjs) on first need and returns a function that replaces
 * what no font can show.
 */
export function createDisplayable(coverageFile) {
  let families;
  const memo = new Map();
  function show(grapheme) {
    if (PLAIN.test(grapheme)) return grapheme;
    const known = memo.get(grapheme);
    if (known !== undefined) return known;
    families ??= JSON.parse(readFileSync(coverageFile, "utf8")).families;
    const shown = showable(grapheme, families);
    if (memo.size < MEMO_LIMIT) memo.set(grapheme, shown);
    return shown;
  }
  return (text) =>
    PLAIN.test(text) ? text : Array.from(graphemes.segment(text), (part) => show(part.segment)).join("");
}

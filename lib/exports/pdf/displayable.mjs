/**
 * PDF/UA forbids missing glyphs, and Typst then refuses the export. So what none of our fonts can show becomes "�", visibly
 * and counted: a whole grapheme when its base has no glyph; after the grapheme, once, for marks of it that have none.
 */
import { readFileSync } from "node:fs";
import { REPLACEMENT } from "../worker/sanitise.mjs";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters that Public Sans is known to have: most text needs no closer look. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

/** Shown by no glyph of their own: joiners, direction marks, variation selectors, soft hyphen, zero-width space, tags of a flag. */
const GLYPHLESS = /[\n\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}]/u;

const MEMO_LIMIT = 20_000;
/** Nobody writes longer letters twice. */
const MEMO_LENGTH = 16;

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

/** A grapheme must be shown by one font: the first one that has all of it, or else the one that has its base (`family`). */
function show(grapheme, families) {
  const visible = [...grapheme].filter((character) => !GLYPHLESS.test(character));
  const hasGlyph = (character, ranges) => covers(ranges, character.codePointAt(0));
  const whole = families.find(({ ranges }) => visible.every((character) => hasGlyph(character, ranges)));
  if (whole) return { text: grapheme, missing: null, family: whole.name };
  const family = families.find(({ ranges }) => hasGlyph(visible[0], ranges));
  if (!family) return { text: REPLACEMENT, missing: visible[0].codePointAt(0), family: null };
  const base = family.ranges;
  const shown = [...grapheme].filter((character) => GLYPHLESS.test(character) || hasGlyph(character, base));
  const missing = visible.find((character) => !hasGlyph(character, base));
  return { text: `${shown.join("")}${REPLACEMENT}`, missing: missing.codePointAt(0), family: family.name };
}

/**
 * Reads coverage.json (see copy-fonts.mjs) on first need and returns a function that marks what no font can show and names
 * one code point for each mark. Expects text that `cleanForPage` has been over. `needed` gathers the families whose glyphs
 * are needed, besides those that every document has.
 * @param {string} coverageFile
 * @param {Set<string>} [needed]
 * @returns {(text: string) => import("../worker/sanitise.mjs").CleanText}
 */
export function createDisplayable(coverageFile, needed = new Set()) {
  let families;
  const memo = new Map();
  function look(grapheme) {
    const known = memo.get(grapheme);
    if (known) return known;
    families ??= JSON.parse(readFileSync(coverageFile, "utf8")).families;
    const result = show(grapheme, families);
    if (memo.size < MEMO_LIMIT && grapheme.length <= MEMO_LENGTH) memo.set(grapheme, result);
    return result;
  }
  function display(text, replaced) {
    let shown = "";
    for (const { segment } of graphemes.segment(text)) {
      const result = PLAIN.test(segment) ? { text: segment, missing: null, family: null } : look(segment);
      if (result.family !== null) needed.add(result.family);
      shown += result.text;
      if (result.missing !== null) replaced.push(result.missing);
    }
    return shown;
  }
  return (text) => {
    if (PLAIN.test(text)) return { text, replaced: [] };
    const replaced = [];
    // A mark that stands already takes nothing into itself, or two would be counted and one shown.
    const parts = text.split(REPLACEMENT).map((part) => display(part, replaced));
    return { text: parts.join(REPLACEMENT), replaced };
  };
}

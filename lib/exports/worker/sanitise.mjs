/**
 * Cleaning of people's text for every export. Nothing of it vanishes: what a file or its page has no place for becomes a
 * visible "�" and is told of. Pure; used by the workers, which are run by path.
 */

/**
 * @typedef {object} CleanText
 * @property {string} text
 * @property {readonly number[]} replaced the code point behind every "�" that was put in, in no particular order
 *
 * @typedef {object} NotShown What a file does not show.
 * @property {number} count
 * @property {readonly string[]} codePoints up to ten kinds, "U+13000", in order of code point
 * @property {boolean} hasMore whether there are more kinds than ten
 *
 * @typedef {{ add(codePoints: readonly number[]): void, notShown(): NotShown }} Tally
 */

/** "�" */
export const REPLACEMENT = "\ufffd";

/** What XML 1.0 has no place for, however it is written. In the "u" mode the last range matches lone surrogates only. */
const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

/**
 * On a page also: the other controls, byte order marks, invisible operators, annotation marks and noncharacters. Joiners,
 * direction marks, soft hyphens, zero-width spaces and variation selectors are part of writing and stay.
 */
const NO_PLACE_ON_PAGE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u180e\u2061-\u2065\u206a-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]/gu;

/** Tag characters say something only after the black flag of a country's part; elsewhere they hide a text. */
const STRAY_TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/gu;

/** Embeddings and isolates that are closed in the same line, as phones put around a copied number, do no harm. */
const DIRECTION = /([\u202a\u202b][^\u202a-\u202e\u2066-\u2069\n]*\u202c|[\u2066-\u2068][^\u202a-\u202e\u2066-\u2069\n]*\u2069)|[\u202a-\u202e\u2066-\u2069]/gu;

const MAX_KINDS = 10;

/** Replaces every match that is not kept (the pattern's first group). */
function mark(text, pattern, replaced) {
  return text.replace(pattern, (match, kept) => {
    if (kept === match) return match;
    replaced.push(match.codePointAt(0));
    return REPLACEMENT;
  });
}

/**
 * For Word, Excel and CSV cells: what XML 1.0 forbids (U+0000–0008, 000B, 000C, 000E–001F, FFFE, FFFF, lone surrogates)
 * becomes "�". Line ends, tabs and everything else stay as they are.
 * @param {string} text
 * @returns {CleanText}
 */
export function cleanForXml(text) {
  const replaced = [];
  return { text: mark(text, FORBIDDEN_IN_XML, replaced), replaced };
}

/**
 * For a printed page (PDF, and Word where it prints the same form): well-formed NFC with plain newlines and no tabs;
 * besides what XML forbids, controls, byte order marks, stray tag characters, direction overrides and unclosed embeddings
 * become "�". Joiners, LRM and RLM, zero-width spaces and variation selectors stay.
 * @param {string} text
 * @returns {CleanText}
 */
export function cleanForPage(text) {
  const replaced = [];
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/\t/g, "    ");
  let cleaned = mark(lines, NO_PLACE_ON_PAGE, replaced).normalize("NFC");
  for (const pattern of [STRAY_TAGS, DIRECTION]) cleaned = mark(cleaned, pattern, replaced);
  return { text: cleaned, replaced };
}

/**
 * Adds up what was replaced in one export.
 * @returns {Tally}
 */
export function createTally() {
  let count = 0;
  const kinds = new Set();
  return {
    add(codePoints) {
      count += codePoints.length;
      for (const codePoint of codePoints) kinds.add(codePoint);
    },
    notShown() {
      const codePoints = [...kinds].sort((a, b) => a - b).map(nameOf);
      return { count, codePoints: codePoints.slice(0, MAX_KINDS), hasMore: codePoints.length > MAX_KINDS };
    },
  };
}

function nameOf(codePoint) {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * The sentence that the export prints about it; null when everything is shown.
 * @param {NotShown} notShown
 * @returns {string | null}
 */
export function notShownNotice({ count, codePoints, hasMore }) {
  if (count === 0) return null;
  const names = `${codePoints.join(", ")}${hasMore ? " and others" : ""}`;
  return count === 1
    ? `1 character could not be shown (${names}). It is marked ${REPLACEMENT} where it stands; the JSON export has it.`
    : `${count.toLocaleString("en-US")} characters could not be shown (${names}). They are marked ${REPLACEMENT} where they stand; the JSON export has them.`;
}

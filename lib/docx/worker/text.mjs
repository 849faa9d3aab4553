// @ts-check
/** User text as Word runs: text stays text, its lines stay lines, its letters get their language, direction and fonts. */
import { ExternalHyperlink, TextRun } from "docx";
import { fontsFor, LATIN } from "./fonts.mjs";

/**
 * @typedef {"ar" | "he" | "ja" | "ko" | "zh" | "th" | "hi"} Script
 * @typedef {import("docx").IRunPropertiesOptions} RunLook
 * @typedef {{ readonly isRightToLeft: boolean, readonly lines: readonly string[] }} Passage
 */

/**
 * As in the PDF's template (lib/pdf/template/text.typ): a line's script, told by its first letter.
 * @type {readonly { readonly script: Script, readonly test: RegExp }[]}
 */
const SCRIPTS = [
  { script: "ar", test: /^\P{L}*\p{Script=Arabic}/u },
  { script: "he", test: /^\P{L}*\p{Script=Hebrew}/u },
  { script: "ja", test: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  { script: "ko", test: /^\P{L}*\p{Script=Hangul}/u },
  { script: "zh", test: /^\P{L}*\p{Script=Han}/u },
  { script: "th", test: /^\P{L}*\p{Script=Thai}/u },
  { script: "hi", test: /^\P{L}*\p{Script=Devanagari}/u },
];

/** Letters of these need nothing said of them. */
const PLAIN = /^[\u0000-\u02af\u1e00-\u20cf]*$/;

/** @type {Record<Script, { readonly eastAsia: string } | { readonly bidirectional: string }>} */
const LANGUAGES = {
  ar: { bidirectional: "ar-SA" },
  he: { bidirectional: "he-IL" },
  ja: { eastAsia: "ja-JP" },
  ko: { eastAsia: "ko-KR" },
  zh: { eastAsia: "zh-CN" },
  th: { bidirectional: "th-TH" },
  hi: { bidirectional: "hi-IN" },
};

const RTL = "\\p{Script=Arabic}\\p{Script=Hebrew}";
const RTL_LETTER = new RegExp(`[${RTL}]`, "u");
/** A passage of right-to-left words with whatever stands between them, but no other letters. */
const RTL_WORDS = new RegExp(`[${RTL}](?:(?:(?!\\p{L})[^${RTL}]|[${RTL}])*[${RTL}])?\\p{M}*`, "gu");
/** In a right-to-left line, the reverse. */
const OTHER_WORDS = new RegExp(`(?![${RTL}])\\p{L}(?:[^${RTL}]*[\\p{L}\\p{N}])?`, "gu");

/** Places in the toolkit's own text that become links. */
const ADDRESS = /https:\/\/[^\s]*[^\s.,;:)]/g;

/**
 * @param {string} line
 * @returns {Script | undefined}
 */
function scriptOf(line) {
  return PLAIN.test(line) ? undefined : SCRIPTS.find(({ test }) => test.test(line))?.script;
}

/**
 * @param {Script | undefined} script
 * @returns {boolean}
 */
function isRightToLeft(script) {
  return script === "ar" || script === "he";
}

/**
 * The text in pieces that match the pattern and pieces that don't, in order.
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {{ readonly text: string, readonly isMatch: boolean }[]}
 */
function split(text, pattern) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isMatch: false });
    pieces.push({ text: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}

/**
 * Lines that run in the same direction make one paragraph.
 * @param {string} text
 * @returns {Passage[]}
 */
export function passages(text) {
  /** @type {{ isRightToLeft: boolean, lines: string[] }[]} */
  const found = [];
  for (const line of text.split("\n")) {
    const last = found.at(-1);
    const runsLeft = line.trim() === "" ? (last?.isRightToLeft ?? false) : isRightToLeft(scriptOf(line));
    if (last?.isRightToLeft === runsLeft) last.lines.push(line);
    else found.push({ isRightToLeft: runsLeft, lines: [line] });
  }
  return found;
}

/**
 * @param {string} text
 * @param {Script | undefined} script
 * @param {boolean} isRtl
 * @param {RunLook} look
 * @param {boolean} startsLine
 */
function run(text, script, isRtl, look, startsLine) {
  return new TextRun({
    ...look,
    text,
    ...(startsLine ? { break: 1 } : {}),
    ...(script ? { language: { value: LATIN.language, ...LANGUAGES[script] }, font: fontsFor(script) } : {}),
    ...(isRtl ? { rightToLeft: true } : {}),
  });
}

/**
 * One line as runs; a later line of its paragraph starts with a line break.
 * @param {string} line
 * @param {RunLook} look
 * @param {boolean} startsLine
 */
function lineRuns(line, look, startsLine) {
  if (PLAIN.test(line)) return [run(line, undefined, false, look, startsLine)];
  const script = scriptOf(line);
  const runsLeft = isRightToLeft(script);
  if (!runsLeft && !RTL_LETTER.test(line)) return [run(line, script, false, look, startsLine)];
  return split(line, runsLeft ? OTHER_WORDS : RTL_WORDS).map(({ text, isMatch }, index) => {
    const isRtl = isMatch !== runsLeft;
    return run(text, isRtl ? (scriptOf(text) ?? script ?? "ar") : undefined, isRtl, look, startsLine && index === 0);
  });
}

/**
 * The runs of one paragraph.
 * @param {readonly string[]} lines
 * @param {RunLook} [look]
 */
export function runs(lines, look = {}) {
  return lines.flatMap((line, index) => lineRuns(line, look, index > 0));
}

/**
 * A text that has to stay in one paragraph, such as a heading or a name.
 * @param {string} text
 * @param {RunLook} [look]
 */
export function say(text, look) {
  return runs(text.split("\n"), look);
}

/**
 * The toolkit's own text: addresses in it are links.
 * @param {string} text
 * @param {RunLook} [look]
 * @returns {(TextRun | ExternalHyperlink)[]}
 */
export function sayPrinted(text, look) {
  return split(text, ADDRESS).flatMap(({ text: piece, isMatch }) => /** @type {(TextRun | ExternalHyperlink)[]} */ (
    isMatch ? [new ExternalHyperlink({ link: piece, children: say(piece, { ...look, style: "Hyperlink" }) })] : say(piece, look)
  ));
}

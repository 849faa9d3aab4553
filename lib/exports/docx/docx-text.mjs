// @ts-check
/** User text as Word runs: text stays text, its lines stay lines, its letters get their language, direction and fonts. */
import { ExternalHyperlink, TextRun } from "docx";
import { fontsFor, LATIN, OTHER_SCRIPTS } from "./docx-fonts.mjs";

/**
 * @typedef {"ar" | "he" | "ja" | "ko" | "zh" | "th" | "hi" | "el" | keyof typeof OTHER_SCRIPTS} Script
 * @typedef {import("docx").IRunPropertiesOptions} RunLook
 * @typedef {{ readonly isRightToLeft: boolean, readonly lines: readonly string[] }} Passage
 * @typedef {{ readonly text: string, readonly script: Script | undefined, readonly isRtl: boolean }} Words
 */

/**
 * Languages that a script tells, and its letters, as in the PDF's template (lib/exports/typst/text.typ). Those named by
 * number are of no script for Unicode.
 * @type {readonly { readonly script: Script, readonly letters: string }[]}
 */
const SCRIPTS = [
  { script: "ar", letters: "\\p{Script=Arabic}\\u0640" },
  { script: "he", letters: "\\p{Script=Hebrew}" },
  { script: "zh", letters: "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\uff70\\u3006" },
  { script: "ko", letters: "\\p{Script=Hangul}" },
  { script: "th", letters: "\\p{Script=Thai}" },
  { script: "hi", letters: "\\p{Script=Devanagari}" },
  { script: "el", letters: "\\p{Script=Greek}" },
  ...Object.entries(OTHER_SCRIPTS).map(([script, { name }]) => ({ script: /** @type {Script} */ (script), letters: `\\p{Script=${name}}` })),
];
/** Among Chinese characters these make a line Japanese. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTERS = SCRIPTS.map(({ script, letters }) => ({ script, pattern: new RegExp(`[${letters}]`, "u") }));

const NAMED = SCRIPTS.map(({ letters }) => letters).join("");
/** Letters of scripts that tell no language. */
const OTHER = `[\\p{L}--[${NAMED}\\p{Script=Common}]]`;
/** Words of one script, with what stands between them and is no letter of another. */
const WORDS = new RegExp(
  [
    ...SCRIPTS.map(({ letters }) => `[[${letters}]&&\\p{L}](?:[${letters}\\P{L}\\p{Script=Common}]*[${letters}])?[\\p{M}\\u200c\\u200d]*`),
    `${OTHER}(?:[^${NAMED}]*[${OTHER}\\p{N}])?\\p{M}*`,
  ].join("|"),
  "gv",
);

/** @type {ReadonlySet<string | undefined>} */
const RIGHT_TO_LEFT = new Set(Object.entries(OTHER_SCRIPTS).flatMap(([script, { isRtl }]) => (isRtl ? [script] : [])));

/** Letters of these need nothing said of them. */
const PLAIN = /^[\u0000-\u02af\u1e00-\u20cf]*$/;

/** @type {Partial<Record<Script, { readonly value: string } | { readonly eastAsia: string } | { readonly bidirectional: string }>>} */
const LANGUAGES = {
  ar: { bidirectional: "ar-SA" },
  he: { bidirectional: "he-IL" },
  ja: { eastAsia: "ja-JP" },
  ko: { eastAsia: "ko-KR" },
  zh: { eastAsia: "zh-CN" },
  th: { bidirectional: "th-TH" },
  hi: { bidirectional: "hi-IN" },
  el: { value: "el-GR" },
  ...Object.fromEntries(
    Object.entries(OTHER_SCRIPTS).map(([script, { language, isComplex }]) => [script, isComplex ? { bidirectional: language } : { value: language }]),
  ),
};

/** Places in the toolkit's own text that become links. */
const ADDRESS = /https:\/\/[^\s]*[^\s.,;:)]/g;

/**
 * What the first letter of some words tells; `line` is what they stand in.
 * @param {string} words
 * @param {string} [line]
 * @returns {Script | undefined}
 */
function scriptOf(words, line = words) {
  const letter = PLAIN.test(words) ? undefined : /\p{L}/u.exec(words)?.[0];
  const script = letter && LETTERS.find(({ pattern }) => pattern.test(letter))?.script;
  return script === "zh" && KANA.test(line) ? "ja" : script || undefined;
}

/**
 * @param {Script | undefined} script
 * @returns {boolean}
 */
function isRightToLeft(script) {
  return script === "ar" || script === "he" || RIGHT_TO_LEFT.has(script);
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
 * A line in pieces of one script each. What is no letter, at the line's ends or between two scripts, goes with the line.
 * @param {string} line
 * @returns {Words[]}
 */
function wordsOf(line) {
  const main = scriptOf(line);
  /** @type {{ text: string, script: Script | undefined, isRtl: boolean }[]} */
  const found = [];
  for (const { text, isMatch } of split(line, WORDS)) {
    const script = isMatch ? scriptOf(text, line) : main;
    const last = found.at(-1);
    if (last && last.script === script) last.text += text;
    else found.push({ text, script, isRtl: isRightToLeft(script) });
  }
  return found;
}

/**
 * One line as runs; a later line of its paragraph starts with a line break.
 * @param {string} line
 * @param {RunLook} look
 * @param {boolean} startsLine
 */
function lineRuns(line, look, startsLine) {
  if (PLAIN.test(line)) return [run(line, undefined, false, look, startsLine)];
  return wordsOf(line).map(({ text, script, isRtl }, index) => run(text, script, isRtl, look, startsLine && index === 0));
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

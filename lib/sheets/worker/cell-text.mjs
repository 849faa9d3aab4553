/** How a text is written so that every spreadsheet shows it as it was typed and none of them computes with it. */

/**
 * What a spreadsheet may read as a formula: its signs, in ASCII or full width, at the start or behind spaces, quotes and
 * invisible characters (several programs skip those); a tab or a line end at the start (OWASP "CSV Injection").
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}"'`]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

/** Whether a spreadsheet might take the text for a formula when it reads it as typed. */
export function looksLikeFormula(text) {
  return FORMULA.test(text);
}

/** Characters that XML allows and the library drops: "�" itself, the upper controls, noncharacters. */
const DROPPED = String.raw`[\x7f-\x84\x86-\x9f\ufffd\p{Noncharacter_Code_Point}]`;
/** "_x0041_" stands for "A" inside an Excel file, so where somebody typed that, its first sign is written that way too. */
const TYPED_ESCAPE = String.raw`_(?=x[0-9A-Fa-f]{4}(?:_|${DROPPED}))`;
const ESCAPED = new RegExp(`${TYPED_ESCAPE}|${DROPPED}`, "gu");

/** "_x0041_" for "A"; one for each half of a character beyond U+FFFF. */
function escapeUnits(text) {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
    return `_x${unit}_`;
  }).join("");
}

/**
 * The text as an Excel file's strings carry it, with Excel's own line ends. The library also looks strings up in a plain
 * object, where "constructor" is there before anybody put it in: written with an escape, such a word is not found there.
 */
export function excelText(text) {
  const escaped = text.replace(/\r\n?/g, "\n").replace(ESCAPED, escapeUnits);
  return escaped in {} ? `${escapeUnits(escaped.charAt(0))}${escaped.slice(1)}` : escaped;
}

/** The text as a CSV file carries it: with an apostrophe before what looks like a formula, as people type it in Excel. */
export function csvText(text) {
  return looksLikeFormula(text) ? `'${text}` : text;
}

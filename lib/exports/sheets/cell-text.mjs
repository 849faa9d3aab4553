/** How a text is written so that no spreadsheet computes with it. */

/**
 * What a spreadsheet may read as a formula: its signs, in ASCII or full width, at the start or behind spaces, quotes and
 * invisible characters (several programs skip those); a tab or a line end at the start (OWASP "CSV Injection").
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}"'`]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

/**
 * Whether a spreadsheet might take the text for a formula when it reads it as typed.
 * @param {string} text
 */
export function looksLikeFormula(text) {
  return FORMULA.test(text);
}

/**
 * The text as a CSV file carries it: with an apostrophe before what looks like a formula, as people type it in Excel.
 * @param {string} text
 */
export function csvText(text) {
  return looksLikeFormula(text) ? `'${text}` : text;
}

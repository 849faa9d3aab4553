// Sources of patterns, to be put together. Every repetition has an upper bound, so that no text, however hostile,
// takes more than a fixed time per character.

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

/** A day with its year, as people type it in the United States, or as a computer prints it. */
export const DATE = [
  "\\d{1,2}[\\/.\\-]\\d{1,2}[\\/.\\-](?:\\d{4}|\\d{2})(?!\\d)",
  "(?:19|20)\\d{2}-\\d{1,2}-\\d{1,2}(?!\\d)",
  `${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)`,
  `\\d{1,2} ${MONTH}\\.?,? \\d{4}(?!\\d)`,
].join("|");

/** First and last name, perhaps with a middle initial, or last name, comma, first name. */
export const NAME = "\\p{Lu}[\\p{Ll}'’]{1,20}(?:,? \\p{Lu}\\.?)?,? \\p{Lu}[\\p{L}'’\\-]{1,25}";

const NOT_NAMES = new Set(
  (
    "act agency agreement amendment annual approved april area august award board bureau chapter city coalition code " +
    "committee council county court data date day december department district division draft edition executive " +
    "february federal fire friday funding grant guide health house january july june law march may meeting monday " +
    "november october office order plan police policy program project public report revised saturday section " +
    "september services sheriff signed state sunday survey task team the this thursday title tool training tuesday " +
    "unit updated version wednesday"
  ).split(" "),
);

/** Two capitalized words are often a department, a law or a month. */
export function mayBeName(words: string): boolean {
  return words.split(/[\s,]+/).every((word) => !NOT_NAMES.has(word.toLowerCase()));
}

/** Whether the year of a date suits a birth better than a meeting of a program of today. */
export function mayBeBirthYear(date: string): boolean {
  const full = /(?:19|20)\d{2}/.exec(date)?.[0];
  if (full) return Number(full) >= 1915 && Number(full) <= 2008;
  const short = /\d{2}$/.exec(date)?.[0];
  return short !== undefined && Number(short) >= 30;
}

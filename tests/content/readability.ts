/** The syllables of a word, as close as counting groups of vowels comes. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  if (plain.length <= 3) return plain === "" ? 0 : 1;
  const groups = plain.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e)$/, (end) => end[0] ?? "").match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

/** The Flesch-Kincaid grade of a text: the school year in which most people can read it. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = text.split(/\s+/).filter((word) => /[a-z]/i.test(word));
  if (sentences.length === 0 || words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

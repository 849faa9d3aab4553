import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const WORD = /[\p{L}\p{N}]+(?:[-’'/][\p{L}\p{N}]+)*/gu;

/** The school grade, in the United States, at which a text is easy to read: Flesch and Kincaid's figure. */
export function gradeOf(text: string): number {
  const words = text.match(WORD) ?? [];
  const sentence = [...sentences.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence, word: words.length, syllable: syllables });
}

/** The grade of several texts, each with at least one sentence of its own. */
export function gradeOfAll(texts: readonly string[]): number {
  return gradeOf(texts.map((text) => (/[.?!]["”’)]?$/.test(text) ? text : `${text.replace(/[:;,]$/, "")}.`)).join(" "));
}

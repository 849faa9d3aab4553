import { type Finding, findingAt, withoutOverlaps } from "./finding";

/** Who says which words to use. */
export interface WordingSource {
  readonly name: string;
  readonly title: string;
  readonly url: string;
}

/** A term with the words that a source prefers. */
export interface WordingTerm {
  readonly id: string;
  /** Source of a pattern; letters match in upper and lower case. Every repetition in it needs an upper bound. */
  readonly pattern: string;
  readonly preferred: string;
  readonly source: WordingSource;
}

export interface WordingFinding extends Finding<"wording"> {
  readonly term: WordingTerm;
}

/**
 * Makes the search for terms. The names given are left alone, as are terms within any capitalized name
 * ("Drug Abuse Council") and a term in quotation marks of its own: there it is talked about, not used.
 */
export function createWordingFinder(
  terms: readonly WordingTerm[],
  names: readonly string[],
): (text: string) => readonly WordingFinding[] {
  const patterns = terms.map((term) => ({
    term,
    pattern: new RegExp(`(?<![\\p{L}\\d_-])(?:${term.pattern})(?![\\p{L}\\d_])`, "giu"),
  }));
  const namePattern = new RegExp(`(?<!\\p{L})(?:${names.join("|")})(?!\\p{L})`, "giu");
  return (text) => {
    // Of the same length, so that places stay.
    const searched = text.replace(namePattern, (name) => "#".repeat(name.length));
    const found = patterns.flatMap(({ term, pattern }) =>
      [...searched.matchAll(pattern)]
        .map((match) => ({ ...findingAt("wording", text, match.index, match.index + match[0].length), term }))
        .filter((finding) => !isQuoted(text, finding) && !isPartOfName(text, finding)),
    );
    return withoutOverlaps(found);
  };
}

function isQuoted(text: string, { start, end }: Finding): boolean {
  return /["“‘'«]$/.test(text.slice(Math.max(0, start - 1), start)) && /^[,.]?["”’'»]/.test(text.slice(end, end + 2));
}

function isPartOfName(text: string, { start, end, text: words }: Finding): boolean {
  if (!words.split(/[\s/-]+/).every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return false;
  const hasNameBefore = /\p{Lu}\p{Ll}{1,30} (?:(?:and|&|of|on|for) )?$/u.test(text.slice(Math.max(0, start - 40), start));
  const hasNameAfter = /^ (?:(?:and|&|of|on|for|Treatment) )?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 20));
  return hasNameBefore || hasNameAfter;
}

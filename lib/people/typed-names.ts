import type { CommentText } from "@/lib/domain/people/comment-text";
import { mentionPlaces } from "@/lib/domain/people/mention-places";
import { SOMEONE } from "@/lib/domain/people/person";
import { nameKeys } from "./name-key";

/** Takes the names out of a comment's text that are not mentions: typed as words after an "@". */
export type TakeOutNames = (text: CommentText, mayNamePeople: boolean) => CommentText;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LEFT_OUT = " […]";

/**
 * What hides every name that is typed after an "@" and looks like one of these (see name-key.ts), whole or its first
 * words: a mention that was misspelled, or somebody's name of before. In a text of before mentions were ids it may also
 * be a name that nobody knows any more: there the rest of the line is left out.
 */
export function hideTypedNames(names: readonly string[]): TakeOutNames {
  const keys = new Set(names.flatMap(firstWords).flatMap(nameKeys));
  const isKnown = (words: string) => nameKeys(words).some((key) => keys.has(key));
  const hide = (text: string, mayNamePeople: boolean): string => {
    let shown = "";
    let end = 0;
    for (const at of mentionPlaces(text)) {
      if (at < end || !/^\S/.test(text.slice(at + 1, at + 2))) continue;
      const named = mayNamePeople ? endOfLine(text, at) : findNameEnd(text, at + 1, isKnown);
      if (named === null) continue;
      shown += `${text.slice(end, at)}@${SOMEONE}${mayNamePeople ? LEFT_OUT : ""}`;
      end = named;
    }
    return shown + text.slice(end);
  };
  return (text, mayNamePeople) => text.map((part) => (typeof part === "string" ? hide(part, mayNamePeople) : part));
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Where the longest known name that begins here ends; null when none does. */
function findNameEnd(text: string, from: number, isKnown: (words: string) => boolean): number | null {
  const line = text.slice(from, Math.min(endOfLine(text, from), from + MOST_LETTERS));
  let found: number | null = null;
  for (const { 0: word, index } of line.matchAll(WORD)) {
    // As many words as are the beginning of a name: a name's first words are known as well as the whole of it.
    if (!isKnown(line.slice(0, index + word.length))) break;
    const length = index + word.length;
    // "Dana (2)" is a name.
    const isOpen = /\([^)]*$/.test(line.slice(0, length)) && line[length] === ")";
    found = from + length + (isOpen ? 1 : 0);
  }
  return found;
}

/** No name is longer. */
const MOST_LETTERS = 200;

/** "Dana", "Dana R" of "Dana R.", and the name as it is. */
function firstWords(name: string): string[] {
  return [name, ...[...name.matchAll(WORD)].map(({ 0: word, index }) => name.slice(0, index + word.length))];
}

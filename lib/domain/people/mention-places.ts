import type { CommentText } from "./comment-text";
import type { PersonRef } from "./person";

/** Someone who can be mentioned, by a name that is typed for them. */
export interface NamedPerson {
  readonly person: PersonRef;
  readonly name: string;
}

/** Whether a letter or digit ends `before`. Only its last characters: a text of nothing but @ would otherwise be searched once for each. */
function endsInWord(before: string): boolean {
  return /[\p{L}\p{N}]$/u.test(before.slice(-2));
}

function beginsWord(after: string): boolean {
  return /^[\p{L}\p{N}]/u.test(after.slice(0, 2));
}

/** The places of an "@" that can begin a mention; an address such as name@place mentions nobody. */
export function* mentionPlaces(text: string): Generator<number> {
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (!endsInWord(text.slice(Math.max(0, at - 2), at))) yield at;
  }
}

/**
 * What was typed, with people in place of their names: an "@" followed by someone's whole name. The longest name wins, so
 * that "@Dana R." is not "@Dana" too. Where several go by one name the first of them is meant.
 */
export function resolveMentions(typed: string, people: readonly NamedPerson[]): CommentText {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const parts: (string | PersonRef)[] = [];
  let end = 0;
  for (const at of mentionPlaces(typed)) {
    if (at < end) continue;
    const named = longestFirst.find(({ name }) => typed.startsWith(name, at + 1) && !beginsWord(typed.slice(at + 1 + name.length)));
    if (!named) continue;
    parts.push(typed.slice(end, at), named.person);
    end = at + 1 + named.name.length;
  }
  return [...parts, typed.slice(end)].filter((part) => part !== "");
}

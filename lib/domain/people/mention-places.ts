import type { CommentText } from "./comment-text";
import type { PersonRef } from "./person";

/** Someone who can be mentioned, by a name that is typed for them. */
export interface NamedPerson {
  readonly person: PersonRef;
  readonly name: string;
}

/** Someone who can open the tool. */
export interface Reader extends NamedPerson {
  /** Whoever writes does not mean themselves, but shares the beginning of a name with others. */
  readonly isWriter?: boolean;
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
 * @param readers Those who can also be named by the beginning of their name, where it fits nobody else: "@Dana".
 */
export function resolveMentions(typed: string, people: readonly NamedPerson[], readers: readonly Reader[] = []): CommentText {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const beginnings = new Beginnings(readers);
  const parts: (string | PersonRef)[] = [];
  let end = 0;
  for (const at of mentionPlaces(typed)) {
    if (at < end) continue;
    const named = longestFirst.find(({ name }) => typed.startsWith(name, at + 1) && !beginsWord(typed.slice(at + 1 + name.length, at + 3 + name.length)));
    const found = named ? { person: named.person, length: named.name.length } : beginnings.find(typed, at + 1);
    if (!found || !("person" in found)) continue;
    parts.push(typed.slice(end, at), found.person);
    end = at + 1 + found.length;
  }
  return [...parts, typed.slice(end)].filter((part) => part !== "");
}

/** An "@" with a word after it that reaches nobody. */
export interface Unreached {
  /** The word, without its "@". */
  readonly word: string;
  /** How many people it could mean. */
  readonly fits: number;
}

/** What was typed like a mention and is none, each once: for saying so to whoever typed it. */
export function findUnreached(typed: string, readers: readonly Reader[]): readonly Unreached[] {
  const beginnings = new Beginnings(readers);
  const unreached = new Map<string, Unreached>();
  for (const part of resolveMentions(typed, readers, readers)) {
    if (typeof part !== "string") continue;
    for (const at of mentionPlaces(part)) {
      const found = beginnings.find(part, at + 1);
      if (found && !("person" in found) && !unreached.has(found.word)) unreached.set(found.word, found);
    }
  }
  return [...unreached.values()];
}

/** What is typed of a name, word by word: "Dana", "Dana R", "Dana R Lopez". */
const WORDS = /^[\p{L}][\p{L}\p{M}\p{N}'’-]*(?: [\p{L}][\p{L}\p{M}\p{N}'’-]*){0,2}/u;
/** No name is longer. */
const WORDS_LENGTH = 120;
/** Fewer letters are no beginning of a name, unless they are its whole first word. */
const FEWEST_LETTERS = 3;

/** Finds people by the beginning of their names, whether letters are small or capital. */
class Beginnings {
  readonly #people: readonly Reader[];
  readonly #known = new Map<string, readonly Reader[]>();

  constructor(people: readonly Reader[]) {
    this.#people = people.map((one) => ({ ...one, name: fold(one.name) }));
  }

  /** Who is meant by what stands at `from`; how many fit the first word where it isn't clear; null where there is no word. */
  find(text: string, from: number): { readonly person: PersonRef; readonly length: number } | Unreached | null {
    if (this.#people.length === 0) return null;
    const typed = WORDS.exec(text.slice(from, from + WORDS_LENGTH))?.[0];
    if (typed === undefined) return null;
    const words = typed.split(" ");
    for (let count = words.length; count > 0; count -= 1) {
      const phrase = words.slice(0, count).join(" ");
      const [one, ...others] = this.#fitting(fold(phrase));
      if (one && !one.isWriter && others.length === 0) return { person: one.person, length: phrase.length };
    }
    const word = words[0] ?? "";
    return { word, fits: this.#fitting(fold(word)).filter(({ isWriter }) => !isWriter).length };
  }

  /** Those whose whole first words these are; where there are none, those whose name begins so. */
  #fitting(phrase: string): readonly Reader[] {
    const known = this.#known.get(phrase);
    if (known) return known;
    const beginning = this.#people.filter(({ name }) => name.startsWith(phrase));
    const whole = beginning.filter(({ name }) => !beginsWord(name.slice(phrase.length, phrase.length + 2)));
    const found = whole.length > 0 ? whole : phrase.length >= FEWEST_LETTERS ? beginning : [];
    this.#known.set(phrase, found);
    return found;
  }
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

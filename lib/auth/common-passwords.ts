import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * How many guesses a password stands that is made of common passwords with something around them. The list (49,000, by
 * how often they leaked) is zxcvbn's; its own estimate is not used, because it takes half a second for forty characters
 * with signs in them, and anybody may ask for it. This takes time in proportion to the length.
 */

interface Part {
  /** Decimal logarithm of the guesses it takes. */
  readonly cost: number;
  readonly length: number;
  /** A common password; anything else is decoration, or letters of its own. */
  readonly word?: string;
}

interface Reading {
  readonly cost: number;
  readonly words: readonly string[];
  /** Letters that belong to nothing common. */
  readonly ownLetters: number;
}

/** Thirty million guesses: fewer are tried within the hour by whoever has the list and something to try them on. */
const COST_MIN = 7.5;
/** With no more than so many common passwords in it … */
const WORDS_MIN = 3;
/** … a password needs letters of its own. */
const OWN_LETTERS_MIN = 4;

const SHORTEST_WORD = 4;
const LONGEST_WORD = 20;
/** The first of the list are tried at once. */
const CHEAPEST = 1.5;
const LETTER = 1.4;
const DIGIT = 1;
const SIGN = 0.3;

let ranks: ReadonlyMap<string, number> | undefined;

/** Position in the list, from 1. Made when it is first asked for. */
function rankOf(word: string): number | undefined {
  ranks ??= new Map(dictionary["passwords-common"].map((password, index) => [password, index + 1]));
  return ranks.get(word);
}

/** Rows and columns of a keyboard, by which neighbours are known: column shifted by half a key a row. */
const KEY_ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const KEYS = new Map(KEY_ROWS.flatMap((row, y) => [...row].map((key, x) => [key, { x, y }] as const)));

/** What each sign may stand for; the first of them is what most people mean. */
const LEET: readonly Readonly<Record<string, string>>[] = [
  { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s", "!": "i" },
  { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "9": "g", "@": "a", $: "s", "!": "l" },
];

/** Whether a password, in small letters and without separators, is common words and decoration only. */
export function isCommonPassword(plain: string): boolean {
  const { cost, words, ownLetters } = cheapestReading(plain);
  if (words.length === 0) return false;
  return cost < COST_MIN || (new Set(words).size < WORDS_MIN && ownLetters < OWN_LETTERS_MIN);
}

/** The cheapest way to put the text together, from its beginning on. */
function cheapestReading(text: string): Reading {
  const spellings = [text, ...LEET.map((signs) => text.replace(/[0-9@$!]/g, (sign) => signs[sign] ?? sign))];
  const readings: Reading[] = [{ cost: 0, words: [], ownLetters: 0 }];
  for (let end = 1; end <= text.length; end++) {
    let best: Reading | undefined;
    for (const part of partsEndingAt(text, spellings, end)) {
      const before = readings[end - part.length];
      if (!before || (best && before.cost + part.cost >= best.cost)) continue;
      best = {
        cost: before.cost + part.cost,
        words: part.word === undefined ? before.words : [...before.words, part.word],
        ownLetters: before.ownLetters + (part.cost === LETTER ? 1 : 0),
      };
    }
    readings.push(best as Reading);
  }
  return readings.at(-1) as Reading;
}

function* partsEndingAt(text: string, spellings: readonly string[], end: number): Generator<Part> {
  yield { cost: costOfCharacter(text.charAt(end - 1)), length: 1 };
  for (let length = 2; length <= Math.min(LONGEST_WORD, end); length++) {
    const start = end - length;
    const part = text.slice(start, end);
    if (length >= 3 && part === text.slice(start - length, start)) yield { cost: 0.5, length };
    if (/^\d+$/.test(part)) yield { cost: costOfDigits(part), length };
    else if (new Set(part).size === 1) yield { cost: CHEAPEST, length };
    if (length >= SHORTEST_WORD) {
      if (isWalk(part)) yield { cost: CHEAPEST + (length - SHORTEST_WORD) * 0.25, length };
      yield* wordsAt(spellings, start, end);
    }
  }
}

function costOfCharacter(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  return /[@$!]/.test(character) ? SIGN : LETTER;
}

/** What people put behind a word counts little, however long; numbers of their own count from the seventh digit on. */
function costOfDigits(digits: string): number {
  return Math.min(digits.length, 2 + Math.max(0, digits.length - 6));
}

function* wordsAt(spellings: readonly string[], start: number, end: number): Generator<Part> {
  for (const [index, spelling] of spellings.entries()) {
    const word = spelling.slice(start, end);
    for (const [turn, read] of [word, Array.from(word).reverse().join("")].entries()) {
      const rank = /\p{L}/u.test(read) ? rankOf(read) : undefined;
      const extra = (index > 0 ? 0.3 : 0) + turn * 0.3;
      if (rank !== undefined) yield { cost: Math.max(CHEAPEST, Math.log10(rank)) + extra, length: end - start, word: read };
    }
  }
}

/** Each key beside the one before it, or each letter after the one before it in the alphabet, there or back. */
function isWalk(part: string): boolean {
  const steps = Array.from(part).slice(1).map((key, at) => [part.charAt(at), key] as const);
  return steps.every(([from, to]) => areNeighbours(from, to)) || [1, -1].some((step) => steps.every(([from, to]) => to.charCodeAt(0) - from.charCodeAt(0) === step));
}

function areNeighbours(from: string, to: string): boolean {
  const [a, b] = [KEYS.get(from), KEYS.get(to)];
  if (!a || !b) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return Math.abs(dy) === 0 ? Math.abs(dx) === 1 : Math.abs(dy) === 1 && (dx === 0 || dx === -dy);
}

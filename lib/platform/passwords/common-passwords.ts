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

/** Position in the list, from 1; digits alone are judged as digits. Made when it is first asked for. */
function rankOf(word: string): number | undefined {
  ranks ??= new Map(
    dictionary["passwords-common"].flatMap((password, index) => (/[a-z]/.test(password) ? [[password, index + 1] as const] : [])),
  );
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
  const spellings = [...new Set([text, ...LEET.map((signs) => text.replace(/[0-9@$!]/g, (sign) => signs[sign] ?? sign))])].map(
    (spelling, index): Spelling => ({ forth: spelling, back: Array.from(spelling).reverse().join(""), extra: index > 0 ? 0.3 : 0 }),
  );
  const runs = measureRuns(text);
  const readings: Reading[] = [{ cost: 0, words: [], ownLetters: 0 }];
  for (let end = 1; end <= text.length; end++) {
    let best: Reading | undefined;
    for (const part of partsEndingAt(text, spellings, runs, end)) {
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

/** The text with letters for its signs, and the same backwards. */
interface Spelling {
  readonly forth: string;
  readonly back: string;
  readonly extra: number;
}

/** For each end, how long the digits, the same character, and the walks are that lead up to it. */
interface Runs {
  readonly digits: readonly number[];
  readonly same: readonly number[];
  readonly walk: readonly number[];
}

function measureRuns(text: string): Runs {
  const measure = (first: (to: string) => boolean, goesOn: (from: string, to: string) => boolean) => {
    const lengths = [0];
    for (let end = 1; end <= text.length; end++) {
      const to = text.charAt(end - 1);
      const before = lengths[end - 1] ?? 0;
      lengths.push(before > 0 && goesOn(text.charAt(end - 2), to) ? before + 1 : first(to) ? 1 : 0);
    }
    return lengths;
  };
  const always = () => true;
  const walks = WALKS.map((goesOn) => measure(always, goesOn));
  return {
    digits: measure(isDigit, (_, to) => isDigit(to)),
    same: measure(always, (from, to) => from === to),
    walk: (walks[0] ?? []).map((_, end) => Math.max(...walks.map((lengths) => lengths[end] ?? 0))),
  };
}

function* partsEndingAt(text: string, spellings: readonly Spelling[], { digits, same, walk }: Runs, end: number): Generator<Part> {
  yield { cost: costOfCharacter(text.charAt(end - 1)), length: 1 };
  for (let length = 2; length <= Math.min(LONGEST_WORD, end); length++) {
    if (length <= (digits[end] ?? 0)) yield { cost: costOfDigits(length), length };
    else if (length <= (same[end] ?? 0)) yield { cost: CHEAPEST, length };
    const isSaidAgain = length >= 3 && end >= 2 * length && text.startsWith(text.slice(end - length, end), end - 2 * length);
    if (isSaidAgain) yield { cost: 0.5, length };
    if (length < SHORTEST_WORD) continue;
    if (length <= (walk[end] ?? 0)) yield { cost: CHEAPEST + (length - SHORTEST_WORD) * 0.25, length };
    for (const { forth, back, extra } of spellings) {
      const forwards = partOf(forth.slice(end - length, end), extra);
      if (forwards) yield forwards;
      const backwards = partOf(back.slice(back.length - end, back.length - end + length), extra + 0.3);
      if (backwards) yield backwards;
    }
  }
}

function partOf(word: string, extra: number): Part | undefined {
  const rank = rankOf(word);
  return rank === undefined ? undefined : { cost: Math.max(CHEAPEST, Math.log10(rank)) + extra, length: word.length, word };
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function costOfCharacter(character: string): number {
  if (isDigit(character)) return DIGIT;
  return "@$!".includes(character) ? SIGN : LETTER;
}

/** What people put behind a word counts little, however long; numbers of their own count from the seventh digit on. */
function costOfDigits(length: number): number {
  return Math.min(length, 2 + Math.max(0, length - 6));
}

/** Each key beside the one before it, or each letter after the one before it in the alphabet, there or back. */
const WALKS: readonly ((from: string, to: string) => boolean)[] = [
  areNeighbours,
  (from, to) => to.charCodeAt(0) - from.charCodeAt(0) === 1,
  (from, to) => to.charCodeAt(0) - from.charCodeAt(0) === -1,
];

function areNeighbours(from: string, to: string): boolean {
  const [a, b] = [KEYS.get(from), KEYS.get(to)];
  if (!a || !b) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return dy === 0 ? Math.abs(dx) === 1 : Math.abs(dy) === 1 && (dx === 0 || dx === -dy);
}

import unhomoglyph from "unhomoglyph";
import { isCommonPassword } from "./common-passwords";
import { GUESSED_PHRASES, GUESSED_WORDS, RUNS } from "./password-words";

/** Fifteen while a password is the only factor (NIST SP 800-63B-4); longer is better, so nothing else is demanded. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;
/** Letters that must be left once everything a guesser tries first is taken away. */
const UNGUESSED_MIN = 8;

export interface PasswordOwner {
  readonly email: string;
  readonly name?: string;
  /** Names of their agency or team. */
  readonly words?: readonly string[];
}

/** Why a password won't do, in words for its field; null when it will. Spaces and any script are welcome. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  if (password.length > PASSWORD_MAX) return `Use ${PASSWORD_MAX} characters or fewer.`;
  const length = [...password.normalize("NFC")].length;
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters. A few words in a row work well.`;
  const plain = simplify(password);
  if (isRepetition(plain)) return "This repeats itself. Use a few words that don’t belong together.";
  const own = ownWords(owner);
  const latin = withLatinLetters(plain);
  if (isEasy(plain, own) || (latin !== plain && isEasy(latin, own.map(withLatinLetters)))) {
    return "This is easy to guess: it is made of common words, a row of keys, or your own details. Use a few words that don’t belong together.";
  }
  return null;
}

/** A Latin letter's accents, and digits of other scripts: decoration around a word that is guessed. */
const ACCENTS = /(?<=\p{Script=Latin})\p{M}+/gu;
const OTHER_DIGITS = /[^\P{Nd}0-9]/gu;

/** Lower case letters and digits of any script; what separates them doesn't make guessing harder. */
function simplify(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase().replace(ACCENTS, "").normalize("NFKC").replace(OTHER_DIGITS, "1");
  return plain.replace(/[^\p{L}\p{M}\p{N}@$!]/gu, "");
}

/** Each letter of another script as the Latin one it looks like, small or as a capital: a guesser swaps them too. */
function withLatinLetters(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const looks = [unhomoglyph(letter), unhomoglyph(letter.toUpperCase()).toLowerCase()];
    return looks.find((look) => /^[a-z0-9]$/.test(look)) ?? letter;
  });
}

function isEasy(text: string, own: readonly string[]): boolean {
  return isGuessable(text, own) || isGuessable(unleet(text), own) || isCommonPassword(withoutOwn(text, own));
}

const LEET: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

function unleet(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
}

function isRepetition(text: string): boolean {
  const letters = new Set(text);
  if (letters.size < 5) return true;
  return text.length >= 6 && `${text}${text}`.indexOf(text, 1) < text.length;
}

function ownWords({ email, name = "", words = [] }: PasswordOwner): readonly string[] {
  const parts = [email.split("@")[0] ?? "", email.split("@")[1]?.split(".")[0] ?? "", name, ...words];
  return parts.flatMap((part) => [simplify(part), ...part.split(/[^\p{L}\p{M}\p{N}]+/u).map(simplify)]);
}

function isGuessable(text: string, own: readonly string[]): boolean {
  let rest = text.replace(/(.)\1{2,}/gu, " ");
  for (const phrase of [...GUESSED_PHRASES, ...own, ...GUESSED_WORDS].filter((word) => word.length >= 3).sort(byLength)) {
    rest = rest.split(phrase).join(" ");
  }
  rest = withoutRuns(rest).replace(/(19|20)\d\d/g, " ");
  return rest.replace(/[\s@$!]/g, "").length < UNGUESSED_MIN;
}

/** The person's own details are decoration around a common password. */
function withoutOwn(text: string, own: readonly string[]): string {
  return own.filter((word) => word.length >= 4).reduce((rest, word) => rest.replaceAll(word, ""), text);
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

/** Takes out stretches of four or more that follow a keyboard row, the alphabet or the digits. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const run of RUNS.flatMap((forward) => [forward, [...forward].reverse().join("")])) {
    for (let size = run.length; size >= 4; size--) {
      for (let start = 0; start + size <= run.length; start++) {
        rest = rest.split(run.slice(start, start + size)).join(" ");
      }
    }
  }
  return rest;
}

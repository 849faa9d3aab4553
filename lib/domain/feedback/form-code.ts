/** The part of a form's public address that names it. It stands on posters and is typed by hand, so it is never changed. */

/** Nothing that is taken for something else: no O, I, L, B, S, Z, and no vowels, so that no word comes out. */
const ALPHABET = "23456789CDFGHJKMNPQRTVWX";
/** 24^10 codes, 45 bits: not found by trying, though a form hides nothing from who has its address. */
export const FORM_CODE_LENGTH = 10;
const TYPED_MAX = 40;
const GROUP = 5;

const MISREAD: Readonly<Record<string, string>> = { B: "8", S: "5", Z: "2" };

/** What was typed or stands in an address, as the code it is; null when it can't be one. Case, blanks and hyphens don't matter. */
export function readFormCode(typed: string): string | null {
  if (typed.length > TYPED_MAX) return null;
  const letters = [...typed.toUpperCase().replace(/[\s-]/g, "")].map((letter) => MISREAD[letter] ?? letter);
  return letters.length === FORM_CODE_LENGTH && letters.every((letter) => ALPHABET.includes(letter)) ? letters.join("") : null;
}

/** "K7Q4M-D29XW": in two groups that can be read out, as it stands in the address. */
export function formatFormCode(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
}

/** The code that these random bytes make, two for each letter. */
export function formCodeOf(bytes: Uint8Array): string {
  return Array.from({ length: FORM_CODE_LENGTH }, (_, index) => ALPHABET[((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)) % ALPHABET.length]).join("");
}

/** How the code looks with which people join a sitting. No server code: the page where it is typed reads this too. */

/** Nothing that is taken for something else, read from the far end of a room or heard: no O, I, L, B, S, Z, and no vowels, so that no word comes out. */
export const MEET_ALPHABET = "23456789CDFGHJKMNPQRTVWX";
export const MEET_CODE_LENGTH = 6;
/** With what people type between the letters. */
export const TYPED_MEET_CODE_MAX = 40;

const MISREAD: Readonly<Record<string, string>> = { B: "8", S: "5", Z: "2" };

/** "K7Q 4MD": in two groups that can be read out. */
export function formatMeetCode(code: string): string {
  return `${code.slice(0, MEET_CODE_LENGTH / 2)} ${code.slice(MEET_CODE_LENGTH / 2)}`;
}

/** What was typed as the code it is; null when it can't be one. Case, blanks and hyphens don't matter. */
export function readMeetCode(typed: string): string | null {
  if (typed.length > TYPED_MEET_CODE_MAX) return null;
  const letters = [...typed.toUpperCase().replace(/[\s-]/g, "")].map((letter) => MISREAD[letter] ?? letter);
  return letters.length === MEET_CODE_LENGTH && letters.every((letter) => MEET_ALPHABET.includes(letter)) ? letters.join("") : null;
}

/** The code that these random bytes make, two for each letter. */
export function meetCodeOf(bytes: Uint8Array): string {
  return Array.from({ length: MEET_CODE_LENGTH }, (_, index) => MEET_ALPHABET[((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)) % MEET_ALPHABET.length]).join("");
}

/** How a code that is handed over looks. No server code: the page where it is typed reads this too. */

/** Crockford's: no letter that is taken for another or for a digit. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 20;
/** With what people type between the groups. */
export const TYPED_CODE_MAX = 60;

const GROUP = /.{4}(?=.)/g;

/** "7KQ2-9FMA-…": in groups that can be read out and typed. */
export function formatCode(code: string): string {
  return code.replace(GROUP, "$&-");
}

/** What was typed as the code it is; null when it can't be one. Case, blanks and hyphens don't matter, nor O for 0. */
export function readCode(typed: string): string | null {
  if (typed.length > TYPED_CODE_MAX) return null;
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}

import "server-only";
import { timingSafeEqual } from "node:crypto";
import { SECRET_MAX, secretOf } from "@/lib/platform/auth/secrets";

/**
 * What a page without a script says after its form was refused. The words travel in the address that the form leads back to, with a
 * mark that only this site can make: nobody else's words are ever shown as ours.
 */
export const SAID = "said";

const LONGEST = 500;

const markOf = (words: string) => secretOf("said-words", words);

/** The value of the page's `said` parameter. */
export function sayWords(words: string): string {
  const short = words.slice(0, LONGEST);
  return `${markOf(short)}.${short}`;
}

/** The words of a page's `said` parameter; null for none, and for what we never said. */
export function readSaidWords(said: string | readonly string[] | undefined): string | null {
  if (typeof said !== "string" || said.length > LONGEST + SECRET_MAX) return null;
  const at = said.indexOf(".");
  const words = said.slice(at + 1);
  const [given, ours] = [Buffer.from(said.slice(0, Math.max(at, 0))), Buffer.from(markOf(words))];
  return given.length === ours.length && timingSafeEqual(given, ours) ? words : null;
}

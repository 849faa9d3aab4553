/** The most one argument of an action may hold, whatever its schema: a form is a handful of fields. */
const MOST_VALUES = 500;
/** Together, in UTF-16 units: in any script within ACTION_MAX_BYTES. */
const MOST_CHARACTERS = 20_000;
const DEEPEST = 6;

export const INPUT_TOO_LARGE = "The form holds more than we can take. Shorten your texts and try again.";

interface Spent {
  values: number;
  characters: number;
}

/**
 * Whether `input` holds more than a form of ours could send. It counts and never reads, and stops at the limit, so it
 * costs the same for whatever is sent: schemas look into every entry of a list before they count them.
 */
export function isInputTooLarge(input: unknown): boolean {
  return exceeds(input, 0, { values: 0, characters: 0 });
}

function exceeds(value: unknown, depth: number, spent: Spent): boolean {
  spent.values++;
  if (spent.values > MOST_VALUES || depth > DEEPEST) return true;
  if (typeof value === "string") {
    spent.characters += value.length;
    return spent.characters > MOST_CHARACTERS;
  }
  if (typeof value === "bigint") return true;
  if (typeof value !== "object" || value === null) return false;
  // Maps, sets, typed arrays, form data, dates and promises, which React's protocol can carry too: no form of ours sends one.
  if (!Array.isArray(value) && !isPlain(value)) return true;
  if (Array.isArray(value) && value.length > MOST_VALUES) return true;
  for (const key in value) {
    spent.characters += key.length;
    if (exceeds((value as Record<string, unknown>)[key], depth + 1, spent)) return true;
  }
  return spent.characters > MOST_CHARACTERS;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

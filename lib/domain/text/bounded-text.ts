import { z } from "zod";
import { plainLineBreaks } from "./line-breaks";

/** The checks made here, by which a schema is known to be bounded. */
const bounds = new WeakSet<object>();

/**
 * Counts UTF-16 code units, which a string knows of itself. zod's own `max` counts code points, and so reads the text;
 * twice as long a text would pass.
 */
function bound(max: number, error: string | undefined): z.core.$ZodCheck<string> {
  const check = z.refine<string>((text) => text.length <= max, { abort: true, ...(error === undefined ? {} : { error }) });
  bounds.add(check);
  return check;
}

/** Whether a check of a schema bounds its length before anything that follows. */
export function isBound(check: z.core.$ZodCheck | undefined): boolean {
  return check !== undefined && bounds.has(check);
}

function longerThan(max: number): string {
  return `Use ${max.toLocaleString("en-US")} characters or fewer.`;
}

/**
 * Text from outside, of at most `max` UTF-16 code units. Its length is looked at before anything else: to normalise,
 * match or split a text takes time that grows with it (NFC with its square), and nobody may choose how long that is.
 * What comes after it in a schema (checks, transforms) does not see a longer text, because the bound aborts.
 */
export function boundedText(max: number, tooLong = longerThan(max)): z.ZodString {
  return z.string().check(bound(max, tooLong));
}

/**
 * Words that somebody wrote, fit to be kept: without NUL, which the database has no place for, without halves of a letter,
 * which JSON has none for, and with line ends as the workbook keeps them.
 * @param max what may be left of it once `settle` has done the rest, such as blanks around it.
 */
export function writtenText(max: number, tooLong?: string, settle: (text: string) => string = (text) => text) {
  // Browsers send a line's end as two characters.
  return boundedText(max * 2, tooLong ?? longerThan(max))
    .transform((text) => settle(plainLineBreaks(text.toWellFormed().replaceAll("\u0000", ""))))
    .pipe(boundedText(max, tooLong));
}

/** An email address; blanks around it are not taken. */
export function emailText(max: number, tooLong: string, error: string): z.ZodString {
  return boundedText(max, tooLong).check(z.email(error));
}

const UUID_LENGTH = 36;

/** An id of a row. */
export function idText(error?: string): z.ZodString {
  return z.string(error).check(bound(UUID_LENGTH, error), z.uuid(error));
}

/** A calendar date, "2026-03-31". */
export function dateText(error?: string): z.ZodString {
  return z.string(error).check(bound("2026-03-31".length, error), z.iso.date(error));
}

const INSTANT_MAX = 40;

/** A moment in UTC of this era, "2026-03-31T10:00:00.000Z": the database knows no year 0. */
export function instantText(error?: string): z.ZodString {
  return z.string(error).check(bound(INSTANT_MAX, error), z.iso.datetime(error), z.regex(/^[12]/, error));
}

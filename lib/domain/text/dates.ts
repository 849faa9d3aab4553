/**
 * The calendar dates an answer may hold. A date is stored as "2026-03-31" and means that day, without a time or a
 * zone. Years have four digits: a "26" is asked about, never guessed, because 1926 and 2026 are both possible.
 */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Said at a field whose date is outside these years. */
export const YEAR_PROBLEM = `Use a year from ${FIRST_YEAR} to ${LAST_YEAR}, with four digits.`;
/** Said at a field that holds no date at all. */
export const DATE_PROBLEM = "Use a real date, such as 2026-03-31.";
const TYPED_DATE_PROBLEM = "Use a real date: month, day and year, such as 3/31/2026.";

/** For `min` and `max` of a date input. */
export const FIRST_DATE = `${FIRST_YEAR}-01-01`;
export const LAST_DATE = `${LAST_YEAR}-12-31`;

/** No date is written with more letters: what is longer isn't looked at. */
const TYPED_MAX_LENGTH = 40;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_WORD = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
/** What a spreadsheet adds to a day that it keeps as an instant. */
const MIDNIGHT = "(?:[T ]0?0:00(?::00(?:\\.0+)?)?Z?)?";

interface DateParts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function monthOf(word = ""): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** The ways to write a date that can be read in one way only. Days before months ("31/3/2026") are not among them. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => DateParts }[] = [
  {
    pattern: new RegExp(`^(\\d{4,6})-(\\d{1,2})-(\\d{1,2})${MIDNIGHT}$`),
    read: ([, year = "", month, day]) => ({ year, month: Number(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{1,6})${MIDNIGHT}$`),
    read: ([, month, , day, year = ""]) => ({ year, month: Number(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`^${MONTH_WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{1,6})$`, "i"),
    read: ([, month, day, year = ""]) => ({ year, month: monthOf(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[ -]${MONTH_WORD}[ -](\\d{1,6})$`, "i"),
    read: ([, day, month, year = ""]) => ({ year, month: monthOf(month), day: Number(day) }),
  },
];

/** Days of a month as the calendar has them; 0 for a month that doesn't exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
}

/** What is wrong with a date to be stored, in words; null for a real date of the years above. */
export function findDateProblem(date: string): string | null {
  const [, year = "", month, day] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const isReal = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!isReal) return DATE_PROBLEM;
  return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR ? null : YEAR_PROBLEM;
}

/**
 * Reads a date as people and spreadsheets write it, such as "2026-03-31", "3/31/2026" or "March 31, 2026": the day
 * as it is stored, or what to change, in words. A year of two digits is refused, because no century can be known.
 */
export function readTypedDate(text: string): { readonly date: string } | { readonly problem: string } {
  const typed = text.length > TYPED_MAX_LENGTH ? "" : text.trim().replace(/\s+/g, " ");
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(typed);
    if (!match) continue;
    const { year, month, day } = read(match);
    if (year.length !== 4) return { problem: YEAR_PROBLEM };
    const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const problem = findDateProblem(date);
    if (problem === null) return { date };
    return { problem: problem === DATE_PROBLEM ? TYPED_DATE_PROBLEM : problem };
  }
  return { problem: TYPED_DATE_PROBLEM };
}

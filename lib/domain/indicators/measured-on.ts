import { readTypedDate, YEAR_PROBLEM, findDateProblem } from "@/lib/domain/text/dates";
import type { MeasuredOn } from "./indicator";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/** No month is written with more letters: what is longer isn't looked at. */
export const MEASURED_ON_MAX_LENGTH = 40;

const PROBLEM = "Write a month, such as November 2026, or a day, such as 11/15/2026.";

/** The ways to write a month that can be read in one way only. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => { readonly year: string; readonly month: number } }[] = [
  { pattern: /^([a-z]{3,9})\.?,? (\d{1,6})$/i, read: ([, word = "", year = ""]) => ({ year, month: monthNamed(word) }) },
  { pattern: /^(\d{4,6})-(\d{1,2})$/, read: ([, year = "", month]) => ({ year, month: Number(month) }) },
  { pattern: /^(\d{1,2})\/(\d{3,6})$/, read: ([, month, year = ""]) => ({ year, month: Number(month) }) },
];

function monthNamed(word: string): number {
  const begun = word.toLowerCase().replace(/^sept$/, "sep");
  return MONTHS.findIndex((month) => month.toLowerCase() === begun || month.slice(0, 3).toLowerCase() === begun) + 1;
}

/** When something was measured, as people write it: a month or a day. */
export function readMeasuredOn(text: string): { readonly on: MeasuredOn } | { readonly problem: string } {
  const typed = text.length > MEASURED_ON_MAX_LENGTH ? "" : text.trim().replace(/\s+/g, " ");
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(typed);
    if (!match) continue;
    const { year, month } = read(match);
    if (month < 1 || month > 12) return { problem: PROBLEM };
    if (year.length !== 4) return { problem: YEAR_PROBLEM };
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    const problem = findDateProblem(day);
    return problem === null ? { on: { day, isMonth: true } } : { problem };
  }
  const read = readTypedDate(typed);
  if ("date" in read) return { on: { day: read.date, isMonth: false } };
  return { problem: read.problem === YEAR_PROBLEM ? YEAR_PROBLEM : PROBLEM };
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: number;
}

function partsOf(day: string): Parts {
  const [year = "", month, date] = day.split("-");
  return { year, month: MONTHS[Number(month) - 1] ?? "", day: Number(date) };
}

/** "November 2026", or "November 15, 2026". */
export function formatMeasuredOn({ day, isMonth }: MeasuredOn): string {
  const { year, month, day: date } = partsOf(day);
  return isMonth ? `${month} ${year}` : `${month} ${date}, ${year}`;
}

/** "Nov" or "Nov 15", with the year where it is asked for: "Nov 2026". */
export function formatShortOn({ day, isMonth }: MeasuredOn, hasYear: boolean): string {
  const { year, month, day: date } = partsOf(day);
  const short = month.slice(0, 3);
  if (isMonth) return hasYear ? `${short} ${year}` : short;
  return hasYear ? `${short} ${date}, ${year}` : `${short} ${date}`;
}

/** Days since 1970, for where it stands on a line. */
export function placeInTime({ day }: MeasuredOn): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** The oldest first; a month before the days in it. */
export function compareMeasured(a: MeasuredOn, b: MeasuredOn): number {
  return a.day === b.day ? Number(b.isMonth) - Number(a.isMonth) : a.day < b.day ? -1 : 1;
}

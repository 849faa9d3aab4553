import type { IndicatorUnit, MeasuredNumber } from "./indicator";

/** No number that anybody measures is longer: what is longer is not looked at. */
export const NUMBER_MAX_LENGTH = 40;
const MOST_DIGITS = 12;
/** With the digits before the point, so many that every reader of numbers keeps them. */
const MOST_DECIMALS = 3;

export type ReadNumber = { readonly number: string } | { readonly problem: string };

const NO_DIGITS = "Write a number in digits, such as 12 or 3.4.";

/**
 * A number as people write it: digits, and a point before decimals. Nothing is guessed: "12,5" and "1,200" mean different
 * things in different places. Zeros that say nothing are left out.
 * @param name what the field asks for, at the beginning of a sentence
 */
export function readNumber(text: string, name: string): ReadNumber {
  const typed = text.length > NUMBER_MAX_LENGTH ? "?" : text.trim();
  if (typed === "") return { problem: `${name} is blank. ${NO_DIGITS}` };
  if (/^[\d,.]*,[\d,.]*$/.test(typed)) {
    return { problem: `${name}: leave out the comma. Write 1200 for twelve hundred, and 12.5 with a point for twelve and a half.` };
  }
  if (/^[\d.]+ ?%$/.test(typed)) return { problem: `${name}: leave out the percent sign.` };
  if (/^[-−–][\d.]+$/.test(typed)) return { problem: `${name} is below 0. Use 0 or more.` };
  const [, whole, decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(typed) ?? [];
  if (whole === undefined) return { problem: `${name}: “${clip(typed)}” is no number. ${NO_DIGITS}` };
  const digits = whole.replace(/^0+(?=\d)/, "");
  const fraction = decimals.replace(/0+$/, "");
  if (digits.length > MOST_DIGITS) return { problem: `${name} is too large. Use ${MOST_DIGITS} digits or fewer.` };
  if (fraction.length > MOST_DECIMALS) return { problem: `${name}: use ${MOST_DECIMALS} decimals or fewer.` };
  return { number: fraction === "" ? digits : `${digits}.${fraction}` };
}

function clip(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** The same for what is counted. */
export function readCount(text: string, name: string): ReadNumber {
  const read = readNumber(text, name);
  if ("problem" in read || !read.number.includes(".")) return read;
  return { problem: `${name} is a count: use a whole number.` };
}

/** The same for what a part is of. */
function readWhole(text: string, name: string): ReadNumber {
  const read = readCount(text, name);
  const isNothing = "number" in read && Number(read.number) === 0;
  return isNothing ? { problem: `${name} is 0. There is no percent of nothing: leave this month out, or say so in a note.` } : read;
}

export type NumberField = "value" | "of";
export type ReadMeasured = { readonly number: MeasuredNumber } | { readonly problems: Readonly<Partial<Record<NumberField, string>>> };

/** What the fields of a value are called, for each unit. */
export function numberLabels(unit: IndicatorUnit, unitWords: string): { readonly value: string; readonly of: string } {
  if (unit === "percent") return { value: "How many", of: unitWords ? `Of how many ${unitWords}` : "Of how many" };
  const value = { count: "Count", score: "Score", other: "Value" }[unit];
  return { value: unitWords ? `${value} (${unitWords})` : value, of: "" };
}

/** A value as its form sends it. @param of only for a part of a whole */
export function readMeasured(unit: IndicatorUnit, typed: { readonly value: string; readonly of: string }, unitWords = ""): ReadMeasured {
  const labels = numberLabels(unit, unitWords);
  const isCount = unit === "percent" || unit === "count";
  const value = isCount ? readCount(typed.value, labels.value) : readNumber(typed.value, labels.value);
  if (unit !== "percent") return "problem" in value ? { problems: { value: value.problem } } : { number: { value: value.number, of: null } };
  const of = readWhole(typed.of, labels.of);
  if ("problem" in value || "problem" in of) {
    return { problems: { ...("problem" in value && { value: value.problem }), ...("problem" in of && { of: of.problem }) } };
  }
  if (Number(value.number) > Number(of.number)) {
    return { problems: { value: `${labels.value} (${value.number}) is more than the whole (${of.number}). Check both numbers.` } };
  }
  return { number: { value: value.number, of: of.number } };
}

/** A target as its form sends it; null for none. */
export function readTarget(unit: IndicatorUnit, typed: string): { readonly target: string | null } | { readonly problem: string } {
  if (typed.trim() === "") return { target: null };
  const name = unit === "percent" ? "Target in percent" : "Target";
  const read = readNumber(typed.trim().replace(/ ?%$/, unit === "percent" ? "" : "%"), name);
  if ("problem" in read) return read;
  if (unit === "percent" && Number(read.number) > 100) return { problem: `${name} is above 100.` };
  return { target: read.number };
}

import { type Finding, findingAt, sentenceBefore } from "./finding";

const PHONE =
  /(?<![\w.$%#/-])(?:\+?1[ .-]?)?(?:\(([2-9]\d{2})\) ?[2-9]\d{2}[ .-]\d{4}|([2-9]\d{2})([ .-])[2-9]\d{2}\3\d{4})(?![\w-]|[.,]\d)/g;

/** Without an area code or without dashes it could be any number, unless it is said to be a phone number. */
const SAID_PHONE =
  /\b(?:cell(?: ?phone)?|mobile|phone|telephone|tel|ph|call|text)\b[ .:#]{0,3}(?:(?:is|number|no|him|her|them|me|at)\b[ .:#]{0,3}){0,3}(\(?\d{3}\)?[ .-]?)?(\d{3}[ .-]\d{4}|(?<=\d{3})\d{7}|\d{10})(?![\w-]|[.,]\d)/gi;

/** Nobody has a toll-free number to themselves; hotlines have them. */
const TOLL_FREE = new Set(["800", "833", "844", "855", "866", "877", "888"]);

const PUBLIC_LINE =
  /\b(?:hot ?line|help ?line|life ?line|warm ?line|line|crisis|office|station|dispatch|desk|program|clinic|department|dept|headquarters|hq|main|non-?emergency|switchboard|intake|fax|agency|cent(?:er|re)|public|pharmacy|hospital|shelter|coalition|services?|team|unit|poison control|county|city|health)\b/i;
const PRIVATE_LINE = /\b(?:his|her|cell|cellphone|mobile|home|personal|mother|father|mom|dad|brother|sister|wife|husband|next of kin)\b/i;
const PUBLIC_LINE_AFTER = /^ ?[(,] ?(?:(?:the|our) )?(?:\w{1,15} )?(?:office|main|hot ?line|help ?line|line|fax|dispatch|desk|toll[- ]free|24\/7)\b/i;

/** Phone numbers that may be a person's own. The line of a program, an office or a hotline is public. */
export function findPhoneNumbers(text: string): Finding<"phone">[] {
  const found: Finding<"phone">[] = [];
  for (const match of text.matchAll(PHONE)) {
    if (TOLL_FREE.has(match[1] ?? match[2] ?? "")) continue;
    add(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(SAID_PHONE)) {
    const number = `${match[1] ?? ""}${match[2] ?? ""}`;
    if (TOLL_FREE.has(number.replace(/\D/g, "").slice(0, 3))) continue;
    const end = match.index + match[0].length;
    add(end - number.length, end);
  }
  return found;

  function add(start: number, end: number): void {
    const before = sentenceBefore(text, start);
    const isPublic = PUBLIC_LINE.test(before) || PUBLIC_LINE_AFTER.test(text.slice(end, end + 40));
    if (!isPublic || PRIVATE_LINE.test(before)) found.push(findingAt("phone", text, start, end));
  }
}

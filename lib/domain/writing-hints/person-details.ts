import { findAddresses } from "./addresses";
import { type Finding, findingAt, withoutOverlaps } from "./finding";
import { findPhoneNumbers } from "./phone-numbers";
import { findRecordNumbers } from "./record-numbers";
import { DATE, mayBeBirthYear, mayBeName, NAME } from "./text-patterns";

export type PersonDetail =
  | "name-with-birth-date"
  | "birth-date"
  | "social-security"
  | "record-number"
  | "plate"
  | "email"
  | "phone"
  | "address"
  | "named-person";

/** Where two find the same place, the one listed first names it. */
const FINDERS: readonly ((text: string) => Finding<PersonDetail>[])[] = [
  findBirthDates,
  findNamesBesideDates,
  findSocialSecurityNumbers,
  findRecordNumbers,
  findPlates,
  findEmails,
  findPhoneNumbers,
  findAddresses,
  findNamedPersons,
];

/**
 * Places where a text may point to one person: what a plan or a data summary does not need. Made to stay silent
 * when in doubt, so it misses much; a name alone, for one, looks like any two capitalized words.
 */
export function findPersonDetails(text: string): readonly Finding<PersonDetail>[] {
  return withoutOverlaps(FINDERS.flatMap((find) => find(text)));
}

const BIRTH_DATE = new RegExp(
  `(?<![\\p{L}\\d])(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|born(?: on)?)(?!\\p{L})[^\\n\\d]{0,15}?(?:${DATE})`,
  "giu",
);
const NAME_AT_END = new RegExp(`(?<!\\p{L})(${NAME})[\\s,;:(\\-–]{0,4}(?:(?:was|is) )?$`, "u");
/** "Our program was born on March 3, 2019" is no birth date. */
const BORN_PROGRAM = /\b(?:program|team|unit|initiative|coalition|project|partnership|effort|idea|agency|office|force)\W{1,3}(?:was|were|is)\W{1,3}$/i;

function findBirthDates(text: string): Finding<PersonDetail>[] {
  return [...text.matchAll(BIRTH_DATE)].flatMap((match): Finding<PersonDetail>[] => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 70), match.index);
    if (BORN_PROGRAM.test(before)) return [];
    const name = NAME_AT_END.exec(before);
    if (!name || !mayBeName(name[1]!)) return [findingAt("birth-date", text, match.index, end)];
    return [findingAt("name-with-birth-date", text, match.index - (before.length - name.index), end)];
  });
}

const NAME_BESIDE_DATE = new RegExp(`(?<!\\p{L})(${NAME}),? ?\\(?(${DATE})`, "gu");

function findNamesBesideDates(text: string): Finding<PersonDetail>[] {
  return [...text.matchAll(NAME_BESIDE_DATE)]
    .filter((match) => mayBeName(match[1]!) && mayBeBirthYear(match[2]!))
    .map((match) => findingAt("name-with-birth-date", text, match.index, match.index + match[0].length));
}

const SOCIAL_SECURITY =
  /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])|\b(?:SSN|social security (?:number|no\.?|#))(?:\s?[:#]|\sis|\sof)?\s?\d{3}[- ]?\d{2}[- ]?\d{4}(?![\w-])/gi;

function findSocialSecurityNumbers(text: string): Finding<PersonDetail>[] {
  return [...text.matchAll(SOCIAL_SECURITY)].map((match) =>
    findingAt("social-security", text, match.index, match.index + match[0].length),
  );
}

const PLATE = /\b(?:license )?plate(?: number| no\.?)?(?:\s?[:#]|,| was| is| of)?\s{0,2}#?((?=[A-Z0-9 -]{0,5}\d)(?=[A-Z0-9 -]{0,5}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})\b/g;

function findPlates(text: string): Finding<PersonDetail>[] {
  return [...text.matchAll(PLATE)].map((match) => findingAt("plate", text, match.index, match.index + match[0].length));
}

/** A mailbox that a program or an office shares names nobody. */
const SHARED_MAILBOX = new Set(
  (
    "admin administration chief clinic community contact coordinator county dispatch ems feedback fire grants harm hello " +
    "help hotline hr info information intake jobs mail mailbox media naloxone news noreply office outreach overdose police " +
    "post prevention privacy program programs public records recovery reduction referral referrals registration safety " +
    "secretary service services sheriff sober station support team training treatment volunteer webmaster"
  ).split(" "),
);

function findEmails(text: string): Finding<PersonDetail>[] {
  const found: Finding<PersonDetail>[] = [];
  // From each @ outward, in reach of 64 characters: a pattern that starts with the name would try every start.
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const name = /[\w.+-]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^\.+/, "");
    const host = /^[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}/.exec(text.slice(at + 1, at + 105))?.[0];
    if (!name || !host) continue;
    if (name.toLowerCase().split(/[._+-]/).some((word) => SHARED_MAILBOX.has(word))) continue;
    found.push(findingAt("email", text, at - name.length, at + 1 + host.length));
  }
  return found;
}

const NAMED_PERSON = new RegExp(
  `\\b(?:patient|client|decedent|victim|survivor|participant|caller|suspect|man|woman|male|female|resident|individual|person),? (?:named|by the name of) (${NAME})`,
  "gu",
);

function findNamedPersons(text: string): Finding<PersonDetail>[] {
  return [...text.matchAll(NAMED_PERSON)]
    .filter((match) => mayBeName(match[1]!))
    .map((match) => {
      const end = match.index + match[0].length;
      return findingAt("named-person", text, end - match[1]!.length, end);
    });
}

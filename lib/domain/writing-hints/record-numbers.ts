import { type Finding, findingAt } from "./finding";

/** What a number may belong to, a marker, and the number itself with its dashes. */
const RECORD =
  /\b(incident|case|report|call for service|call|docket|complaint|booking|CAD|run|patient(?: ID)?|client ID|MRN|medical record|arrest|event|citation|warrant|OCA|e?PCR|inmate ID|driver['’]s license)(?:\s?(number|num\.?|no\.?|nr\.?|ID)(?![a-z]))?\s?(#|:\s?#?|(?:is|was)\s)?\s?((?:\d:)?[A-Z]{0,4}-?\d[\dA-Z]{0,13}(?:[-/][\dA-Z]{1,12}){0,4})(?![\w-]|[.,]\d|%)/gi;

const DATE_SHAPED = /^(?:(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](?:\d{2}|\d{4})|(?:19|20)\d{2}[-/](?:(?:19|20)?\d{2}|Q\d))$/i;
/** Federal dockets are public papers about rules. */
const PUBLIC_DOCKET = /^(?:FDA|HHS|CMS|EPA|DEA|DOJ|ATF|FCC|USCG)-/i;

/** Incident, case, docket and similar numbers that lead to one person's record. */
export function findRecordNumbers(text: string): Finding<"record-number">[] {
  return [...text.matchAll(RECORD)]
    .filter((match) => {
      const [, , marker, sign, value = ""] = match;
      return isRecordNumber(value, marker !== undefined || sign?.includes("#") === true || sign?.includes(":") === true);
    })
    .map((match) => findingAt("record-number", text, match.index, match.index + match[0].length));
}

function isRecordNumber(value: string, isMarked: boolean): boolean {
  if (DATE_SHAPED.test(value) || PUBLIC_DOCKET.test(value) || /^(?:19|20)\d{2}$/.test(value)) return false;
  const digits = value.replace(/\D/g, "");
  if (/^\d{3}-\d{3,4}(?:-\d{4})?$/.test(value)) return false;
  if (/[-/]/.test(value)) return digits.replace(/^(?:19|20)\d{2}/, "").length >= 3 && digits.length >= 5;
  return isMarked ? digits.length >= 4 : digits.length >= 6 && digits.length !== 10;
}

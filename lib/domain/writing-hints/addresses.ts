import { type Finding, findingAt, sentenceBefore } from "./finding";

const SUFFIX =
  "(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Place|Pl|Way|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Trail|Alley|Square|Sq|Pike)";
const WORD = "(?:\\p{Lu}[\\p{L}'’.\\-]{0,20}|\\d{1,3}(?:st|nd|rd|th))";

/** House number, capitalized words, and a word for a street: "412 N. Elm Street". */
const ADDRESS = new RegExp(`(?<![\\w.,$#/\\-])(\\d{1,5})[A-Z]? ((?:${WORD} ){1,4})${SUFFIX}\\b\\.?`, "gu");

/** The same in any letters where somebody is said to live there. */
const SAID_ADDRESS = new RegExp(
  `\\b(?:lives?|living|lived|resides?|residing|residence|home|home address|stays|staying)(?: (?:is|was))?(?: (?:at|on|in))?:? (\\d{1,5}[a-z]? (?:[\\p{L}\\d.'’\\-]{1,20} ){1,4}${SUFFIX})\\b`,
  "giu",
);

/** "3 Drug Treatment Court", "24 Hour Street Outreach", "2 Food Drive": numbers before other things. */
const NOT_STREETS = new Set(
  (
    "appeals appellate back blood circuit clothing coat common community county courts day district domestic donation drug " +
    "dui ems family federal fire food fund healing health homeless hour juvenile learning medication membership mental month " +
    "municipal naloxone new opioid outreach percent pleas police probate recovery sharing state step superior supply " +
    "supreme take take-back toy treatment tribal veterans week year"
  ).split(" "),
);

const PUBLIC_PLACE =
  /\b(?:station|office|headquarters|hq|clinic|cent(?:er|re)|library|church|hall|school|meetings?|training|venue|hospital|building|located|location|site|pharmacy|shelter|held|event|drop-?in|kiosk|box|precinct|courthouse|agency|department|program|mail)\b/i;
const HOME = /\b(?:lives?|living|lived|resid\w{1,6}|home|apartment|apt|his|her)\b/i;

/** Street addresses that may be a person's home. Where an office stands or a meeting is held is public. */
export function findAddresses(text: string): Finding<"address">[] {
  const found: Finding<"address">[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const end = match.index + match[0].length;
    if (match[2]!.toLowerCase().split(" ").some((word) => NOT_STREETS.has(word))) continue;
    // "2024 Franklin Street Survey": a year before a title.
    if (/^(?:19|20)\d{2}$/.test(match[1]!) && /^ \p{Lu}/u.test(text.slice(end, end + 2))) continue;
    const before = sentenceBefore(text, match.index);
    if (PUBLIC_PLACE.test(before) && !HOME.test(before)) continue;
    found.push(findingAt("address", text, match.index, end));
  }
  for (const match of text.matchAll(SAID_ADDRESS)) {
    const end = match.index + match[0].length;
    found.push(findingAt("address", text, end - match[1]!.length, end));
  }
  return found;
}

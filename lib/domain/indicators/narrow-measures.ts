/**
 * The toolkit asks that measurements "be recovery and recovery-capital oriented rather than solely focused on abstinence or
 * recidivism". A rule on words: it reads the indicators that a team wrote, and only tells whether every one of them speaks of
 * abstinence or recidivism and of nothing else. Where it is in doubt it says nothing, since a note that is wrong is worse.
 */

/** What speaks of not using, of being arrested or convicted again. */
const NARROW: readonly RegExp[] = [
  /\babstinen/, /\babstain/, /\bsober\b/, /\bsobriety\b/, /\bdrug[- ]free\b/, /\brelaps/, /\breturn(s|ed|ing)? to (drug )?us(e|ing)\b/,
  /\b(days?|months?|time|stay(s|ed|ing)?|being) (drug[- ]?)?clean\b/, /\bclean (time|days?|months?|tests?|urines?|screens?)\b/,
  /\b(not|no longer|stop(s|ped)?|quit) using\b/, /\b(drug|urine|toxicology)[- ](tests?|screens?|testing|screening)\b/, /\burinalys/, /\bpositive tests?\b/,
  /\brecidiv/, /\bre-?arrest/, /\barrest(s|ed)?\b/, /\bre-?offen[sc]e?/, /\brepeat offen/, /\bre-?convict/, /\bconvictions?\b/, /\bre-?incarcerat/,
  /\b(new|repeat|criminal) (charges?|offen[sc]es?|crimes?)\b/, /\breturn(s|ed|ing)? to (jail|prison|custody)\b/, /\bback (in|to) (jail|prison|custody)\b/,
  /\b(probation|parole) (violation|revocation)s?\b/, /\brevocations?\b/,
];

/** What looks at people's lives, at safety or at what was done for somebody: beside it a word above is no reason for a note. */
const BROAD: readonly RegExp[] = [
  /\bhous/, /\bhomes?\b/, /\bliving\b/, /\bemploy/, /\bjobs?\b/, /\bwork(s|ing)?\b/, /\bschool\b/, /\beducation\b/, /\bincome\b/, /\bfamil/, /\bchild/, /\bfriend/, /\bpeers?\b/,
  /\bconnect/, /\blink(ed|age|s)?\b/, /\breferr/, /\boffer/, /\baccept/, /\breach/, /\bcontact/, /\bsupport/, /\bpurpose\b/, /\bhope\b/, /\bwell-?being\b/, /\bhealth/, /\bquality of life\b/,
  /\brecovery capital\b/, /\bsatisf/, /\btrust\b/, /\bsafe/, /\bnaloxone\b/, /\btest strips?\b/, /\bdrug checking\b/, /\boverdos/, /\bdeath/, /\bsurviv/, /\btreatment\b/, /\bmedication/,
  /\bservices?\b/, /\bdivert/, /\bdeflect/, /\bdiversion\b/, /\btrain/, /\bsurvey\b/, /\bstigma\b/, /\binstead of\b/, /\bwithout arrest/,
];

const says = (patterns: readonly RegExp[], words: string) => patterns.some((pattern) => pattern.test(words));

/** Several measures that share a cell. */
function listMeasures(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[;\n•]|, |\band\b|\//)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
}

/** Longer words are not looked through. */
const MOST_LETTERS = 2_000;

/**
 * Whether everything that these indicators measure is abstinence or recidivism.
 * @param indicators the words of each row; blank ones count for nothing
 */
export function isNarrowlyMeasured(indicators: readonly string[]): boolean {
  if (indicators.some(({ length }) => length > MOST_LETTERS)) return false;
  const measures = indicators.flatMap(listMeasures);
  return measures.length > 0 && measures.every((measure) => says(NARROW, measure) && !says(BROAD, measure));
}

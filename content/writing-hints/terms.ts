import type { WordingSource, WordingTerm } from "@/lib/domain/writing-hints/wording";

/** The guidance the preferred words come from, read in November 2026. */
export const WORDING_SOURCES = {
  va: {
    name: "Department of Veterans Affairs",
    title: "Destigmatizing language in substance use",
    url: "https://design.va.gov/content-style-guide/health-content/destigmatizing-language-in-substance-use",
  },
  nida: {
    name: "National Institute on Drug Abuse",
    title: "Words Matter: Terms to Use and Avoid When Talking About Addiction",
    url: "https://nida.nih.gov/nidamed-medical-health-professionals/health-professions-education/words-matter-terms-to-use-avoid-when-talking-about-addiction",
  },
  nih: {
    name: "National Institutes of Health",
    title: "NIH Style Guide: Alcohol and Substance Use",
    url: "https://www.nih.gov/nih-style-guide/alcohol-substance-use",
  },
  cdc: {
    name: "Centers for Disease Control and Prevention",
    title: "Preferred Terms for Select Population Groups and Communities",
    url: "https://www.cdc.gov/health-communication/php/toolkit/preferred-terms.html",
  },
} satisfies Record<string, WordingSource>;

const term = (
  id: string,
  source: keyof typeof WORDING_SOURCES,
  preferred: string,
  pattern: string,
): WordingTerm => ({
  id,
  source: WORDING_SOURCES[source],
  preferred,
  pattern,
});

const DRUG = "(?:drugs?|substance|opioid|opiate|heroin|fentanyl|cocaine|crack|meth(?:amphetamine)?|methamphetamine|narcotics?|pills?)";
const TEST = "(?:urines?|urine (?:tests?|screens?|samples?)|UAs?|drug (?:tests?|screens?)|tox(?:icology)? (?:tests?|screens?))";
const CAME_BACK = "(?:came|come|comes|coming) (?:back|up)";
const SUPPLIES = "(?:needles?|syringes?|injection (?:equipment|supplies))";

/**
 * Terms that a federal source asks to avoid, with its words to use. Left out on purpose: "relapse", "addicted",
 * "marijuana" and "medication-assisted treatment", which the toolkit itself prints; "abuse" and "user" alone, which
 * mean too much else. Where terms overlap, the one listed first is shown.
 */
export const WORDING_TERMS: readonly WordingTerm[] = [
  term(
    "former-addict",
    "va",
    "person in recovery",
    `(?:former|ex-?|recovering|reformed) ?(?:(?:${DRUG}|alcohol)[ -])?(?:addicts?|alcoholics?)`,
  ),
  term(
    "addicted-baby",
    "nih",
    "baby with neonatal abstinence syndrome",
    "addicted (?:baby|babies|infants?|newborns?)|(?:born|babies|infants) addicted",
  ),
  term("addict", "nida", "person with a substance use disorder", `(?:(?:${DRUG}|alcohol)[ -])?addicts?`),
  term("junkie", "nida", "person with a substance use disorder", "junkies?"),
  term("meth-head", "va", "person with stimulant use disorder", "meth[ -]?heads?"),
  term("abuser", "va", "person with a substance use disorder", `(?:${DRUG}|alcohol)[ -]abusers?`),
  term("prescription-abuse", "va", "non-medical use of prescription medication", "prescription (?:drug|opioid|medication|pill) abuse"),
  term("drug-abuse", "va", "substance use disorder", `(?:${DRUG}|(?:drug|alcohol)(?: and | or |\\/)(?:drug|alcohol|substance)) abuse`),
  term("alcohol-abuse", "nih", "alcohol misuse", "alcohol abuse"),
  term(
    "injection-user",
    "va",
    "person who injects drugs",
    `(?:injection|injecting|IV|intravenous) ${DRUG} users?`,
  ),
  term("drug-user", "va", "person who uses drugs", `${DRUG}[ -]users?`),
  term(
    "alcoholic",
    "va",
    "person with alcohol use disorder",
    "(?<!non[ -])(?:alcoholics?)(?! (?:beverages?|drinks?|liver|hepatitis|cirrhosis|content|solution|products?)| anonymous)",
  ),
  term("alcoholism", "va", "alcohol use disorder", "alcoholism"),
  term("habit", "va", "substance use disorder", `${DRUG} habits?`),
  term("dirty-test", "va", "tested positive", `dirty ${TEST}|${TEST} (?:was|is|were|${CAME_BACK}) dirty|test(?:s|ed) dirty`),
  term("clean-test", "va", "tested negative", `clean ${TEST}|${TEST} (?:was|is|were|${CAME_BACK}) clean|test(?:s|ed) clean(?! \\p{L})`),
  term("dirty-supplies", "va", "used (syringes, equipment)", `dirty ${SUPPLIES}`),
  term("clean-supplies", "va", "sterile or unused (syringes, equipment)", `clean ${SUPPLIES}`),
  term(
    "clean-person",
    "va",
    "not currently using drugs",
    "clean and sober|clean time|(?:been|stay|stays|stayed|staying|get|gets|getting|got) clean(?= off (?:of )?(?:drugs|opioids|heroin)| from (?:drugs|opioids|heroin)| for \\w{1,8} (?:days?|weeks?|months?|years?))",
  ),
  term(
    "replacement",
    "va",
    "medication for opioid use disorder (MOUD)",
    "(?:opioid|opiate|methadone|drug|narcotic)[ -](?:substitution|replacement)(?: (?:therapy|therapies|treatments?|programs?))?|methadone maintenance(?: (?:therapy|treatment|programs?))?",
  ),
  term("ex-offender", "va", "person who was formerly involved in the justice system", "ex-?(?: )?(?:cons?|convicts?|offenders?|felons?)"),
  term("felon", "va", "person who was judged guilty of a felony offense", "(?:convicted )?felons?"),
  term("inmate", "cdc", "person who is incarcerated", "inmates?|prisoners?"),
  term("offender", "va", "person with justice system involvement", "(?<!sex )offenders?"),
];

/** Names of organizations, laws and programs that contain such a word; letters match in upper and lower case. */
export const PROPER_NAMES: readonly string[] = [
  "National Institute on Drug Abuse",
  "National Institute on Alcohol Abuse and Alcoholism",
  "Substance Abuse and Mental Health(?: Services)?(?: Administration)?",
  "Center for Substance Abuse (?:Treatment|Prevention)",
  "Substance Abuse Prevention and Treatment",
  "Substance Abuse Treatment for Adults in the Criminal Justice System",
  "Journal of Substance Abuse Treatment",
  "Drug Abuse Resistance Education",
  "Drug Abuse Response Teams?",
  "Drug Abuse Warning Network",
  "Drug Abuse Treatment Act",
  "Alcoholics Anonymous",
  // What some groups of people who use drugs call themselves.
  "drug users?['’]? unions?",
  "Helping Addicts Recover Progressively",
];

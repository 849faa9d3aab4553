import { describe, expect, test } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import * as acronyms from "@/content/ps-cope/guide/acronyms";
import * as introduction from "@/content/ps-cope/guide/introduction";
import * as principles from "@/content/ps-cope/guide/principles";
import { resourceCategories } from "@/content/ps-cope/resources/all";
import { TOOLS } from "@/tests/support/tools";
import { PROPER_NAMES, WORDING_TERMS } from "@/content/writing-hints/terms";
import { LANGUAGE_WORDS, PRIVACY_WORDS } from "@/content/writing-hints/toolkit-words";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { findPersonDetails } from "@/lib/domain/writing-hints/person-details";
import { createWordingFinder } from "@/lib/domain/writing-hints/wording";
import { printedTexts } from "./printed-texts";

const findWording = createWordingFinder(WORDING_TERMS, PROPER_NAMES);

const FOUND: readonly (readonly [string, string, string])[] = [
  ["addict", "We help addicts find care", "addicts"],
  ["addict", "Each heroin addict we meet", "heroin addict"],
  ["addict", "ADDICTS ARE SEEN HERE", "ADDICTS"],
  ["former-addict", "a former addict joined us", "former addict"],
  ["former-addict", "recovering alcoholics and others", "recovering alcoholics"],
  ["former-addict", "an ex-addict", "ex-addict"],
  ["addicted-baby", "addicted babies in the county", "addicted babies"],
  ["junkie", "they were called a junkie", "junkie"],
  ["meth-head", "a meth head", "meth head"],
  ["abuser", "drug abusers in the park", "drug abusers"],
  ["abuser", "any substance abuser", "substance abuser"],
  ["drug-abuse", "Drug abuse is rising", "Drug abuse"],
  ["drug-abuse", "drug and alcohol abuse training", "drug and alcohol abuse"],
  ["drug-abuse", "substance abuse treatment", "substance abuse"],
  ["alcohol-abuse", "and alcohol abuse", "alcohol abuse"],
  ["prescription-abuse", "prescription drug abuse in 2024", "prescription drug abuse"],
  ["drug-user", "drug users may be afraid", "drug users"],
  ["drug-user", "opioid users", "opioid users"],
  ["injection-user", "IV drug users", "IV drug users"],
  ["alcoholic", "he is an alcoholic", "alcoholic"],
  ["alcoholism", "alcoholism and overdose", "alcoholism"],
  ["habit", "a heroin habit", "heroin habit"],
  ["dirty-test", "after a dirty urine", "dirty urine"],
  ["dirty-test", "the drug test came back dirty", "drug test came back dirty"],
  ["clean-test", "needs a clean drug screen", "clean drug screen"],
  ["clean-supplies", "hand out clean needles", "clean needles"],
  ["dirty-supplies", "collect dirty syringes", "dirty syringes"],
  ["clean-person", "who has been clean for two years", "been clean"],
  ["clean-person", "clean and sober housing", "clean and sober"],
  ["replacement", "opioid replacement therapy", "opioid replacement therapy"],
  ["replacement", "methadone maintenance", "methadone maintenance"],
  ["felon", "felons cannot apply", "felons"],
  ["ex-offender", "ex-cons who want work", "ex-cons"],
  ["inmate", "inmates leaving jail", "inmates"],
  ["offender", "for first-time offenders", "offenders"],
];

const SILENT: readonly string[] = [
  "People who use drugs and people in recovery",
  "addiction and recovery, addictive, addicted",
  "lived experience of addiction",
  "National Institute on Drug Abuse (NIDA)",
  "the substance abuse and mental health services administration",
  "SAMHSA is the Substance Abuse and Mental Health Services Administration.",
  "Alcoholics Anonymous and Narcotics Anonymous meet here; alcoholics anonymous too.",
  "D.A.R.E. (Drug Abuse Resistance Education)",
  "drug abuse response teams (DART)",
  "The Franklin County Drug Abuse Council sent two members.",
  "Governor’s Office on Substance Abuse Policy",
  "Helping Addicts Recover Progressively (HARP)",
  "Felon Reentry Program",
  "Staff do not say “addict” or “drug user”.",
  "Words to avoid: \"junkie,\" \"abuser\"",
  "The drug users’ union reviewed the plan.",
  "child abuse, physical abuse, sexual abuse, domestic abuser",
  "users of this worksheet, user guide, end users, software users",
  "Keep a clean station, clean water, clean hands and clean data.",
  "A clean, dry and safe space; dirty laundry",
  "healthy habits, reading habits",
  "alcoholic beverages, non-alcoholic drinks, alcoholic hepatitis",
  "nicotine replacement therapy, hormone replacement therapy, staff replacement",
  "a felony charge, convicted of a felony",
  "sex offender registry",
  "relapse prevention",
  "medication-assisted treatment and medication for opioid use disorder",
  "ex-council members and ex-consultants",
  "",
];

describe("terms with a better word", () => {
  test.each(FOUND)("%s is found in: %s", (id, text, words) => {
    expect(findWording(text).map((found) => [found.term.id, found.text])).toEqual([[id, words]]);
  });

  test.each(SILENT)("nothing is found in: %s", (text) => {
    expect(findWording(text)).toEqual([]);
  });

  test("each has an id of its own, words of its own, and a source with a title and a safe address", () => {
    expect(new Set(WORDING_TERMS.map(({ id }) => id)).size).toBe(WORDING_TERMS.length);
    for (const { preferred, source } of WORDING_TERMS) {
      expect(findWording(preferred)).toEqual([]);
      expect(source.title).not.toBe("");
      expect(new URL(source.url).protocol).toBe("https:");
    }
  });

  test.each(["addict ", "a ", "A", "drug ", "clean ", "ex-", " ", "national institute on "])("twenty full answers of %j come back", (piece) => {
    const hostile = piece.repeat(Math.ceil(ANSWER_MAX_LENGTH / piece.length)).slice(0, ANSWER_MAX_LENGTH);
    for (let round = 0; round < 20; round += 1) expect(findWording(hostile).length).toBeLessThanOrEqual(ANSWER_MAX_LENGTH);
  });
});

const printed = [TOOLS, elements, acronyms, introduction, principles, resourceCategories].flatMap((part) =>
  printedTexts(part as never),
);

test("nothing the toolkit prints is taken for details of a person", () => {
  expect(printed.length).toBeGreaterThan(1_000);
  expect(printed.flatMap(({ text }) => findPersonDetails(text))).toEqual([]);
});

test("of what the toolkit prints, only one program's own description uses a term a source asks to avoid", () => {
  expect(new Set(printed.flatMap(({ text }) => findWording(text).map((found) => found.text)))).toEqual(new Set(["inmates"]));
});

test("the toolkit is quoted word for word, with the place it is printed", () => {
  const items = TOOLS.flatMap(toolItems);
  expect(items).toContainEqual(expect.objectContaining({ context: PRIVACY_WORDS.text, source: PRIVACY_WORDS.source }));
  expect(items).toContainEqual(expect.objectContaining({ prompt: LANGUAGE_WORDS.text, source: LANGUAGE_WORDS.source }));
});

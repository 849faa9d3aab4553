import { describe, expect, test } from "vitest";
import { ACRONYMS, GLOSSARY, TOOLKITS } from "@/content/toolkits";
import { PROPER_NAMES, WORDING_TERMS } from "@/content/writing-hints/terms";
import { acronymAnchor } from "@/lib/domain/toolkit/search-guide";
import { createWordingFinder } from "@/lib/domain/writing-hints/wording";
import { gradeOf } from "@/tests/support/readability";
import { printedTexts } from "./printed-texts";

// What each toolkit's glossary is held to; the first toolkit's own tests are in guide.test.ts.

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("the glossary of all toolkits", () => {
  test("has each word once, by alphabet, with an anchor of its own, whichever toolkit it is from", () => {
    expect(repeated(GLOSSARY.flatMap(({ forms }) => forms))).toEqual([]);
    expect(repeated([...GLOSSARY.map(({ id }) => id), "terms", "acronyms"])).toEqual([]);
    expect(repeated(GLOSSARY.map(({ term }) => term))).toEqual([]);
    const terms = GLOSSARY.map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, "en")));
  });

  test("shares an anchor with an acronym only for the acronym's own full name", () => {
    const meanings = new Map(ACRONYMS.map(({ acronym, meaning }) => [acronymAnchor(acronym), meaning]));
    const shared = GLOSSARY.filter(({ id }) => meanings.has(id));
    expect(shared.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(TOOLKITS)("the glossary of $shortTitle", ({ glossary, tools, personal, guide, elements }) => {
  const printed = [...tools, ...personal, guide, ...elements].flatMap((part) => printedTexts(part as never)).map(({ text }) => text.toLowerCase());

  test("explains words that stand there", () => {
    expect(glossary.length).toBeGreaterThan(20);
    const missing = glossary.flatMap(({ forms }) => forms).filter((form) => !printed.some((text) => text.includes(form.toLowerCase())));
    expect(missing).toEqual([]);
  });

  test("explains in words that read at grade 8 or below on average, and none above grade 10", () => {
    const grades = glossary.map(({ id, meaning }) => [id, gradeOf(meaning)] as const);
    expect(grades.reduce((sum, [, grade]) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
    expect(grades.filter(([, grade]) => grade > 10)).toEqual([]);
    const findWording = createWordingFinder(WORDING_TERMS, PROPER_NAMES);
    expect(glossary.flatMap(({ meaning }) => findWording(meaning))).toEqual([]);
    expect(glossary.filter(({ meaning }) => /!|\s{2}|^\s|\s$/.test(meaning) || !/[.]”?$/.test(meaning))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { acronyms } from "@/content/ps-cope/guide/acronyms";
import { elements } from "@/content/ps-cope/guide/elements";
import { glossary } from "@/content/ps-cope/guide/glossary";
import { introductionSections } from "@/content/ps-cope/guide/introduction";
import { principles } from "@/content/ps-cope/guide/principles";
import { ELEMENT_IDS, type PsCopeElementId } from "@/content/ps-cope/framework-ids";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { numberOf, refTo, TOOL_NUMBERS, type ToolNumber, TOOLS } from "@/tests/support/tools";
import type { ElementKind } from "@/lib/domain/toolkit/guide";
import { searchGlossary } from "@/components/guide/search-glossary";
import { PROPER_NAMES, WORDING_TERMS } from "@/content/writing-hints/terms";
import { createWordingFinder } from "@/lib/domain/writing-hints/wording";
import { gradeOf } from "@/tests/support/readability";
import { printedTexts } from "./printed-texts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Which tool belongs to which element, as the notes on the toolkit list it. */
const toolsByElement: Readonly<Record<PsCopeElementId, readonly ToolNumber[]>> = {
  IE1: [1], IE2: [2], IE3: [3], IE4: [4], IE5: [],
  CC1: [5], CC2: [6], CC3: [7], CC4: [], CC5: [],
  IS1: [8], IS2: [9], IS3: [], IS4: [10, 11], IS5: [12], IS6: [], IS7: [], IS8: [13],
};

function expectUnique(values: readonly string[]) {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

function expectCleanText(texts: readonly string[]) {
  expect(texts.filter((text) => text !== text.trim() || /\s{2}|\n/.test(text) || text === "")).toEqual([]);
}

describe("acronyms", () => {
  it("are the twelve that the toolkit prints, each once", () => {
    expect(acronyms).toHaveLength(12);
    expectUnique(acronyms.map(({ acronym }) => acronym));
    expectCleanText(acronyms.flatMap(({ acronym, meaning }) => [acronym, meaning]));
  });
});

describe("the glossary", () => {
  const printed = [...TOOLS, ...elements, ...principles, ...introductionSections]
    .flatMap((part) => printedTexts(part as never))
    .map(({ text }) => text);

  it("explains words that the toolkit uses", () => {
    const isPrinted = (form: string) => printed.some((text) => text.includes(form) || text.toLowerCase().includes(form));
    expect(glossary.flatMap(({ forms }) => forms).filter((form) => !isPrinted(form))).toEqual([]);
  });

  it("has each word once, by alphabet, with an anchor of its own", () => {
    expectUnique([...glossary.map(({ id }) => id), ...acronyms.map(({ acronym }) => acronym.toLowerCase()), "terms", "acronyms"]);
    expect(glossary.filter(({ id }) => !kebabCase.test(id))).toEqual([]);
    expectUnique(glossary.flatMap(({ forms }) => forms));
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, "en")));
  });

  it("explains in words that read at grade 8 or below on average, and none above grade 10", () => {
    expectCleanText(glossary.flatMap(({ term, meaning }) => [term, meaning]));
    const grades = glossary.map(({ id, meaning }) => [id, gradeOf(meaning)] as const);
    expect(grades.reduce((sum, [, grade]) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
    expect(grades.filter(([, grade]) => grade > 10)).toEqual([]);
    const findWording = createWordingFinder(WORDING_TERMS, PROPER_NAMES);
    expect(glossary.flatMap(({ meaning }) => findWording(meaning))).toEqual([]);
  });

  it.each([
    ["drug court", ["drug-court"]],
    ["narcan", ["naloxone"]],
    ["PROCEDURALLY just", ["procedural-justice"]],
    ["no such words", []],
  ])("is searched for “%s” in names, printed forms and meanings", (search, ids) => {
    expect(searchGlossary(acronyms, glossary, search).terms.map(({ id }) => id)).toEqual(ids);
  });

  it("finds acronyms too, and without words all there is", () => {
    expect(searchGlossary(acronyms, glossary, "pwud").acronyms.map(({ id }) => id)).toEqual(["pwud"]);
    const all = searchGlossary(acronyms, glossary, " ");
    expect([all.acronyms.length, all.terms.length]).toEqual([acronyms.length, glossary.length]);
  });
});

describe("principles", () => {
  it("are Table 1's five, with 5, 5, 4, 5 and 2 bullets", () => {
    expect(principles.map(({ bullets }) => bullets.length)).toEqual([5, 5, 4, 5, 2]);
  });

  it("have ids of their own and clean texts", () => {
    expectUnique(principles.map(({ id }) => id));
    expect(principles.filter(({ id }) => !kebabCase.test(id))).toEqual([]);
    expectCleanText(principles.flatMap(({ title, bullets }) => [title, ...bullets]));
  });
});

describe("elements", () => {
  it("are the eighteen of the framework, in printed order", () => {
    expect(elements.map(({ id }) => id)).toEqual(ELEMENT_IDS);
  });

  it.each<[ElementKind, string, readonly number[], number]>([
    ["infrastructure", "IE", [3, 4, 3, 3, 6], 19],
    ["component", "CC", [3, 3, 3, 3, 5], 17],
    ["step", "IS", [3, 2, 4, 5, 3, 2, 3, 3], 25],
  ])("of kind %s are the %s ones and hold the printed tips", (kind, prefix, counts, total) => {
    const ofKind = elements.filter((element) => element.kind === kind);
    expect(ofKind.every(({ id }) => id.startsWith(prefix))).toBe(true);
    expect(ofKind.map(({ tips }) => tips.items.length)).toEqual(counts);
    expect(ofKind.flatMap(({ tips }) => tips.items)).toHaveLength(total);
  });

  it.each(elements)("$id has a title, a short summary and a lead-in to its tips", (element) => {
    expectCleanText([element.title, element.summary, element.tips.lead, ...element.tips.items]);
    expect(element.title).not.toMatch(/\.$/);
    expect(element.summary.match(/[.?](?= |$)/g)?.length).toBeLessThanOrEqual(3);
    expect(element.tips.lead).toMatch(/:$/);
  });

  it.each(elements)("$id leads to its own tools and no others", ({ id, tools }) => {
    expect(tools).toEqual(toolsByElement[id as PsCopeElementId].map(refTo));
  });

  it("lead to each of the thirteen tools once", () => {
    const numbers = elements.flatMap(({ tools }) => tools.map(numberOf));
    expect([...numbers].sort((a, b) => a - b)).toEqual(TOOL_NUMBERS);
  });

  it.each(TOOLS)("hold Tool $number under the element that the tool names", ({ ref, element }) => {
    expect(getElement(MAIN_TOOLKIT, element ?? "").tools).toContainEqual(ref);
  });

  it.each(ELEMENT_IDS)("%s can be looked up", (id) => {
    expect(getElement(MAIN_TOOLKIT, id).id).toBe(id);
  });
});

describe("introduction", () => {
  it("has sections with anchors of their own and no empty text", () => {
    expectUnique(introductionSections.map(({ id }) => id));
    expect(introductionSections.filter(({ id }) => !kebabCase.test(id))).toEqual([]);
    expectCleanText(
      introductionSections.flatMap(({ title, paragraphs, points = [] }) => [
        title,
        ...paragraphs,
        ...points.flatMap((point) => (point.term === undefined ? [point.text] : [point.term, point.text])),
      ]),
    );
  });

  it.each([
    ["defining-public-safety", 4],
    ["current-programs", 4],
    ["recovery", 4],
    ["goals", 2],
  ])("%s holds %i points", (id, count) => {
    expect(introductionSections.find((section) => section.id === id)?.points).toHaveLength(count);
  });

  it("gives only the goals that survive in the source", () => {
    const goals = introductionSections.find(({ id }) => id === "goals");
    expect(goals?.points?.map(({ term }) => term)).toEqual(["Goal 5", "Goal 6"]);
  });

  it("uses calm words", () => {
    const words = introductionSections.flatMap(({ paragraphs, points = [] }) => [
      ...paragraphs,
      ...points.map(({ text }) => text),
    ]);
    const prose = [...words, ...elements.map(({ summary }) => summary)].join(" ");
    expect(prose).not.toMatch(/!|\b(addicts?|drug users?|abusers?|junkies|offenders?|inmates?|ex-\w+)\b/i);
  });
});

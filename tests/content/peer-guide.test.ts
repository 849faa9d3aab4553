import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CORE_ELEMENTS, CORE_ELEMENTS_LEAD, INFLUENCES } from "@/content/peer-support/figures/core-elements";
import { FIGURE_2, FIGURE_2_TITLE } from "@/content/peer-support/figures/figure-2-influences";
import { CATEGORIES, FIGURE_3, FIGURE_3_TITLE } from "@/content/peer-support/figures/figure-3-activities";
import { FIGURE_4, FIGURE_4_BARS, FIGURE_4_FOOTNOTES, FIGURE_4_LEAD, FIGURE_4_TITLE, SETTINGS } from "@/content/peer-support/figures/figure-4-settings";
import { FIGURE_5, FIGURE_5_NOTE, FIGURE_5_TITLE, SUPERVISION_LEAD, SUPERVISION_MARKS } from "@/content/peer-support/figures/figure-5-supervision";
import { FIGURE_6, FIGURE_6_TITLE, RIGHTED_NOTE, RIGHTED_QUESTION } from "@/content/peer-support/figures/figure-6-questions";
import * as practice from "@/content/peer-support/figures/peer-practice-texts";
import * as design from "@/content/peer-support/figures/program-design";
import { INFRASTRUCTURE_COMPONENTS, READINESS_STEPS } from "@/content/peer-support/figures/setting-readiness";
import { REFERENCES } from "@/content/peer-support/guide/references";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import type { Node, ToolDefinition } from "@/lib/domain/tool/definition";
import { MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import { printedTexts } from "./printed-texts";

/** The passages as the source document has them, with the marks that reading its PDF left. */
const source = readFileSync(new URL("peer-guide-source.txt", import.meta.url), "utf8");

/** Without markup, bullets and line breaks, and whatever the case: figures print their heads in capitals. */
function plain(text: string): string {
  return text
    .replace(/<\/?\w[^>]*>/g, (tag) => (/^<\/?https?:/.test(tag) ? tag : " "))
    .replaceAll("*", "")
    .replace(/[<>■•]/g, " ")
    .replace(/\\n/g, " ")
    .replace(/^\s*(?:-|\d+\.)\s/gm, " ")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

const words = plain(source);

function expectPrinted(texts: readonly string[]): void {
  expect(texts.filter((text) => !words.includes(plain(text)))).toEqual([]);
}

const filled = (rows: readonly { readonly examples: readonly (string | null)[] }[]) =>
  rows.flatMap(({ examples }) => examples).filter((example) => example !== null);

describe("the peer guide's figures are there, word for word:", () => {
  test("five core elements and four influences", () => {
    expect([CORE_ELEMENTS.length, INFLUENCES.length]).toEqual([5, 4]);
    expectPrinted([...CORE_ELEMENTS, CORE_ELEMENTS_LEAD, ...INFLUENCES]);
  });

  test("Figure 2: 4 enhancements and practices, 4 of agency culture, 3 of system resources, each with its bullets", () => {
    expect(FIGURE_2.map(({ heads }) => heads.length)).toEqual([4, 4, 3]);
    expect(FIGURE_2.map(({ heads }) => heads.map(({ bullets }) => bullets.length))).toEqual([[3, 1, 3, 2], [2, 1, 0, 3], [3, 2, 3]]);
    expectPrinted([FIGURE_2_TITLE, ...FIGURE_2.flatMap(({ title, heads }) => [title, ...heads.flatMap((head) => [head.title, ...head.bullets.flatMap(({ text, under = [] }) => [text, ...under])])])]);
  });

  test("Figure 3: 6 strategies in 4 categories, 19 examples and 5 empty places", () => {
    expect(FIGURE_3).toHaveLength(6);
    expect(CATEGORIES).toHaveLength(4);
    expect(FIGURE_3.every(({ examples }) => examples.length === CATEGORIES.length)).toBe(true);
    expect(filled(FIGURE_3)).toHaveLength(19);
    expectPrinted([FIGURE_3_TITLE, ...CATEGORIES, ...FIGURE_3.flatMap(({ title, group }) => [title, group]), ...filled(FIGURE_3)]);
  });

  test("Figure 4: 4 elements in 5 settings, 10 examples and 10 empty places", () => {
    expect([FIGURE_4.length, SETTINGS.length]).toEqual([4, 5]);
    expect(FIGURE_4.every(({ examples }) => examples.length === SETTINGS.length)).toBe(true);
    expect(filled(FIGURE_4)).toHaveLength(10);
    // The numbers of the footnotes stand behind three of the heads.
    const heads = SETTINGS.map(({ title }) => title);
    expect(heads.filter((title) => !words.includes(title.toLowerCase()))).toEqual([]);
    expectPrinted([FIGURE_4_TITLE, FIGURE_4_LEAD, ...FIGURE_4.map(({ title }) => title), ...filled(FIGURE_4), ...FIGURE_4_BARS]);
    expect(FIGURE_4_FOOTNOTES).toHaveLength(3);
    const linked = words.replace(/[[\]]|\(#\)/g, "");
    expect(FIGURE_4_FOOTNOTES.filter((note) => !linked.includes(plain(note)))).toEqual([]);
    expect(FIGURE_4_FOOTNOTES.map((note) => note.slice(0, 2))).toEqual(["2.", "3.", "4."]);
    // Each mark stands behind the head that has it in print.
    const marked = SETTINGS.flatMap(({ title, footnote }) => (footnote === undefined ? [] : [`${title} ${footnote}`]));
    expect(marked.map((head) => head.slice(-1))).toEqual(["²", "³", "⁴"]);
    expectPrinted(marked);
  });

  test("Figure 5: 11, 14 and 13 entries; what is printed twice stands once, and “Preferred” is a heading", () => {
    expect(FIGURE_5.map(({ entries }) => entries.length)).toEqual([11, 14, 13]);
    expect(FIGURE_5.map(({ entries }) => entries.flatMap(({ under = [] }) => under).length)).toEqual([5, 2, 0]);
    const skills = FIGURE_5[1]?.entries ?? [];
    expect(skills.filter(({ text }) => text === "Advocacy")).toHaveLength(1);
    expect(words.split("advocacy detailed record keeping and documentation practices advocacy")).toHaveLength(2);
    expect(skills.filter(({ heading }) => heading === "Preferred").map(({ text }) => text)).toEqual(["Lived experience of addiction and recovery experience as peer"]);
    expectPrinted([FIGURE_5_TITLE, ...FIGURE_5.flatMap(({ title, entries }) => [title, ...entries.flatMap(({ text, under = [] }) => [text, ...under])])]);
  });

  test("Figure 6: 2 parts, 7 areas, 13 questions; one misprint is put right", () => {
    const areas = FIGURE_6.flatMap((part) => part.areas);
    const questions = areas.flatMap((area) => area.questions);
    expect([FIGURE_6.length, areas.length, questions.length]).toEqual([2, 7, 13]);
    expect(questions.filter((question) => !words.includes(plain(question)))).toEqual([RIGHTED_QUESTION]);
    expectPrinted(["How does this impact our ability to do fulfill or role?", FIGURE_6_TITLE, ...FIGURE_6.map(({ title }) => title), ...areas.map(({ title }) => title)]);
  });

  test("eleven tenets, four focus areas, six outcomes, twelve and four competencies", () => {
    const { TENETS, FOCUS_AREAS, OUTCOMES, SAMHSA_COMPETENCIES, ICRC_DOMAINS } = practice;
    expect([TENETS.length, FOCUS_AREAS.length, OUTCOMES.length, SAMHSA_COMPETENCIES.length, ICRC_DOMAINS.length]).toEqual([11, 4, 6, 12, 4]);
    expectPrinted([
      practice.TENETS_LEAD, ...TENETS.map(practice.tenetText), practice.FOCUS_AREAS_LEAD, ...FOCUS_AREAS, practice.OUTCOMES_LEAD, ...OUTCOMES,
      practice.SAMHSA_LEAD, ...SAMHSA_COMPETENCIES, practice.ICRC_LEAD, ...ICRC_DOMAINS,
    ]);
  });

  test("five considerations: access with five strategies, comprehensiveness with three shapes", () => {
    expect(design.CONSIDERATIONS).toHaveLength(5);
    expect([design.ACCESS.strategies.length, design.COMPREHENSIVENESS.shapes.length, design.PARTNERSHIPS.partners.length]).toEqual([5, 3, 6]);
    expectPrinted(printedTexts(design.CONSIDERATIONS as never).map(({ text }) => text));
  });

  test("six steps of readiness and five infrastructure components", () => {
    expect([READINESS_STEPS.length, INFRASTRUCTURE_COMPONENTS.length]).toEqual([6, 5]);
    expectPrinted([...READINESS_STEPS.flatMap(({ lead, text }) => [lead, text]), ...INFRASTRUCTURE_COMPONENTS]);
  });

  test("eight marks of strengths-based supervision, and twenty references", () => {
    expect([SUPERVISION_MARKS.length, REFERENCES.length]).toEqual([8, 20]);
    expectPrinted([SUPERVISION_LEAD, ...SUPERVISION_MARKS, ...REFERENCES]);
    expect(REFERENCES.filter((reference) => !/https?:\/\//.test(reference)).map((text) => text.slice(0, 8))).toEqual(["Krawczyk"]);
  });
});

describe("as a toolkit", () => {
  test("it stands beside the one that every team works with, and names nothing that the other has", () => {
    expect(TOOLKITS).toEqual([MAIN_TOOLKIT, peerSupport]);
    expect(MAIN_TOOLKIT.offer).toBeUndefined();
    const slugs = TOOLKITS.flatMap(({ tools, personal }) => [...tools, ...personal].map(({ slug }) => slug));
    expect(new Set(slugs).size).toBe(slugs.length);
    const ours = new Set(peerSupport.acronyms.map(({ acronym }) => acronym));
    expect(MAIN_TOOLKIT.acronyms.filter(({ acronym }) => ours.has(acronym))).toEqual([]);
  });

  test("each worksheet says that this workbook made it, and leads to a chapter", () => {
    const chapters = new Set(peerSupport.guide.chapters.map(({ id }) => id));
    for (const tool of [...peerSupport.tools, ...peerSupport.personal]) {
      expect(tool.directions[0]).toMatchObject({ text: expect.stringMatching(/^This workbook made this worksheet from .*prints no forms\.$/) });
      expect(chapters).toContain(tool.chapter);
    }
  });

  test("chapters and their parts have ids of their own", () => {
    const { chapters } = peerSupport.guide;
    expect(new Set(chapters.map(({ id }) => id)).size).toBe(chapters.length);
    for (const { parts } of chapters) expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  });
});

describe("what was put right, and what is ours,", () => {
  const textsOf = (tool: ToolDefinition) => [...tool.directions, ...tool.sections.flatMap(({ nodes }) => nodes)].flatMap((node) => ("text" in node ? [node.text] : []));
  const parts = peerSupport.guide.chapters.flatMap((chapter) => chapter.parts);

  test("is said where the words stand: on the guide's page, and in the worksheet or check that asks them", () => {
    expect(parts.find(({ id }) => id === "figure-6")?.note).toBe(RIGHTED_NOTE);
    expect(parts.find(({ id }) => id === "figure-5")?.note).toBe(FIGURE_5_NOTE);
    expect(parts.filter(({ words: whose, note }) => whose === "ours" && note !== undefined)).toEqual([]);
    const [keyQuestions] = peerSupport.tools;
    const nodes = keyQuestions!.sections.flatMap((section) => section.nodes);
    const at = nodes.findIndex((node) => "prompt" in node && node.prompt === RIGHTED_QUESTION);
    expect(nodes.slice(at).find(({ kind }) => kind === "paragraph")).toEqual({ kind: "paragraph", text: `This workbook’s note: ${RIGHTED_NOTE}` });
    expect(textsOf(peerSupport.personal[0]!)).toContain(FIGURE_5_NOTE);
  });

  test("stands apart in the design worksheet: the guide's words above, each list whole below its lead, and below our heading nothing of its", () => {
    const { sections } = peerSupport.tools.find(({ ref }) => ref.toolId === "design-program")!;
    const isHead = (text: string) => (node: Node) => node.kind === "heading" && node.text === text;
    for (const { id, nodes } of sections) {
      const asked = nodes.findIndex(isHead("What this workbook asks"));
      expect(nodes.findIndex(isHead("What the guide says")), id).toBe(0);
      const [ours, theirs] = [nodes.slice(asked + 1), nodes.slice(1, asked)];
      expect(theirs.filter((node) => node.kind === "paragraph" && node.text.endsWith(":")), id).toEqual([]);
      expectPrinted(theirs.flatMap((node) => (node.kind === "list" ? [node.lead ?? "", ...node.items] : node.kind === "paragraph" ? [node.text] : [])));
      const prompts = ours.flatMap((node) => ("prompt" in node ? [node.prompt] : []));
      expect(prompts.filter((prompt) => words.includes(plain(prompt))), id).toEqual([]);
      expect(prompts).toHaveLength(ours.length);
    }
  });
});

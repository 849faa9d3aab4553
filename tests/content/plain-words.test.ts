import { describe, expect, test } from "vitest";
import { MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import { PROPER_NAMES, WORDING_TERMS } from "@/content/writing-hints/terms";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { listPassages } from "@/lib/domain/toolkit/plain-words";
import { createWordingFinder } from "@/lib/domain/writing-hints/wording";
import { gradeOf, gradeOfAll } from "@/tests/support/readability";
import { getTool } from "@/tests/support/tools";

/** What the workbook aims at for its own words, and what a single hint may reach where the toolkit's terms are long. */
const GRADE = 8;
const HIGHEST = 9;

/** Sentences this easy need no other words, but for a term. */
const EASY = 4;
const TERMS: readonly string[] = ["t5-7"];
/** The names of Tool 9's marks, which stand at every statement too. */
const SCALE = /^\d = /;
/** What we ask after the name of a part of a worksheet: the name is explained where it stands as a head. */
const OUR_LABEL = /: (target date|notes|what, and who does it)$/;

describe.each(TOOLKITS)("plain words of $shortTitle", ({ tools: worksheets, personal, plainWords }) => {
  const tools = [...worksheets, ...personal];
  const passages = tools.flatMap(listPassages);
  const hints = [...plainWords];

  test.each(tools)("stand beside every sentence of $label that reads above grade 8", (tool) => {
    const printed = listPassages(tool);
    const hard = printed.filter(({ sentences }, at) => {
      // The same words once more, right below: the lines 1 to 4 of one question.
      const isRepeated = printed[at - 1]?.sentences.join() === sentences.join();
      const isLabel = SCALE.test(sentences.join()) || OUR_LABEL.test(sentences.join());
      return !isRepeated && !isLabel && gradeOfAll(sentences) > GRADE;
    });
    expect(hard.filter(({ key }) => !plainWords.has(key)).map(({ key, sentences }) => [key, Math.round(gradeOfAll(sentences) * 10) / 10, sentences.join(" | ")])).toEqual([]);
  });

  test("belong to something that a tool prints", () => {
    const keys = new Set(passages.map(({ key }) => key));
    expect(hints.filter(([key]) => !keys.has(key))).toEqual([]);
  });

  test("read at grade 8 or below on average, and none above grade 9", () => {
    const grades = hints.map(([key, text]) => [key, gradeOf(text), text] as const);
    expect(grades.reduce((sum, [, grade]) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(GRADE);
    expect(grades.filter(([, grade]) => grade > HIGHEST)).toEqual([]);
  });

  test.each(tools)("of $label read at grade 8 or below on average", (tool) => {
    const grades = listPassages(tool).flatMap(({ key }) => (plainWords.has(key) ? [gradeOf(plainWords.get(key) as string)] : []));
    expect(grades.length, toolName(tool)).toBeGreaterThan(0);
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(GRADE);
  });

  test("don’t stand beside what is easy anyway", () => {
    const easy = passages.filter(({ key, sentences }) => plainWords.has(key) && gradeOfAll(sentences) < EASY && !TERMS.includes(key));
    expect(easy.map(({ key }) => key)).toEqual([]);
  });

  test("are easier than the sentences they stand beside", () => {
    const harder = passages.filter(({ key, sentences }) => plainWords.has(key) && gradeOfAll(sentences) > GRADE && gradeOf(plainWords.get(key) as string) >= gradeOfAll(sentences));
    expect(harder.map(({ key }) => [key, plainWords.get(key)])).toEqual([]);
  });

  test("put the person first, stay calm, and don’t repeat the toolkit", () => {
    const findWording = createWordingFinder(WORDING_TERMS, PROPER_NAMES);
    expect(hints.flatMap(([, text]) => findWording(text).map((found) => found.text))).toEqual([]);
    expect(hints.filter(([, text]) => /!|\s{2}|^\s|\s$/.test(text) || !/[.?:…)]”?$/.test(text))).toEqual([]);
    expect(passages.filter(({ key, sentences }) => sentences.includes(plainWords.get(key) ?? ""))).toEqual([]);
  });
});

test("plain words stand beside all 42 statements of Tool 9", () => {
  const statements = toolItems(getTool(9)).filter(({ kind }) => kind === "rating");
  expect(statements).toHaveLength(42);
  expect(statements.filter(({ id }) => !MAIN_TOOLKIT.plainWords.has(id))).toEqual([]);
});

describe("the readability figure", () => {
  test.each([
    ["The cat sat on the mat.", -1.45],
    ["We look at the facts. Then we act.", -1.8],
    ["Officers respond to overdose calls.", 9.96],
  ])("of “%s” is %d", (text, grade) => {
    expect(gradeOf(text)).toBeCloseTo(grade, 0);
  });
});

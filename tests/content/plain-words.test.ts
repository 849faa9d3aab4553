import { describe, expect, test } from "vitest";
import { ADDABLE_TOOLKITS } from "@/content/toolkits";
import { readingGrade } from "./readability";

describe("the measure of plain words", () => {
  test.each([
    ["The cat sat on the mat. It was warm. The cat slept.", -3, 2],
    ["People who use drugs should get help with their health, and they should be kept from harm.", 3, 7],
    ["Organizational culture and climate can profoundly affect the nature and quality of peer support within institutional environments.", 14, 24],
  ])("%s", (text, least, most) => {
    expect(readingGrade(text)).toBeGreaterThan(least);
    expect(readingGrade(text)).toBeLessThan(most);
  });
});

describe.each(ADDABLE_TOOLKITS)("our own words in $shortTitle", ({ guide, offer, tools, personal }) => {
  const parts = guide.chapters.flatMap(({ parts: own }) => own.filter(({ words }) => words === "ours"));
  const textOf = (blocks: (typeof parts)[number]["blocks"]) => blocks.flatMap((block) => ("text" in block ? [block.text] : [])).join(" ");

  test("need eight years of school at most, on average, and no part many more", () => {
    const grades = parts.map((part) => ({ id: part.id, grade: readingGrade(textOf(part.blocks)) }));
    expect(grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
    expect(grades.filter(({ grade }) => grade > 10)).toEqual([]);
  });

  test("say what it is for, for whom, and how long it takes, in words for the sixth grade, read in one minute", () => {
    const text = [offer?.what, offer?.forWhom, offer?.time].join(" ");
    expect(text.split(/\s+/).length).toBeLessThan(150);
    expect(readingGrade(text)).toBeLessThanOrEqual(8);
  });

  test("of the worksheets are as plain", () => {
    const intros = [...tools, ...personal].map((tool) => [textOf(tool.purpose), tool.completion, textOf(tool.directions)].join(" "));
    expect(intros.reduce((sum, text) => sum + readingGrade(text), 0) / intros.length).toBeLessThanOrEqual(8);
  });
});

import { describe, expect, test } from "vitest";
import { ADDABLE_TOOLKITS } from "@/content/toolkits";
import { gradeOf } from "@/tests/support/readability";

describe.each(ADDABLE_TOOLKITS)("our own words in $shortTitle", ({ guide, offer, tools, personal }) => {
  const parts = guide.chapters.flatMap(({ parts: own }) => own.filter(({ words }) => words === "ours"));
  const textOf = (blocks: (typeof parts)[number]["blocks"]) => blocks.flatMap((block) => ("text" in block ? [block.text] : [])).join(" ");

  test("need eight years of school at most, on average, and no part many more", () => {
    const grades = parts.map((part) => ({ id: part.id, grade: gradeOf(textOf(part.blocks)) }));
    expect(grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
    expect(grades.filter(({ grade }) => grade > 10)).toEqual([]);
  });

  test("say what it is for, for whom, and how long it takes, in words for the sixth grade, read in one minute", () => {
    const text = [offer?.what, offer?.forWhom, offer?.time].join(" ");
    expect(text.split(/\s+/).length).toBeLessThan(150);
    expect(gradeOf(text)).toBeLessThanOrEqual(6);
  });

  test("name each part of the offer with few hard words", () => {
    expect([offer?.what, offer?.forWhom, offer?.time].map((text) => gradeOf(text ?? "")).filter((grade) => grade > 8)).toEqual([]);
  });

  test("of the worksheets are as plain", () => {
    const intros = [...tools, ...personal].map((tool) => [textOf(tool.purpose), tool.completion, textOf(tool.directions)].join(" "));
    expect(intros.reduce((sum, text) => sum + gradeOf(text), 0) / intros.length).toBeLessThanOrEqual(8);
  });
});

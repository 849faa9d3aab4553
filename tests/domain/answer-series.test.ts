import { describe, expect, test } from "vitest";
import type { Answer } from "@/lib/domain/answer/answers";
import { buildAnswerSeries } from "@/lib/domain/plan/answer-series";
import { findGapItem } from "@/lib/links/gap-items";

const rating = findGapItem("t9-c4-2")!.item;
const status = findGapItem("t3-6")!.item;
const on = (day: string, after: Answer | null, time = "10:00") => ({ at: `2026-${day}T${time}:00.000Z`, after });

describe("an item's answer over time", () => {
  test("is the last answer of each day, oldest first, and only where it became another", () => {
    const series = buildAnswerSeries(rating, [on("11-24", 3), on("05-29", 4, "09:00"), on("05-29", 2, "11:00"), on("08-28", 2), on("09-01", "dk-unknown")]);
    expect(series.map(({ at, score, text }) => [at.slice(5, 10), score, text])).toEqual([
      ["05-29", 2, "2 Disagree"],
      ["09-01", null, "D/K: we do not know yet"],
      ["11-24", 3, "3 Neutral"],
    ]);
  });

  test("tells of a cleared answer, but not of none before the first", () => {
    expect(buildAnswerSeries(status, [on("01-01", null), on("01-02", "no"), on("01-03", null)]).map(({ text }) => text)).toEqual(["No", "No answer"]);
    expect(buildAnswerSeries(status, [])).toEqual([]);
  });
});

test("what can be a gap: every rating and checklist statement, and a supplement's statements, each under its own heading", () => {
  expect(findGapItem("t9-c4-2")).toMatchObject({ area: "Component 4", lead: "The program:", element: "CC4", words: expect.stringMatching(/^The program: provides support/) });
  expect(findGapItem("t3-6")).toMatchObject({ tool: { number: 3 } });
  expect(findGapItem("p3-program-1-1")).toMatchObject({ tool: { ref: { toolkitId: "peer-support" } }, element: null });
  for (const itemId of ["t8-s3-1", "t12-sheet-1-goal", "p1-1", "nothing"]) expect(findGapItem(itemId)).toBeNull();
});

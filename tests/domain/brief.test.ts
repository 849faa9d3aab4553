import { describe, expect, test } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import type { Answer } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import { BRIEF_LIMITS, type BriefWords, buildBrief, NO_BRIEF_WORDS } from "@/lib/domain/readiness/brief";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { findStartWith } from "@/lib/domain/readiness/first-picks";
import { TOOLS } from "@/tests/support/tools";

function reportOf(answers: Record<string, Answer>) {
  const records = Object.entries(answers).map(([id, answer]) => [id, { answer, by: personOf("Avery"), at: "2026-03-31T14:00:00Z" }]);
  return buildReadiness({ tools: TOOLS, elements, answers: Object.fromEntries(records), flagged: new Set() });
}

const report = reportOf({
  "t9-i1-1": 4, "t9-i1-2": 5, "t9-i1-3": 3,
  "t9-i2-1": 2, "t9-i2-2": 1, "t9-i2-3": 5, "t9-i2-4": 5,
  "t9-c1-1": 1, "t9-c1-2": 5, "t9-c1-3": 5,
});

const source = { report, agencyName: "Harbor Bend", teamName: "Core Team", vision: "Nobody dies alone.", goals: ["A peer within two days.", ""] };
const brief = (words: Partial<BriefWords> | null) => buildBrief({ ...source, words: words && { ...NO_BRIEF_WORDS, ...words } });

describe("a brief that the team chose no words for", () => {
  test("says the team's vision and goals word for word, and nothing of partners", () => {
    expect(brief(null)).toMatchObject({ title: "Nobody dies alone.", titleNote: "The vision of Core Team", planned: ["A peer within two days."], asks: [] });
  });

  test("has the areas strongest first, those without a score last", () => {
    const { areas } = brief(null);
    const scored = areas.flatMap(({ score }) => (score.status === "scored" ? [score.mean] : []));
    expect(scored).toEqual(scored.toSorted((a, b) => b - a));
    expect(areas.slice(scored.length).every(({ score }) => score.status === "insufficient")).toBe(true);
    expect(areas).toHaveLength(10);
  });

  test("begins with what the team is to start with, and why in terms of its own ratings", () => {
    const { priorities } = brief(null);
    const start = findStartWith(report);
    expect(priorities.map(({ itemId }) => itemId)).toEqual(start.kind === "picks" ? start.picks.map(({ gap }) => gap.itemId) : []);
    expect(priorities[0]?.why).toMatch(/^Rated 1/);
  });

  test("is called by the team's name without a vision", () => {
    expect(buildBrief({ ...source, vision: "", words: null })).toMatchObject({ title: "Core Team", titleNote: "" });
  });
});

describe("a brief with the team's words", () => {
  test("says them as they were written", () => {
    const words = { title: "We answer.", planned: "One.\n\nTwo.", asks: "Come at night too.\nAsk first." };
    expect(brief(words)).toMatchObject({ title: "We answer.", planned: ["One.", "Two."], asks: ["Come at night too.", "Ask first."] });
  });

  test("keeps the priorities that the team chose, in its order, and leaves out what is a gap no more", () => {
    const { priorities } = brief({ priorities: [{ itemId: "t9-c1-1", why: "Because." }, { itemId: "t9-i1-2", why: "Done." }, { itemId: "t9-i2-2", why: "" }] });
    expect(priorities.map(({ itemId, why }) => [itemId, why])).toEqual([["t9-c1-1", "Because."], ["t9-i2-2", expect.stringMatching(/Rated 1|The team’s answer: 1/)]]);
  });

  test("cuts a vision that is longer than its place, at a word", () => {
    const { title } = buildBrief({ ...source, vision: "word ".repeat(200), words: null });
    expect(title.length).toBeLessThanOrEqual(BRIEF_LIMITS.title);
    expect(title).toMatch(/word…$/);
  });
});

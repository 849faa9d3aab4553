import { describe, expect, it } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import { TOOLS } from "@/tests/support/tools";
import type { RatingValue } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { findStartWith, formatPickAct, formatPickReason, type StartPick } from "@/lib/domain/readiness/first-picks";
import type { PsCopeAreaId } from "@/content/ps-cope/framework-ids";

type Ratings = Partial<Record<PsCopeAreaId, readonly (RatingValue | null)[]>>;

function startOf(ratings: Ratings, more: Record<string, "yes" | "no"> = {}) {
  const rated = Object.entries(ratings).flatMap(([area, values]) => values.flatMap((value, index) => (value === null ? [] : [[`t9-${area}-${index + 1}`, value] as const])));
  const answers = Object.fromEntries([...rated, ...Object.entries(more)].map(([id, answer]) => [id, { answer, by: personOf("Avery"), at: "2026-03-31T14:00:00.000Z" }]));
  return findStartWith(buildReadiness({ tools: TOOLS, elements, answers, flagged: new Set() }));
}

function picksOf(ratings: Ratings, more?: Record<string, "yes" | "no">): readonly StartPick[] {
  const start = startOf(ratings, more);
  if (start.kind !== "picks") throw new Error(`It is ${start.kind}`);
  return start.picks;
}

const ids = (picks: readonly StartPick[]) => picks.map(({ gap }) => gap.itemId);

/** Four strengths, as most teams have some. */
const STRONG: Ratings = { c1: [4, 5, 4, 4, 4], c3: [4, 4, 5, 4], i2: [4, 4, 4, 4], c5: [4, 4, 4, 4, 4] };

describe("three to start with", () => {
  it("names nothing in a report of tools without areas, as a partner may see", () => {
    const answers = { "t3-1": { answer: "no" as const, by: personOf("Avery"), at: "2026-03-31T14:00:00.000Z" } };
    const report = buildReadiness({ tools: TOOLS, elements, answers, flagged: new Set() });
    expect(findStartWith({ ...report, areas: [] })).toEqual({ kind: "no-areas" });
  });

  it("takes the lowest item of each area, and three areas at most", () => {
    expect(ids(picksOf({ ...STRONG, i1: [4, 2, 2], i3: [1, 4, 4, 4, 4], c2: [2, 4, 4, 4], c4: [3, 4, 4] }))).toEqual(["t9-i3-1", "t9-c2-1", "t9-i1-2"]);
  });

  it("puts a rating of 1 before one of 2, and 2 before 3, whatever else speaks for them", () => {
    expect(ids(picksOf({ ...STRONG, i1: [3, 3, 3], c4: [5, 2, 4], c2: [1, 1, 1, 1] }))).toEqual(["t9-c2-1", "t9-c4-2", "t9-i1-1"]);
  });

  it("among equals, first what would lift its area furthest", () => {
    // At 3: c4 is [5, 3, 4], 4.0, a Strength; i1 is [4, 3, 3], 3.3, Discuss; i4 keeps another 2, a Priority.
    const [c4, i1, i4] = picksOf({ ...STRONG, i4: [2, 2, 4, 4, 4], i1: [4, 3, 2], c4: [5, 2, 4] });
    expect([c4, i1, i4].map((pick) => [pick?.area.id, pick?.lifts])).toEqual([["c4", "strength"], ["i1", "discuss"], ["i4", null]]);
  });

  it("then an area whose checklist says Yes throughout, then the lower score", () => {
    const yes = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`t4-${number}`, "yes" as const]));
    // Both would be Discuss; Tool 4 belongs to the element of i4. Without it the lower score comes first: i1 3.0, i4 3.2.
    const ratings: Ratings = { ...STRONG, i1: [4, 3, 2], i4: [4, 4, 2, 3, 3] };
    expect(ids(picksOf(ratings, yes))).toEqual(["t9-i4-3", "t9-i1-3"]);
    expect(ids(picksOf(ratings))).toEqual(["t9-i1-3", "t9-i4-3"]);
  });

  it("passes over areas without a score and items of 4, 5 or D/K", () => {
    expect(ids(picksOf({ ...STRONG, i5: [1, null, null, null], i1: ["dk", 3, 4] }))).toEqual(["t9-i1-2"]);
    expect(startOf({ ...STRONG, i1: ["dk", 4, 4] })).toEqual({ kind: "nothing-low" });
  });
});

describe("a team that only begins", () => {
  it("is told which area needs the fewest ratings for its first score", () => {
    // c4 has three items, of which two make a score; one is rated.
    expect(startOf({ c4: [2, null, null] })).toMatchObject({ kind: "rate-first", missing: 1, area: { id: "c4" } });
    expect(startOf({})).toMatchObject({ kind: "rate-first", missing: 2, area: { id: "i1" } });
  });

  const low: Ratings = { i1: [1, 2, 2], i2: [2, 2, 2, 2], i3: [2, 2, 2, 2, 2], i4: [2, 2, 2, 2, 2], i5: [2, 2, 2, 2], c1: [2, 2, 2, 2, 2] };

  it("meets one first step when more than half of all areas are a Priority and none is a Strength", () => {
    expect(startOf(low)).toMatchObject({ kind: "first-step", priorities: 6, pick: { gap: { itemId: "t9-i1-1" } } });
  });

  it("meets three as soon as one area is a Strength, or half are no Priority", () => {
    expect(startOf({ ...low, c3: [4, 4, 4, 4] }).kind).toBe("picks");
    const { c1: _, ...five } = low;
    expect(startOf(five).kind).toBe("picks");
  });
});

describe("why, in words", () => {
  const reason = (ratings: Ratings, more?: Record<string, "yes" | "no">) => formatPickReason(picksOf({ ...STRONG, ...ratings }, more)[0] as StartPick, "Tool 4");

  it("says what the item is rated, what the others are, and what one low item does", () => {
    expect(reason({ c4: [5, 2, 4] })).toBe("Rated 2, while the rest of this area is at 4 and 5. It alone makes the area a Priority. At 3, the area would be a Strength.");
  });

  it("does not say that an item alone is to blame where it is not", () => {
    expect(reason({ i1: [2, 2, 4] })).toBe("Rated 2, while the rest of this area is at 2 and 4.");
    expect(reason({ i1: [3, 3, 4] })).toBe("Rated 3, while the rest of this area is at 3 and 4.");
  });

  it("names a checklist that says otherwise, and what to do about it", () => {
    const yes = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`t4-${number}`, "yes" as const]));
    const ratings: Ratings = { i4: [4, 4, 2, 3, 3] };
    expect(reason(ratings, yes)).toBe("Rated 2, yet all 7 answered statements of Tool 4 are Yes. It alone makes the area a Priority. At 3, the area would be one to discuss.");
    expect(formatPickAct(picksOf({ ...STRONG, ...ratings }, yes)[0] as StartPick, "Tool 4")).toBe("Compare it with Tool 4: what was each answer based on?");
  });
});

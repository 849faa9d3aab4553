import { describe, expect, it } from "vitest";
import type { RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import {
  classifyRating,
  classifyStatus,
  countGaps,
  filterGaps,
  formatGapStatement,
  type Gap,
  orderGaps,
  parseGapFilter,
} from "@/lib/domain/readiness/gaps";
import { nameOf } from "@/lib/domain/tool/tool-ref";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { getTool } from "@/tests/support/tools";

const gap = (itemId: string, over: Partial<Gap> = {}): Gap => ({
  itemId,
  tool: nameOf(getTool(9)),
  element: "IE2",
  areaId: "i2",
  band: "priority",
  kind: "gap",
  severity: 1,
  lead: null,
  number: null,
  prompt: itemId,
  bullets: [],
  source: "Tool 9",
  answerText: "",
  dontKnow: null,
  lastAnswered: null,
  ...over,
});

describe("what an answer is in the gap list", () => {
  it.each<[RatingValue | null, string | null]>([
    [1, "gap"],
    [2, "gap"],
    [3, "partly-there"],
    [4, null],
    [5, null],
    ["dk", "unknown"],
    ["dk-unclear", "unknown"],
    ["dk-unknown", "unknown"],
    ["dk-not-applicable", "unknown"],
    [null, "not-yet-rated"],
  ])("a rating of %s is %s", (rating, kind) => {
    expect(classifyRating(rating)?.kind ?? null).toBe(kind);
  });

  it.each<[StatusValue | null, string | null]>([
    ["no", "gap"],
    ["in-progress", "partly-there"],
    ["yes", null],
    [null, "not-yet-rated"],
  ])("a statement answered %s is %s", (status, kind) => {
    expect(classifyStatus(status)?.kind ?? null).toBe(kind);
  });
});

it("a statement is printed with its lead and its bullets", () => {
  expect(formatGapStatement(gap("follow-up through:", { lead: "We have", bullets: ["Teams", "Telehealth"] }))).toBe(
    "We have follow-up through: Teams; Telehealth",
  );
});

describe("order", () => {
  const ids = (gaps: readonly Gap[]) => gaps.map(({ itemId }) => itemId);

  it("bands come Priority, Discuss, not enough ratings, Strength, before any severity", () => {
    const unordered = [
      gap("strength", { band: "strength", severity: 1 }),
      gap("none", { band: null, severity: 1 }),
      gap("discuss", { band: "discuss", severity: 1 }),
      gap("priority", { band: "priority", severity: 6 }),
    ];
    expect(ids(orderGaps(unordered))).toEqual(["priority", "discuss", "none", "strength"]);
  });

  it("within a band: No and 1, then 2, then partly there, then D/K, then D/K that does not apply, then blanks", () => {
    const severityOf = (classified: ReturnType<typeof classifyRating>) => classified?.severity ?? 0;
    const severities = [
      severityOf(classifyRating(1)),
      severityOf(classifyRating(2)),
      severityOf(classifyRating(3)),
      severityOf(classifyRating("dk-unknown")),
      severityOf(classifyRating("dk-not-applicable")),
      severityOf(classifyRating(null)),
    ];
    expect(severities).toEqual([1, 2, 3, 4, 5, 6]);
    expect(classifyStatus("no")?.severity).toBe(severities[0]);
    expect(classifyStatus("in-progress")?.severity).toBe(severities[2]);
    expect(classifyStatus(null)?.severity).toBe(severities[5]);
    expect(ids(orderGaps([gap("later", { severity: 4 }), gap("sooner", { severity: 2 })]))).toEqual([
      "sooner",
      "later",
    ]);
  });

  it("ties keep the printed order", () => {
    expect(ids(orderGaps([gap("a"), gap("b"), gap("c")]))).toEqual(["a", "b", "c"]);
  });
});

describe("filters", () => {
  const gaps = [
    gap("checklist", { tool: nameOf(getTool(2)), areaId: null }),
    gap("rating", { kind: "partly-there" }),
    gap("other-element", { element: "CC1", kind: "unknown" }),
    gap("blank", { kind: "not-yet-rated" }),
  ];
  const shown = (parameters: Record<string, string | string[]>) =>
    filterGaps(gaps, parseGapFilter(parameters, MAIN_TOOLKIT)).map(({ itemId }) => itemId);

  it("without a filter, everything answered is shown and blanks are not", () => {
    expect(shown({})).toEqual(["checklist", "rating", "other-element"]);
  });

  it("kind, element and tool can be combined", () => {
    expect(shown({ kind: "all" })).toHaveLength(4);
    expect(shown({ kind: "not-yet-rated" })).toEqual(["blank"]);
    expect(shown({ element: "IE2" })).toEqual(["checklist", "rating"]);
    expect(shown({ element: "IE2", tool: "9" })).toEqual(["rating"]);
    expect(shown({ kind: "gap", tool: "9" })).toEqual([]);
  });

  it("an unknown or repeated value is ignored", () => {
    expect(shown({ kind: "'; drop", element: "IE99", tool: "2.0" })).toHaveLength(3);
    expect(parseGapFilter({ kind: ["gap", "unknown"] }, MAIN_TOOLKIT).kind).toBe("answered");
  });

  it("entries are counted by kind", () => {
    expect(countGaps(gaps)).toEqual({ gap: 1, "partly-there": 1, unknown: 1, "not-yet-rated": 1 });
  });
});

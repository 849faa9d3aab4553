import { describe, expect, it } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { elements } from "@/content/ps-cope/guide/elements";
import { getTool, refTo, type ToolNumber, TOOLS } from "@/tests/support/tools";
import type { Answer, RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import type { AnswerRecord } from "@/lib/domain/readiness/assessed-items";
import { formatContradiction } from "@/lib/domain/readiness/contradictions";
import type { AreaId, ElementId } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";

const AT = "2026-03-31T14:00:00.000Z";

function record(answer: Answer, at = AT, by = "Avery"): AnswerRecord {
  return { answer, by: personOf(by), at };
}

function readinessOf(answers: Record<string, AnswerRecord>, flagged: readonly string[] = []) {
  return buildReadiness({ tools: TOOLS, elements, answers, flagged: new Set(flagged) });
}

/** The ratings of an area, in printed order; null leaves one blank. */
function rate(area: AreaId, ratings: readonly (RatingValue | null)[]): Record<string, AnswerRecord> {
  return Object.fromEntries(
    ratings.flatMap((rating, index) => (rating === null ? [] : [[`t9-${area}-${index + 1}`, record(rating)]])),
  );
}

function answerChecklist(tool: ToolNumber, statuses: readonly StatusValue[]): Record<string, AnswerRecord> {
  return Object.fromEntries(statuses.map((status, index) => [`t${tool}-${index + 1}`, record(status)]));
}

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);
const elementIn = (report: ReturnType<typeof readinessOf>, id: ElementId) => {
  const element = report.elements.find((entry) => entry.id === id);
  if (!element) throw new Error(`No ${id} in the report`);
  return element;
};

describe("the report of an empty workbook", () => {
  const report = readinessOf({});

  it("has ten areas, two sections and four checklists, none of them scored", () => {
    expect(report.headline).toEqual({ inPlace: 0, scored: 0, total: 10 });
    expect(report.sections.map(({ score }) => [score.status, score.total])).toEqual([
      ["insufficient", 21],
      ["insufficient", 21],
    ]);
    expect(report.checklists.map(({ tool, score }) => [tool.number, score.total, score.status])).toEqual([
      [2, 20, "insufficient"],
      [3, 12, "insufficient"],
      [4, 11, "insufficient"],
      [5, 20, "insufficient"],
    ]);
    expect(JSON.stringify(report)).not.toMatch(/"(mean|inPlace":0\.|band":"(?!null))/);
  });

  it("lists all 105 ratings and statements as not yet rated, in printed order", () => {
    const printed = [2, 3, 4, 5, 9].flatMap((number) =>
      toolItems(getTool(number)).filter(({ kind }) => kind === "status" || kind === "rating"),
    );
    expect(report.gaps.map(({ itemId }) => itemId)).toEqual(printed.map(({ id }) => id));
    expect(new Set(report.gaps.map(({ kind }) => kind))).toEqual(new Set(["not-yet-rated"]));
    expect(report).toMatchObject({ answered: 0, total: 105, lastAnswered: null });
  });
});

describe("the report", () => {
  it("gives each area its own score and names the version of the rules", () => {
    const report = readinessOf({ ...rate("i1", [4, 5, 3]), ...rate("i2", [4, 5, 2, 5]) });
    expect(report.rulesVersion).toBe(1);
    expect(report.headline).toEqual({ inPlace: 1, scored: 2, total: 10 });
    expect(report.areas.slice(0, 3).map(({ id, score }) => [id, score.status])).toEqual([
      ["i1", "scored"],
      ["i2", "scored"],
      ["i3", "insufficient"],
    ]);
  });

  it("scores a section over its rated items", () => {
    const report = readinessOf({ ...rate("i3", [5, 5, 5, 5, 5]), ...rate("i4", [5, 5, 5, 5, 5]), ...rate("i1", [1, 1, 1]) });
    expect(report.sections[0]?.score).toMatchObject({ status: "scored", rated: 13, mean: 53 / 13 });
    expect(report.sections[1]?.score.status).toBe("insufficient");
  });

  it("survives being sent as JSON", () => {
    const report = readinessOf({ ...rate("i1", [4, "dk", 1]), ...answerChecklist(2, times(12, "no")) });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("ignores answers to items that are neither rated nor stated", () => {
    expect(readinessOf({ "t9-notes-components": record("Words"), "no-such-item": record(1) })).toEqual(readinessOf({}));
  });

  it("says who answered last, per area, checklist and overall", () => {
    const report = readinessOf({
      "t9-i1-1": record(4, "2026-03-01T00:00:00Z", "Avery"),
      "t9-i1-2": record(4, "2026-03-03T00:00:00Z", "Blake"),
      "t2-1": record("yes", "2026-03-02T00:00:00Z", "Casey"),
    });
    expect(report.areas[0]?.lastAnswered).toEqual({ by: personOf("Blake"), at: "2026-03-03T00:00:00Z" });
    expect(report.checklists[0]?.lastAnswered?.by).toEqual(personOf("Casey"));
    expect(report.lastAnswered?.by).toEqual(personOf("Blake"));
    expect(report.areas[1]?.lastAnswered).toBeNull();
  });
});

describe("elements", () => {
  it("join area and checklist: IE2 with Tool 2, IE3 with Tool 3, IE4 with Tool 4, CC1 with Tool 5", () => {
    const joined = readinessOf({}).elements.map(({ id, area, checklist }) => [id, area.id, checklist?.tool.number ?? null]);
    expect(joined).toEqual([
      ["IE1", "i1", null],
      ["IE2", "i2", 2],
      ["IE3", "i3", 3],
      ["IE4", "i4", 4],
      ["IE5", "i5", null],
      ["CC1", "c1", 5],
      ["CC2", "c2", null],
      ["CC3", "c3", null],
      ["CC4", "c4", null],
      ["CC5", "c5", null],
    ]);
  });
});

describe("gaps of a report", () => {
  const report = readinessOf({
    ...rate("i1", [5, 5, 3]),
    ...rate("i2", [2, 5, 5, "dk-unknown"]),
    ...answerChecklist(2, ["in-progress", "no", "yes"]),
  });

  it("a checklist statement takes the band of its element's area", () => {
    const answered = report.gaps.filter(({ kind }) => kind !== "not-yet-rated");
    expect(answered.map(({ itemId, band }) => [itemId, band])).toEqual([
      ["t2-2", "priority"],
      ["t9-i2-1", "priority"],
      ["t2-1", "priority"],
      ["t9-i2-4", "priority"],
      ["t9-i1-3", "strength"],
    ]);
  });

  it("names the item, its answer in words, and who gave it when", () => {
    expect(report.gaps.find(({ itemId }) => itemId === "t9-i2-4")).toMatchObject({
      tool: { ref: refTo(9), label: "Tool 9" },
      element: "IE2",
      areaId: "i2",
      lead: "The program:",
      answerText: "D/K: we do not know yet",
      dontKnow: "dk-unknown",
      lastAnswered: { by: personOf("Avery"), at: AT },
    });
  });

  it("the line that introduces a statement goes with it", () => {
    const leadOf = (itemId: string) => report.gaps.find((gap) => gap.itemId === itemId)?.lead;
    expect(leadOf("t2-2")).toBe("Our program:");
    expect(leadOf("t2-20")).toBe("Our program trains public safety staff to:");
    expect(leadOf("t3-1")).toBeNull();
  });
});

describe("contradictions between checklist and rating", () => {
  const contradictionsOf = (statuses: readonly StatusValue[], ratings: readonly (RatingValue | null)[]) =>
    elementIn(readinessOf({ ...answerChecklist(2, statuses), ...rate("i2", ratings) }), "IE2").contradictions;

  it("every answered statement Yes and an item rated 1 or 2 is one", () => {
    const found = contradictionsOf(times(20, "yes"), [5, 2, 5, 1]);
    expect(found).toMatchObject([
      { kind: "checklist-yes-rating-low", lowItems: [{ itemId: "t9-i2-2", rating: 2 }, { itemId: "t9-i2-4", rating: 1 }] },
    ]);
    expect(found.map((one) => formatContradiction(one, "Tool 2", "Tool 9"))).toEqual([
      "All 20 answered statements in Tool 2 are Yes, but Tool 9 has 2 items of this element rated 1 or 2.",
    ]);
  });

  it("it holds with half of the checklist answered, and not with less", () => {
    expect(contradictionsOf(times(10, "yes"), [2, 5, 5, 5])).toHaveLength(1);
    expect(contradictionsOf(times(9, "yes"), [2, 5, 5, 5])).toEqual([]);
  });

  it("one low item is enough even where the area has too few ratings for a score", () => {
    expect(contradictionsOf(times(20, "yes"), [2, null, null, null])).toHaveLength(1);
  });

  it("one statement that is not Yes, or no item below 3, is none", () => {
    expect(contradictionsOf([...times<StatusValue>(19, "yes"), "in-progress"], [2, 5, 5, 5])).toEqual([]);
    expect(contradictionsOf(times(20, "yes"), [3, 3, 3, 3])).toEqual([]);
  });

  it("more than half of the answers No and a mean of 4 or above is one", () => {
    const mostlyNo = [...times<StatusValue>(11, "no"), ...times<StatusValue>(9, "yes")];
    expect(contradictionsOf(mostlyNo, [4, 4, 4, 4])).toEqual([
      { kind: "checklist-no-ratings-high", no: 11, answered: 20, mean: 4, sum: 16, rated: 4 },
    ]);
  });

  it("exactly half No, a mean below 4, or too few ratings is none", () => {
    const halfNo = [...times<StatusValue>(10, "no"), ...times<StatusValue>(10, "yes")];
    expect(contradictionsOf(halfNo, [5, 5, 5, 5])).toEqual([]);
    expect(contradictionsOf(times(20, "no"), [4, 4, 4, 3])).toEqual([]);
    expect(contradictionsOf(times(20, "no"), [5, null, null, null])).toEqual([]);
  });
});

describe("the item that stands in two areas", () => {
  it("is the follow-up policy of Infrastructure 3 and 4, and the only one", () => {
    const { sharedItems } = readinessOf({});
    expect(sharedItems.map(({ copies }) => copies.map(({ itemId }) => itemId))).toEqual([["t9-i3-5", "t9-i4-5"]]);
    expect(sharedItems[0]?.isAnsweredDifferently).toBe(false);
  });

  it("counts in both areas", () => {
    const report = readinessOf({ ...rate("i3", [5, 5, 5, 5, 1]), ...rate("i4", [5, 5, 5, 5, 1]) });
    expect(report.areas.filter(({ score }) => score.status === "scored" && score.band === "priority")).toHaveLength(2);
  });

  it("is pointed out when the two ratings differ, and not while one is blank", () => {
    const differs = (answers: Record<string, AnswerRecord>) => readinessOf(answers).sharedItems[0]?.isAnsweredDifferently;
    expect(differs({ "t9-i3-5": record(5), "t9-i4-5": record(2) })).toBe(true);
    expect(differs({ "t9-i3-5": record(5), "t9-i4-5": record(5) })).toBe(false);
    expect(differs({ "t9-i3-5": record(5) })).toBe(false);
  });

  it("is disclosed in words, with both answers when they differ", () => {
    const [shared] = readinessOf({ "t9-i3-5": record(5), "t9-i4-5": record("dk") }).sharedItems;
    const words = shared ? formatSharedItem(shared) : "";
    expect(words).toContain("is printed in Infrastructure 3 and Infrastructure 4. It counts in each.");
    expect(words).toContain("It is answered differently: 5 Strongly Agree and D/K.");
  });
});

describe("views that differ", () => {
  const strong = { ...rate("i1", [5, 5, 5, 5, 5]), ...rate("i2", [5, 5, 5, 5, 5]) };
  const bandOfArea = (report: ReturnType<typeof readinessOf>, id: AreaId) => report.areas.find((area) => area.id === id)?.score;

  it("put the item's own area under Discuss, out of what is in place, and leave the others as they are", () => {
    const report = readinessOf(strong, ["t9-i1-1"]);
    expect(bandOfArea(report, "i1")).toMatchObject({ band: "discuss", reasons: ["views-differ"], viewsDiffer: 1 });
    expect(bandOfArea(report, "i2")).toMatchObject({ band: "strength" });
    expect([readinessOf(strong).headline.inPlace, report.headline.inPlace]).toEqual([2, 1]);
  });

  it("of a checklist's statement are no area's", () => {
    expect(readinessOf(strong, ["t2-1"])).toEqual(readinessOf(strong));
  });
});

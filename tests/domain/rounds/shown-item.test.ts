import { describe, expect, test } from "vitest";
import { measureVoiceGap, voiceGapOf, compareRounds } from "@/lib/domain/rounds/compare-rounds";
import { formatValue, isChoosable, RATING_SCALE, STATUS_SCALE, toAnswer } from "@/lib/domain/rounds/round-values";
import { type ShownCount, type ShownItem, type Split, orderByDisagreement, showItem, standingOf } from "@/lib/domain/rounds/shown-item";

const ITEM = "t9-c4-2";

/** What people chose, counted. */
function shown(values: readonly string[], split: Split | null = null): ShownItem {
  const counts: ShownCount[] = [...new Set(values)].map((value) => ({ itemId: ITEM, value, count: values.filter((one) => one === value).length }));
  return showItem(RATING_SCALE, counts, split);
}

const split = (safety: readonly [number, number, number], community: readonly [number, number, number]): Split => ({
  safety: { low: safety[0], middle: safety[1], high: safety[2] },
  community: { low: community[0], middle: community[1], high: community[2] },
});

describe("what is shown of an item", () => {
  test("below three raters nothing but how many rated", () => {
    expect(shown(["1", "5", "dk"])).toEqual({ rated: 2, counts: null, agreement: null, dontKnow: null, dontKnowKinds: null, lateHidden: 0, split: null });
  });

  test("from three raters the counts, and how many chose D/K without their kinds", () => {
    const item = shown(["1", "5", "5", "dk-unclear", "dk"]);
    expect(item).toMatchObject({ rated: 3, counts: [1, 0, 0, 0, 2], dontKnow: 2, dontKnowKinds: null });
  });

  test("kinds of D/K from three on, also where fewer than three rated", () => {
    expect(shown(["1", "dk-unclear", "dk-unclear", "dk-unknown"])).toMatchObject({
      rated: 1,
      counts: null,
      dontKnow: 3,
      dontKnowKinds: { dk: 0, "dk-unclear": 2, "dk-unknown": 1, "dk-not-applicable": 0 },
    });
  });

  test("a split only with three on each side", () => {
    const values = ["1", "1", "3", "4", "5", "5"];
    expect(shown(values, split([0, 0, 3], [2, 1, 0])).split).not.toBeNull();
    expect(shown(values, split([0, 0, 3], [2, 0, 0])).split).toBeNull();
  });

  test("what came too late is counted and not shown", () => {
    expect(showItem(RATING_SCALE, [{ itemId: ITEM, value: "late", count: 2 }, { itemId: ITEM, value: "3", count: 4 }], null)).toMatchObject({ rated: 4, lateHidden: 2 });
    expect(showItem(RATING_SCALE, [{ itemId: ITEM, value: "rated", count: 2 }], null)).toMatchObject({ rated: 2, counts: null });
  });
});

describe("the order of a reveal", () => {
  test("flagged items first, the widest apart before the others, those with too few last, printed order for the rest", () => {
    const entries = [
      { id: "close", shown: shown(["4", "4", "4"]) },
      { id: "few", shown: shown(["1", "5"]) },
      { id: "thirds", shown: shown(["2", "3", "4"]) },
      { id: "close too", shown: shown(["5", "5", "5"]) },
      { id: "widest", shown: shown(["1", "1", "5", "5"]) },
    ];
    expect(orderByDisagreement(entries).map(({ id }) => id)).toEqual(["widest", "thirds", "close", "close too", "few"]);
    expect(entries.map((entry) => standingOf(entry.shown))).toEqual(["views-close", "too-few", "views-differ", "views-close", "views-differ"]);
  });
});

describe("two rounds beside each other", () => {
  const rounds = (before: readonly string[], now: readonly string[]) => compareRounds(new Map([[ITEM, shown(before)]]), new Map([[ITEM, shown(now)]]));

  test.each([
    { before: ["1", "1", "5", "5"], now: ["3", "4", "4", "5"], movement: "closer" },
    { before: ["3", "4", "4", "5"], now: ["1", "1", "5", "5"], movement: "apart" },
    { before: ["3", "4", "4", "5"], now: ["3", "4", "4", "5", "4"], movement: "same" },
    { before: ["3", "4"], now: ["3", "4", "4"], movement: "not-shown" },
  ])("$before, then $now: $movement", ({ before, now, movement }) => {
    expect(rounds(before, now).items[0]?.movement).toBe(movement);
  });

  test("an item of one round alone is not compared", () => {
    expect(compareRounds(new Map(), new Map([[ITEM, shown(["3", "3", "3"])]])).items).toEqual([]);
  });

  test("a change below two tenths is none, one of exactly two tenths is", () => {
    // Deviations of 0.5 and 0.32; of 0.8 and 0.6.
    expect(rounds(["3", "3", "3", "3", "3", "4", "4", "4", "4", "4"], ["3", "3", "4", "4", "4", "4", "4", "4", "4", "4"]).items[0]?.movement).toBe("same");
    expect(rounds(["1", "1", "3", "3", "3", "3", "3", "3", "5", "5"], ["1", "2", "3", "3", "3", "3", "3", "3", "4", "5"]).items[0]?.movement).toBe("closer");
  });
});

describe("the voice gap", () => {
  test.each([
    { sides: split([0, 0, 4], [4, 0, 0]), gap: 1, higher: "safety" },
    { sides: split([3, 0, 0], [0, 0, 3]), gap: 1, higher: "community" },
    { sides: split([1, 1, 1], [2, 2, 2]), gap: 0, higher: null },
    { sides: split([0, 1, 5], [3, 1, 0]), gap: (5 / 6 + 3 / 4) / 2, higher: "safety" },
  ])("of $sides is $gap, higher: $higher", ({ sides, ...expected }) => {
    const { gap, higher } = voiceGapOf(sides);
    expect(gap.numerator / gap.denominator).toBeCloseTo(expected.gap, 10);
    expect(higher).toBe(expected.higher);
  });

  test("of a round is the mean distance, whichever side is higher; null where no item shows a split", () => {
    const items = [shown(["3"], null), { ...shown([]), split: split([0, 0, 4], [4, 0, 0]) }, { ...shown([]), split: split([1, 1, 1], [1, 1, 1]) }];
    expect(measureVoiceGap(items)).toEqual({ mean: { numerator: 10_000, denominator: 20_000 }, items: 2, safetyHigher: 1, communityHigher: 0 });
    expect(measureVoiceGap([shown(["3"])]).mean).toBeNull();
  });
});

describe("values", () => {
  test("are what the scale has, and D/K where it is printed", () => {
    expect(["1", "5", "dk", "dk-unknown", "6", "yes", ""].filter((value) => isChoosable(RATING_SCALE, value))).toEqual(["1", "5", "dk", "dk-unknown"]);
    expect(["yes", "in-progress", "no", "dk", "1"].filter((value) => isChoosable(STATUS_SCALE, value))).toEqual(["yes", "in-progress", "no"]);
  });

  test("become answers of the tool", () => {
    expect([toAnswer(RATING_SCALE, "2"), toAnswer(RATING_SCALE, "dk-unclear"), toAnswer(STATUS_SCALE, "yes")]).toEqual([2, "dk-unclear", "yes"]);
    expect([formatValue(RATING_SCALE, "2"), formatValue(RATING_SCALE, "dk-unclear"), formatValue(RATING_SCALE, "dk"), formatValue(STATUS_SCALE, "no")]).toEqual(["2 Disagree", "D/K: not sure what it means", "D/K", "No"]);
  });
});

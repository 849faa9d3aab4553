import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { DONT_KNOW_VALUES, type RatingValue, SCORE_VALUES } from "@/lib/domain/answer/answers";
import { changeOfArea, compareAreas, formatAreaChange } from "@/lib/domain/milestones/compare-areas";
import { compareItems, countMoves, type ItemMove, moveOf } from "@/lib/domain/milestones/compare-items";
import { comparePlans, formatActions } from "@/lib/domain/milestones/compare-plan";
import { compareDays } from "@/lib/domain/milestones/comparison";
import { buildDigest, type Digest, type DigestAction, type DigestItem } from "@/lib/domain/milestones/milestone-digest";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { scoreArea } from "@/lib/domain/readiness/scoring";

const anyRating = fc.option(fc.constantFrom<RatingValue>(...SCORE_VALUES, ...DONT_KNOW_VALUES));
const AREAS = ["a", "b", "c"] as const;

/** What one day says of one item; the words tell which edition of it was asked, and null that it was not asked at all. */
const anyItem = fc.option(fc.record({ value: anyRating, edition: fc.constantFrom("", " (changed)"), isCarried: fc.boolean() }), { freq: 8 });
const anyDays = fc.array(fc.record({ area: fc.constantFrom(...AREAS), then: anyItem, now: anyItem }), { maxLength: 30 });
type Days = readonly { readonly area: string; readonly then: { value: RatingValue | null; edition: string; isCarried: boolean } | null; readonly now: { value: RatingValue | null; edition: string; isCarried: boolean } | null }[];

function itemsOf(days: Days, day: "then" | "now"): DigestItem[] {
  return days.flatMap((one, index) => {
    const said = one[day];
    if (!said) return [];
    return [{ id: `i${index}`, tool: "ps-cope/tool-9", group: one.area, words: `Item ${index}${said.edition}`, kind: "rating", value: said.value, ...(said.isCarried ? { isCarried: true as const } : {}) }];
  });
}

function digestOf(days: Days, day: "then" | "now"): Digest {
  const items = itemsOf(days, day);
  return {
    version: 1,
    toolVersions: [{ tool: "ps-cope/tool-9", label: "Tool 9", version: day === "then" ? 1 : 2 }],
    headline: { inPlace: 0, scored: 0, total: 3 },
    areas: AREAS.map((id) => ({ id, name: id, title: id, score: scoreArea(items.filter(({ group }) => group === id).map(({ value, isCarried }) => (isCarried ? null : (value as RatingValue | null)))) })),
    checklists: [],
    items,
    ideas: [],
  };
}

/** The rules again, as plainly as they can be said: numbers in floating point, one question after another. */
function plainly(days: Days): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  for (const { then, now } of days) {
    if (!then || !now || then.edition !== now.edition) continue;
    const [was, is] = [then.value, now.value];
    if (was === null && is === null) add("blank");
    else if (is === null) add("answer-gone");
    else if (typeof is === "string") add(typeof was === "string" ? "still-unknown" : "unknown");
    else if (was === null) add("first-answer");
    else if (typeof was === "string") add("resolved");
    else if (is > was) add("higher");
    else if (is < was) add("lower");
    else add("same");
  }
  return counts;
}

/** An area's change, from its ratings. */
function plainArea(days: Days, area: string): string {
  const asked = (day: "then" | "now") => days.flatMap((one, index) => (one.area === area && one[day] ? [`${index}${one[day].edition}`] : []));
  if (asked("then").join() !== asked("now").join()) return "not-compared";
  const meanOf = (day: "then" | "now") => {
    const all = days.filter((one) => one.area === area && one[day]).map((one) => (one[day]?.isCarried ? null : (one[day]?.value ?? null)));
    const rated = all.filter((value) => typeof value === "number");
    return rated.length < 2 || rated.length < all.length / 2 ? null : rated.reduce((sum, value) => sum + value, 0) / rated.length;
  };
  const [was, is] = [meanOf("then"), meanOf("now")];
  if (was === null) return is === null ? "no-score" : "first-score";
  if (is === null) return "score-gone";
  // Far enough from a half that floating point cannot err, or exactly at it.
  if (Math.abs(is - was) < 0.5 - 1e-9) return "no-clear-change";
  return is > was ? "higher" : "lower";
}

describe("comparing two days", () => {
  test("says what a plain reading of the rules says, with D/K, blanks, carried answers and changed statements", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const day = { id: null, name: "Now", onDay: "2026-12-01" };
        const compared = compareDays({ then: { ...day, digest: digestOf(days, "then") }, now: { ...day, digest: digestOf(days, "now") }, series: [], rulesVersion: "1" });
        const plain = plainly(days);
        for (const [move, count] of Object.entries(plain)) expect(compared.counts[move as ItemMove], move).toBe(count);
        expect(compared.counts.total).toBe(Object.values(plain).reduce((sum, count) => sum + count, 0));
        expect(compared.onlyThen).toBe(days.filter(({ then }) => then).length - compared.counts.total);
        expect(compared.onlyNow).toBe(days.filter(({ now }) => now).length - compared.counts.total);
        for (const area of compared.areas) expect(area.change.kind, area.id).toBe(plainArea(days, area.id));
        expect(compared.changedTools).toEqual(["Tool 9"]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("every item is counted once", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const counts = countMoves(compareItems(itemsOf(days, "then"), itemsOf(days, "now")).items);
        const { total, carried, ...moves } = counts;
        expect(Object.values(moves).reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(carried).toBeLessThanOrEqual(total);
      }),
    );
  });

  test("turned round, higher is lower and no clear change stays", () => {
    fc.assert(
      fc.property(fc.array(anyRating, { maxLength: 6 }), fc.array(anyRating, { maxLength: 6 }), (a, b) => {
        const [there, back] = [changeOfArea(scoreArea(a), scoreArea(b)), changeOfArea(scoreArea(b), scoreArea(a))];
        const turned = { higher: "lower", lower: "higher", "first-score": "score-gone", "score-gone": "first-score" }[there.kind as string] ?? there.kind;
        expect(back.kind).toBe(turned);
      }),
    );
  });
});

describe("an area", () => {
  test.each<[readonly RatingValue[], readonly RatingValue[], string]>([
    [[2, 3], [3, 3], "0.5 higher"],
    [[4, 4], [4, 3], "0.5 lower"],
    // 0.4 and 0.33…: under a half.
    [[3, 3, 3, 3, 3], [4, 4, 3, 3, 3], "No clear change"],
    [[3, 3, 3], [4, 3, 3], "No clear change"],
    // A half exactly, of thirds and sixths.
    [[3, 3, 3, 3, 3, 3], [4, 4, 4, 3, 3, 3], "0.5 higher"],
    [["dk", "dk", 3], [3, 3, 3], "A score for the first time"],
    [["dk", "dk"], ["dk", "dk-unknown"], "No score on either day"],
    [[3, 3], ["dk", 3], "Not enough ratings now"],
  ])("%j to %j: %s", (then, now, words) => {
    expect(formatAreaChange(changeOfArea(scoreArea(then), scoreArea(now)))).toBe(words);
  });

  test("that asks something else is not compared", () => {
    const area = (words: string) => ({ areas: [{ id: "a", name: "A", title: "A", score: scoreArea([3, 3]) }], items: [{ id: "i", tool: "x/y" as const, group: "a", words, kind: "rating" as const, value: 3 as const }] });
    expect(compareAreas(area("one"), area("two"))[0]?.change.kind).toBe("not-compared");
    expect(compareAreas(area("one"), area("one"))[0]?.change.kind).toBe("no-clear-change");
  });
});

test("an area is named as it is printed", () => {
  const readiness = buildReadiness({ ...MAIN_TOOLKIT, answers: {}, flagged: new Set() });
  const { areas, items, ideas } = buildDigest({ tools: MAIN_TOOLKIT.tools, nameElement: (id) => id, flow: MAIN_TOOLKIT.planFlow!, records: {}, readiness, links: [] });
  expect(areas.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((number) => `Infrastructure ${number}`).concat([1, 2, 3, 4, 5].map((number) => `Component ${number}`)));
  expect([items.filter(({ kind }) => kind === "rating").length, ideas]).toEqual([42, []]);
});

test("of a checklist In Progress is above No and below Yes", () => {
  expect([moveOf("no", "in-progress"), moveOf("in-progress", "yes"), moveOf("yes", "no"), moveOf("no", "no"), moveOf(null, "yes")]).toEqual(["higher", "higher", "lower", "same", "first-answer"]);
});

describe("the plan", () => {
  const action = (id: string, status: DigestAction["status"], dueOn: string | null = null): DigestAction => ({ id, what: id, status, dueOn });
  const idea = (section: string, actions: readonly DigestAction[], words = section) => ({ section, name: section, words, areas: [], actions });

  test("says of each idea what was done, what is overdue, what is gone and what came since", () => {
    const then = [idea("one", [action("x", "not-started"), action("y", "under-way")]), idea("two", [])];
    const now = [idea("one", [action("x", "done", "2026-01-01"), action("z", "blocked", "2026-11-30")], "other words"), idea("three", [])];
    const compared = comparePlans(then, now, [], "2026-12-01");
    expect(compared.map(({ section, standing, wordsThen }) => [section, standing, wordsThen])).toEqual([["one", "kept", "one"], ["three", "new", null], ["two", "gone", null]]);
    expect(formatActions(compared[0]!)).toBe("1 of 2 done, 1 blocked, 1 overdue, 1 removed since");
    expect(compared[0]!.actions.map(({ id, then: was, now: is }) => [id, was, is])).toEqual([["x", "not-started", "done"], ["z", null, "blocked"], ["y", "under-way", null]]);
  });
});

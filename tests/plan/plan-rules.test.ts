import { describe, expect, it } from "vitest";
import { filterPlan, formatPlanFilter, isDue, isFiltered, ownerKeyOf, parsePlanFilter, WHOLE_PLAN } from "@/lib/domain/plan/plan-filter";
import { findStaleDays, groupOfAction, groupPlan, type ReaderDays } from "@/lib/domain/plan/plan-groups";
import { describeActionNews, describeBlock, describeDueInPlan } from "@/lib/domain/plan/plan-words";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";

const TODAY = "2026-11-30";
const days: ReaderDays = { today: TODAY, dayOf: (instant) => instant.slice(0, 10) };

let count = 0;
function action(part: Partial<PlannedAction> = {}): PlannedAction {
  count += 1;
  return { id: `a${count}`, section: "s1", what: `Do ${count}`, lead: "", owner: null, dueOn: null, status: "not-started", why: "", changedAt: null, movedAt: null, news: null, ...part };
}

describe("the groups of a plan", () => {
  it.each([
    ["2026-11-29", "not-started", "overdue"],
    ["2026-11-29", "blocked", "overdue"],
    ["2026-11-29", "done", "done"],
    ["2026-11-30", "under-way", "soon"],
    ["2026-12-30", "not-started", "soon"],
    ["2026-12-31", "not-started", "later"],
    [null, "not-started", "undated"],
    [null, "done", "done"],
  ] as const)("due %s and %s is %s", (dueOn, status, group) => {
    expect(groupOfAction({ dueOn, status }, TODAY)).toBe(group);
  });

  it("stand in order, empty ones left out: the first due first, the latest done first", () => {
    const late = action({ dueOn: "2026-11-20" });
    const later = action({ dueOn: "2026-09-30" });
    const old = action({ status: "done", movedAt: "2026-07-24T10:00:00Z" });
    const recent = action({ status: "done", movedAt: "2026-09-04T10:00:00Z" });
    const none = action();
    expect(groupPlan([late, old, none, later, recent], TODAY).map(({ group, actions }) => [group, actions.map(({ id }) => id)])).toEqual([
      ["overdue", [later.id, late.id]],
      ["undated", [none.id]],
      ["done", [recent.id, old.id]],
    ]);
  });

  it("an action is stale after thirty days without a change, by the reader's day; not when done or when nobody knows", () => {
    expect(findStaleDays({ status: "under-way", changedAt: "2026-10-31T23:00:00Z" }, days)).toBe(30);
    expect(findStaleDays({ status: "under-way", changedAt: "2026-11-01T00:00:00Z" }, days)).toBeNull();
    expect(findStaleDays({ status: "under-way", changedAt: "2026-10-31T23:00:00Z" }, { ...days, dayOf: () => "2026-11-01" })).toBeNull();
    expect(findStaleDays({ status: "done", changedAt: "2026-01-01T00:00:00Z" }, days)).toBeNull();
    expect(findStaleDays({ status: "blocked", changedAt: null }, days)).toBeNull();
  });
});

describe("the words of a plan", () => {
  it.each([
    [{ dueOn: "2026-09-30" }, { text: "Sep 30", note: "61 days over", isOverdue: true }],
    [{ dueOn: "2026-11-29" }, { text: "Nov 29", note: "1 day over", isOverdue: true }],
    [{ dueOn: "2026-11-30" }, { text: "Nov 30", note: "today", isOverdue: false }],
    [{ dueOn: "2026-12-01" }, { text: "Dec 1", note: "tomorrow", isOverdue: false }],
    [{ dueOn: "2026-12-04" }, { text: "Dec 4", note: "in 4 days", isOverdue: false }],
    [{ dueOn: "2027-01-07" }, { text: "Jan 7, 2027", note: null, isOverdue: false }],
    [{}, { text: "No date", note: null, isOverdue: false }],
    [{ dueOn: "2026-08-31", status: "done", movedAt: "2026-09-04T12:00:00Z" }, { text: "Done Sep 4", note: "due Aug 31", isOverdue: false }],
    [{ status: "done" }, { text: "Done", note: null, isOverdue: false }],
  ] as const)("%j is %j", (part, words) => {
    expect(describeDueInPlan(action(part), days)).toEqual(words);
  });

  it("say since when and why something is blocked, as far as that is known", () => {
    expect(describeBlock(action({ status: "blocked", why: "no contract.", movedAt: "2026-10-12T10:00:00Z" }), days)).toBe("Blocked since Oct 12: no contract.");
    expect(describeBlock(action({ status: "blocked" }), days)).toBe("Blocked");
    expect(describeBlock(action({ status: "under-way", why: "no contract." }), days)).toBeNull();
  });

  it("say what is new", () => {
    const at = "2026-11-25T10:00:00Z";
    expect(describeActionNews(action({ news: { kind: "moved", at }, status: "blocked" }), days)).toBe("blocked Nov 25");
    expect(describeActionNews(action({ news: { kind: "date", at } }), days)).toBe("date moved Nov 25");
    expect(describeActionNews(action(), days)).toBeNull();
  });
});

describe("the filter of a plan", () => {
  const robin = { personId: "00000000-0000-4000-8000-000000000001" };
  const reader = { personId: robin.personId, today: TODAY, areasOf: (section: string) => (section === "s2" ? ["c4"] : []) };
  const mine = action({ owner: robin, dueOn: "2026-12-06" });
  const theirs = action({ lead: "Crime Analyst", section: "s2", dueOn: "2026-11-01", status: "blocked" });
  const nobodys = action({ news: { kind: "added", at: "2026-11-25T10:00:00Z" }, status: "done", dueOn: "2026-11-01" });
  const all = [mine, theirs, nobodys];
  const shown = (part: Partial<typeof WHOLE_PLAN>) => filterPlan(all, { ...WHOLE_PLAN, ...part }, reader);

  it("shows all without one, and what each part asks for", () => {
    expect(shown({})).toEqual(all);
    expect(shown({ isMine: true })).toEqual([mine]);
    expect(shown({ owner: robin.personId })).toEqual([mine]);
    expect(shown({ owner: "lead:crime analyst" })).toEqual([theirs]);
    expect(shown({ owner: "none" })).toEqual([nobodys]);
    expect(shown({ area: "s2" })).toEqual([theirs]);
    expect(shown({ area: "c4" })).toEqual([theirs]);
    expect(shown({ due: "overdue" })).toEqual([theirs]);
    expect(shown({ due: "week" })).toEqual([mine]);
    expect(shown({ status: "done" })).toEqual([nobodys]);
    expect(shown({ isNew: true })).toEqual([nobodys]);
    expect(shown({ isMine: true, due: "overdue" })).toEqual([]);
  });

  it("a week is seven days with today", () => {
    expect(isDue({ dueOn: "2026-12-06", status: "not-started" }, "week", TODAY)).toBe(true);
    expect(isDue({ dueOn: "2026-12-07", status: "not-started" }, "week", TODAY)).toBe(false);
    expect(isDue({ dueOn: "2026-11-29", status: "not-started" }, "week", TODAY)).toBe(false);
  });

  it("stands in the address and is read from it; what it can't mean is passed over", () => {
    const filter = { ...WHOLE_PLAN, view: "board", isMine: true, owner: "lead:a & b", area: "s1", due: "overdue", status: "blocked", isNew: true } as const;
    const address = formatPlanFilter(filter);
    expect(parsePlanFilter(new URLSearchParams(address))).toEqual(filter);
    expect(parsePlanFilter(new URLSearchParams("view=list&due=never&status=maybe&mine=yes&owner="))).toEqual(WHOLE_PLAN);
    expect(formatPlanFilter(WHOLE_PLAN)).toBe("");
    expect(isFiltered({ ...WHOLE_PLAN, view: "board" })).toBe(false);
    expect(isFiltered(filter)).toBe(true);
  });

  it("names without an account are one owner, however they are written", () => {
    expect(ownerKeyOf(action({ lead: "Crime analyst" }))).toBe(ownerKeyOf(theirs));
    expect(ownerKeyOf(action({ owner: robin, lead: "Crime analyst" }))).toBe(robin.personId);
  });
});

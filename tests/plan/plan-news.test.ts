import { describe, expect, it } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answer } from "@/lib/domain/answer/answers";
import { findPlanNews } from "@/lib/plan/plan-news";
import type { ItemNews } from "@/lib/since/since";

const ideas = MAIN_TOOLKIT.planFlow!.plan.ideas;
const LINE = "t12-sheet-1-step-1";
const MORE = "t12-sheet-1-more";

const changed = (itemId: string, before: Answer | null, at = "2026-11-25T10:00:00.000Z"): ItemNews => ({
  itemId,
  answer: { wasBlank: before === null, isBlank: false, before },
  comments: 0,
  files: 0,
  at,
});

describe("what is new in a plan", () => {
  it("is told of a printed line once, by what says most, with the newest moment", () => {
    const { actions } = findPlanNews(ideas, { [`${LINE}-action`]: "Hire", [`${LINE}-due`]: "2026-12-02", [`${LINE}-status`]: { option: "blocked" } }, [
      changed(`${LINE}-due`, "2026-12-01", "2026-11-26T10:00:00.000Z"),
      changed(`${LINE}-status`, { option: "under-way" }),
      changed(`${LINE}-why`, null),
    ]);
    expect([...actions]).toEqual([[LINE, { kind: "moved", at: "2026-11-26T10:00:00.000Z" }]]);
  });

  it("is that a line was added, or its words changed", () => {
    const answers = { [`${LINE}-action`]: "Hire two" };
    expect(findPlanNews(ideas, answers, [changed(`${LINE}-action`, null)]).actions.get(LINE)?.kind).toBe("added");
    expect(findPlanNews(ideas, answers, [changed(`${LINE}-action`, "Hire")]).actions.get(LINE)?.kind).toBe("words");
  });

  it("is not what was changed and changed back, nor what is no action", () => {
    const { actions, itemIds } = findPlanNews(ideas, { [`${LINE}-due`]: "2026-12-01" }, [changed(`${LINE}-due`, "2026-12-01"), changed("t12-sheet-1-goal", "Old")]);
    expect([...actions]).toEqual([]);
    expect(itemIds).toEqual([`${LINE}-due`]);
  });

  it("is told of added lines row by row; those that stayed are none", () => {
    const row = (id: string, cells: Record<string, string>) => ({ id, cells });
    const before = [row("a", { action: "Call", status: "under-way" }), row("b", { action: "Write" }), row("gone", { action: "Old" })];
    const after = [row("a", { action: "Call", status: "done" }), row("b", { action: "Write" }), row("c", { action: "Meet" })];
    const { actions } = findPlanNews(ideas, { [MORE]: after }, [changed(MORE, before)]);
    expect([...actions].map(([id, { kind }]) => [id, kind])).toEqual([
      [`${MORE}/a`, "moved"],
      [`${MORE}/c`, "added"],
    ]);
  });
});

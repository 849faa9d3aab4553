import { describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { type AgendaSources, buildAgenda } from "@/lib/domain/meetings/agenda";
import { listActions } from "@/lib/domain/plan/actions";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { personOf } from "@/lib/domain/people/person";
import { getTool } from "@/tests/support/tools";

const flow = MAIN_TOOLKIT.planFlow as PlanFlow;
const event = (at: string) => ({ by: personOf("somebody"), at });
const empty: AgendaSources = {
  flow, planTool: getTool(12), priorityTool: getTool(8), actions: [], staleDays: new Map(), assigned: [], gaps: [], openThreads: [], priorities: [], shared: [],
  assessment: getTool(9), today: "2026-12-01", since: "2026-11-05",
};
const action = (more: Record<string, unknown>) =>
  listActions(flow.plan.ideas, Object.fromEntries(Object.entries({ action: "Lend a car", ...more }).map(([column, value]) => [`t12-sheet-1-step-1-${column}`, value])) as never);

describe("an agenda fills itself", () => {
  test("with what is overdue, once, even when it is blocked too", () => {
    const late = action({ due: "2026-11-30", status: { option: "blocked" }, why: "No contract", lead: "Open Door" });
    expect(buildAgenda({ ...empty, actions: late })).toMatchObject([
      { part: "overdue", words: "Lend a car", detail: "Open Door: No contract", dueOn: "2026-11-30", path: "/tools/12#t12-sheet-1-step-1-action" },
    ]);
  });

  test("with what is blocked, and why; not with what is done or due today", () => {
    expect(buildAgenda({ ...empty, actions: action({ status: { option: "blocked" }, why: "No contract" }) })).toMatchObject([{ part: "blocked", detail: "No contract" }]);
    expect(buildAgenda({ ...empty, actions: action({ status: { option: "done" }, due: "2026-01-01" }) })).toEqual([]);
    expect(buildAgenda({ ...empty, actions: action({ due: "2026-12-01" }) })).toEqual([]);
  });

  test("with what nobody has changed for long, once, the longest first; not with what is done, overdue or blocked", () => {
    const lines = (["1", "2", "3", "4"] as const).flatMap((line) => [
      [`t12-sheet-1-step-${line}-action`, `Line ${line}`],
      ...(line === "3" ? [["t12-sheet-1-step-3-status", { option: "blocked" }]] : line === "4" ? [["t12-sheet-1-step-4-due", "2026-11-30"]] : []),
    ]);
    const actions = listActions(flow.plan.ideas, Object.fromEntries(lines) as never);
    const staleDays = new Map(actions.map(({ id }, index) => [id, 40 + index]));
    expect(buildAgenda({ ...empty, actions, staleDays }).map(({ part, words, detail }) => [part, words, detail])).toEqual([
      ["overdue", "Line 4", ""],
      ["blocked", "Line 3", ""],
      ["stale", "Line 2", "No change in 41 days."],
      ["stale", "Line 1", "No change in 40 days."],
    ]);
    expect(buildAgenda({ ...empty, actions: action({ lead: "Open Door" }), staleDays: new Map([["t12-sheet-1-step-1", 31]]) })).toMatchObject([{ part: "stale", detail: "Open Door: No change in 31 days." }]);
    expect(buildAgenda({ ...empty, actions: action({}), staleDays: new Map([["t12-sheet-1-step-1", 0]]) })).toEqual([]);
  });

  test("with assigned work that is overdue and not filled in, the longest overdue first", () => {
    const work = { name: "Section 1", tool: getTool(8), targetId: "t8-s1", assignee: personOf("p"), dueOn: "2026-10-01", isFilledIn: false };
    const parts = buildAgenda({ ...empty, actions: action({ due: "2026-11-30" }), assigned: [work, { ...work, isFilledIn: true }, { ...work, dueOn: null }] });
    expect(parts.map(({ words }) => words)).toEqual(["Tool 8: Section 1", "Lend a car"]);
  });

  test("with gaps that were rated since the last meeting, none before the first", () => {
    const records = { "t9-i1-1": { answer: 1, ...event("2026-11-20T10:00:00Z") }, "t9-i1-2": { answer: 2, ...event("2026-10-20T10:00:00Z") }, "t9-i1-3": { answer: 5, ...event("2026-11-20T10:00:00Z") } } as never;
    const { gaps } = buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged: new Set() });
    expect(buildAgenda({ ...empty, gaps })).toMatchObject([{ part: "gaps", detail: "1 Strongly Disagree", path: "/readiness/gaps/t9-i1-1", itemId: "t9-i1-1" }]);
    expect(buildAgenda({ ...empty, gaps, since: null })).toEqual([]);
  });

  test("with open comments by tool, and with what waits for a decision", () => {
    const priorities = [
      { rowId: "1", what: "Weekends", status: "considering", reason: "" },
      { rowId: "2", what: "Nights", status: "chosen", reason: "" },
    ] as const;
    const agenda = buildAgenda({ ...empty, priorities, openThreads: [{ tool: getTool(3), count: 2 }, { tool: getTool(4), count: 0 }] });
    expect(agenda.map(({ part, words, detail }) => [part, words, detail])).toEqual([
      ["comments", `Tool 3: ${getTool(3).title}`, "2 open conversations"],
      ["decide", "Weekends", "A priority that is being considered"],
    ]);
  });
});

import { expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { psCopeTool } from "@/content/ps-cope/named";
import type { Answers } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import type { PlanLink } from "@/lib/domain/plan/links";
import { findPathStep } from "@/lib/domain/plan/path-step";
import { buildTrace } from "@/lib/domain/plan/trace";

const flow = MAIN_TOOLKIT.planFlow!;
const ALL = { priorities: true, plan: true, evaluation: true };
const made = { by: personOf("a"), at: "2026-06-01T00:00:00.000Z" };
const rows = (...statuses: readonly string[]): Answers => ({ [flow.priorities.table]: statuses.map((status, index) => ({ id: `r${index}`, cells: { what: `Priority ${index}`, status } })) });
const base = { words: null, made, decided: null, removed: null };
const toIdea = (row: string, section: string): PlanLink => ({ ...base, id: row, kind: "priority-idea", from: { tool: flow.priorities.tool, target: `${flow.priorities.table}/${row}` }, to: { tool: psCopeTool("tool-12"), target: section } });
const toGoal = (section: string, sheet: string): PlanLink => ({ ...base, id: section, kind: "idea-goal", from: { tool: flow.plan.tool, target: section }, to: { tool: flow.evaluation.tool, target: sheet } });
const IDEA = { "t12-sheet-1-idea": "Follow-up", "t12-sheet-1-goal": "9 of 10" };
const ACTION = { "t12-sheet-1-step-1-action": "Hire two peers" };
const LED = { ...ACTION, "t12-sheet-1-step-1-lead": "Sergeant" };
const GOAL = { "t13-goal": "9 of 10" };
const MEASURED = { ...GOAL, "t13-questions": [{ id: "q", cells: { question: "Who?" } }] };

const cases: [string, Answers, PlanLink[], object | null][] = [
  ["gaps and nothing else", {}, [], { kind: "choose-priorities", gaps: 4, considering: 0 }],
  ["priorities of which none is chosen", rows("considering", "considering", "set-aside"), [], { kind: "choose-priorities", considering: 2 }],
  ["a chosen priority that is no idea", rows("considering", "chosen"), [], { kind: "develop", priority: { rowId: "r1" } }],
  ["an idea without an action", { ...rows("chosen"), ...IDEA }, [toIdea("r0", "t12-sheet-1")], { kind: "plan-actions", lacks: "actions" }],
  ["an idea whose actions nobody leads", { ...rows("chosen"), ...IDEA, ...ACTION }, [toIdea("r0", "t12-sheet-1")], { kind: "plan-actions", lacks: "owner" }],
  ["a goal that is not evaluated", { ...rows("chosen"), ...IDEA, ...LED }, [toIdea("r0", "t12-sheet-1")], { kind: "evaluate", idea: { place: { name: "Idea #1" } } }],
  ["a goal without an indicator", { ...rows("chosen"), ...IDEA, ...LED, ...GOAL }, [toIdea("r0", "t12-sheet-1"), toGoal("t12-sheet-1", "t13-plan")], { kind: "measure", goal: { place: { name: "Sheet 1" } } }],
  ["all of it", { ...rows("chosen"), ...IDEA, ...LED, ...MEASURED }, [toIdea("r0", "t12-sheet-1"), toGoal("t12-sheet-1", "t13-plan")], null],
  ["a plan that was written before there were priorities", { ...IDEA, ...LED, ...MEASURED }, [], null],
  ["an idea that is done", { ...IDEA, ...ACTION, "t12-sheet-1-step-1-status": { option: "done" }, ...MEASURED }, [], null],
];
test.each(cases)("with %s", (_, answers, links, step) => {
  const found = findPathStep({ trace: buildTrace(flow, links, answers), gaps: 4, mayChange: ALL });
  if (step === null) expect(found).toBeNull();
  else expect(found).toMatchObject(step);
});

test("passes over what the person can't change, and asks for no priority where there is no gap", () => {
  const trace = buildTrace(flow, [], rows("chosen"));
  expect(findPathStep({ trace, gaps: 4, mayChange: { ...ALL, plan: false } })).toBeNull();
  expect(findPathStep({ trace: buildTrace(flow, [], {}), gaps: 0, mayChange: ALL })).toBeNull();
  expect(findPathStep({ trace: buildTrace(flow, [], {}), gaps: 4, mayChange: { ...ALL, priorities: false } })).toBeNull();
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import { findLinkState } from "@/lib/domain/plan/link-state";
import { type LinkKind, type PlanLink, priorityTarget } from "@/lib/domain/plan/links";
import { buildTrace, countPlanned, findGapStop, formatPlanned, isIdeaTaken, type GapStop } from "@/lib/domain/plan/trace";
import { psCopeTool } from "@/content/ps-cope/named";

const flow = MAIN_TOOLKIT.planFlow!;
const by = { by: personOf("somebody"), at: "2026-06-04T10:00:00.000Z" };

let made = 0;
function link(kind: LinkKind, from: string, to: string, more: Partial<PlanLink> = {}): PlanLink {
  const tools = { "gap-priority": [psCopeTool("tool-9"), flow.priorities.tool], "priority-idea": [flow.priorities.tool, flow.plan.tool], "idea-goal": [flow.plan.tool, flow.evaluation.tool] } as const;
  const [a, b] = tools[kind];
  made += 1;
  return { id: `link-${made}`, kind, from: { tool: a, target: from }, to: { tool: b, target: to }, words: null, made: by, decided: null, removed: null, ...more };
}

const priority = (id: string, what: string, status = "considering") => ({ id, cells: { what, status } });
const row = (id: string) => priorityTarget(flow.priorities, id);
const rows = (...list: readonly ReturnType<typeof priority>[]): Answers => ({ [flow.priorities.table]: list });

describe("how the two ends of a link stand to each other", () => {
  test.each([
    [{ words: null, source: "", target: "" }, "nothing-yet"],
    [{ words: null, source: "Weekends", target: "" }, "suggested"],
    [{ words: null, source: "Weekends", target: "Our own" }, "suggested"],
    [{ words: null, source: " Weekends ", target: "Weekends" }, "settled"],
    [{ words: "Weekends", source: "Weekends", target: "Our own" }, "settled"],
    [{ words: "Weekends", source: "Weekends and nights", target: "Our own" }, "changed"],
    [{ words: "Weekends", source: "Weekends and nights", target: "Weekends and nights" }, "settled"],
    [{ words: "Weekends", source: "", target: "Our own" }, "source-gone"],
    [{ words: "Weekends", source: "Weekends", target: "" }, "target-gone"],
    [{ words: "", source: "Weekends", target: "Our own" }, "changed"],
  ] as const)("%j is %s", (texts, state) => {
    expect(findLinkState(texts)).toBe(state);
  });

  test("is settled by either answer, whatever the texts are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (target, source) => {
        fc.pre(source.trim() !== "" && target.trim() !== "");
        expect(findLinkState({ words: source, source, target })).toBe("settled");
        expect(findLinkState({ words: source, source, target: source })).toBe("settled");
      }),
    );
  });
});

describe("the way of a gap", () => {
  const links = [link("gap-priority", "t9-c4-2", row("a")), link("gap-priority", "t3-6", row("a")), link("priority-idea", row("a"), "t12-sheet-1"), link("idea-goal", "t12-sheet-1", "t13-plan")];
  const answers: Answers = {
    ...rows(priority("a", "Nobody follows up on weekends", "chosen")),
    "t12-sheet-1-idea": "Follow-up within 48 hours",
    "t12-sheet-1-step-1-action": "Hire two peers",
    "t13-goal": "9 of 10",
    "t13-questions": [{ id: "q1", cells: { question: "Are people offered it?" } }],
  };
  const stops: [string, PlanLink[], Answers, GapStop][] = [
    ["has not begun", [], {}, "rated"],
    ["a priority", links.slice(0, 1), rows(priority("a", "x")), "priority"],
    ["a priority that was set aside", links.slice(0, 1), rows(priority("a", "x", "set-aside")), "set-aside"],
    ["a priority whose row was removed", links.slice(0, 1), {}, "gone"],
    ["an idea", links.slice(0, 3), rows(priority("a", "x")), "idea"],
    ["an idea with actions", links.slice(0, 3), answers, "actions"],
    ["a goal", links, { ...answers, "t13-questions": [] }, "goal"],
    ["a goal that is measured", links, answers, "indicators"],
    ["an idea also where the priority's row was removed since", links.slice(0, 3), { "t12-sheet-1-idea": "Follow-up" }, "idea"],
  ];
  test.each(stops)("%s", (_, some, said, stop) => {
    expect(findGapStop(buildTrace(flow, some, said), "t9-c4-2")).toBe(stop);
  });

  test("a removed link leads nowhere, and is told of once, until there is another", () => {
    const removed = link("gap-priority", "t9-c4-2", row("a"), { removed: by });
    const earlier = link("gap-priority", "t9-c4-2", row("b"), { removed: { ...by, at: "2026-01-01T00:00:00.000Z" } });
    const trace = buildTrace(flow, [earlier, removed], rows(priority("a", "x")));
    expect(findGapStop(trace, "t9-c4-2")).toBe("rated");
    expect(trace.removed).toEqual([removed]);
    expect(trace.priorities).toMatchObject([{ rowId: "a", isThere: true, gapLinks: [] }]);
    expect(buildTrace(flow, [earlier, removed, link("gap-priority", "t9-c4-2", row("c"))], rows(priority("a", "x"))).removed).toEqual([]);
  });

  test("an idea is free until something stands on it or a priority became it", () => {
    const free = (some: PlanLink[], said: Answers) => buildTrace(flow, some, said).ideas.filter((idea) => !isIdeaTaken(idea)).map(({ place }) => place.name);
    expect(free([], {})).toEqual(["Idea #1", "Idea #2", "Idea #3", "Idea #4"]);
    expect(free([link("priority-idea", row("a"), "t12-sheet-2")], { "t12-sheet-1-step-3-lead": "Sergeant" })).toEqual(["Idea #3", "Idea #4"]);
  });

  test("whatever is removed at either end, every other text and every link is still there", () => {
    const texts = ["t12-sheet-1-idea", "t12-sheet-1-step-1-action", "t13-goal", "t13-questions", flow.priorities.table] as const;
    fc.assert(
      fc.property(fc.subarray([...texts]), fc.subarray(links), (cleared, unlinked) => {
        const left = Object.fromEntries(Object.entries(answers).filter(([id]) => !(cleared as string[]).includes(id)));
        const now = links.map((one) => (unlinked.includes(one) ? { ...one, removed: by } : one));
        const trace = buildTrace(flow, now, left);
        if (!cleared.includes(flow.priorities.table)) expect(trace.priorities.some(({ what }) => what === "Nobody follows up on weekends")).toBe(true);
        if (!cleared.includes("t12-sheet-1-idea")) expect(trace.ideas[0]?.words).toBe("Follow-up within 48 hours");
        if (!cleared.includes("t12-sheet-1-step-1-action")) expect(trace.ideas[0]?.actions).toHaveLength(1);
        if (!cleared.includes("t13-goal")) expect(trace.goals[0]?.words).toBe("9 of 10");
        const held = [...trace.priorities.flatMap((one) => [...one.gapLinks, one.ideaLink]), ...trace.ideas.map((one) => one.goalLink), ...trace.removed].filter((one) => one !== null);
        expect(held.map(({ id }) => id).sort()).toEqual(links.map(({ id }) => id).sort());
      }),
    );
  });
});

test.each([
  [[], "No gaps"],
  [["rated"], "0 of 1 gap is in the plan"],
  [["idea"], "1 of 1 gap is in the plan"],
  [["idea", "indicators", "priority", "rated", "set-aside"], "2 of 5 gaps are in the plan, 1 more is a priority"],
  [["priority", "priority", "gone"], "0 of 3 gaps are in the plan, 2 more are priorities"],
] as const)("counts %j as “%s”", (stops, words) => {
  expect(formatPlanned(countPlanned(stops))).toBe(words);
});

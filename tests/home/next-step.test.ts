import { describe, expect, it } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import { getTool, refTo, TOOLS, type ToolNumber } from "@/tests/support/tools";
import type { MyAssignment } from "@/lib/assignments/assignment";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import { personOf } from "@/lib/domain/people/person";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import type { PathStep } from "@/lib/domain/plan/path-step";
import { findStartWith } from "@/lib/domain/readiness/first-picks";
import { findNextStep, type ToolStanding } from "@/lib/home/next-step";

function mine(tool: ToolNumber, more: Partial<MyAssignment> = {}): MyAssignment {
  return {
    assignmentId: `a${tool}`,
    toolRef: refTo(tool),
    targetId: "",
    assignee: personOf("me"),
    isMine: true,
    assigned: { by: personOf("other"), at: "2026-11-01T00:00:00.000Z" },
    dueOn: null,
    isAccepted: true,
    handedBack: null,
    progress: { answered: 1, total: 9 },
    words: "",
    blanks: [],
    ...more,
  };
}

function standing(tool: ToolNumber, status: ToolStanding["status"], answered: number, total: number): ToolStanding {
  return { tool: getTool(tool), status, progress: { answered, total } };
}

const start = (() => {
  const answers = Object.fromEntries([4, 3, 2].map((rating, index) => [`t9-i1-${index + 1}`, { answer: rating as 2, by: personOf("a"), at: "2026-01-01T00:00:00.000Z" }]));
  const strong = Object.fromEntries([4, 4, 4, 4].map((rating, index) => [`t9-i2-${index + 1}`, { answer: rating as 4, by: personOf("a"), at: "2026-01-01T00:00:00.000Z" }]));
  return findStartWith(buildReadiness({ tools: TOOLS, elements, answers: { ...answers, ...strong }, flagged: new Set() }));
})();

const TOOLS_HERE = [standing(1, "not-started", 0, 36), standing(3, "in-progress", 9, 12), standing(8, "in-progress", 20, 26)];

const NOTHING = { path: null, isPriority: () => false, rounds: [] };
interface More { readonly rounds?: readonly AskedRound[]; readonly path?: PathStep; readonly isPriority?: (itemId: string) => boolean }
const next = (situation: Omit<Parameters<typeof findNextStep>[0], keyof typeof NOTHING>, more: More = {}) =>
  findNextStep({ ...situation, ...NOTHING, ...more });

describe("what is next", () => {
  it("is what is assigned to the person before anything else, the first due first", () => {
    const found = next({ mine: [mine(10, { dueOn: "2026-12-05" }), mine(8)], start, isAssessed: true, tools: TOOLS_HERE });
    expect(found).toMatchObject({ kind: "mine", assignment: { toolRef: refTo(10) } });
  });

  it("is a round that waits for the person's ratings, unless something of theirs is due before its day", () => {
    const round = (untilOn: string | null): AskedRound => ({ roundId: "r", number: 2, tool: refTo(9), items: 12, untilOn, opened: { by: personOf("lead"), at: "2026-11-01T00:00:00.000Z" } });
    const find = (untilOn: string | null, dueOn: string | null) => next({ mine: [mine(10, { dueOn })], start, isAssessed: true, tools: TOOLS_HERE }, { rounds: [round(untilOn)] }).kind;
    expect([find(null, null), find("2026-12-04", null), find("2026-12-04", "2026-12-04")]).toEqual(["round", "round", "round"]);
    expect([find("2026-12-04", "2026-12-03"), find(null, "2026-12-03")]).toEqual(["mine", "mine"]);
    expect(next({ mine: [], start, isAssessed: true, tools: TOOLS_HERE }, { rounds: [round(null)] })).toMatchObject({ kind: "round", round: { number: 2 } });
  });

  it("passes over what is filled in or was handed back", () => {
    const done = mine(10, { progress: { answered: 9, total: 9 } });
    const back = mine(8, { handedBack: { note: "" } });
    expect(next({ mine: [done, back, mine(12)], start: null, isAssessed: false, tools: TOOLS_HERE })).toMatchObject({ kind: "mine", assignment: { toolRef: refTo(12) } });
  });

  it("is what the team is to start with once it is assessed, and not before", () => {
    expect(next({ mine: [], start, isAssessed: true, tools: TOOLS_HERE })).toMatchObject({ kind: "gap", isFirstStep: false, pick: { gap: { itemId: "t9-i1-3" } } });
    expect(next({ mine: [], start, isAssessed: false, tools: TOOLS_HERE }).kind).toBe("tool");
  });

  it("is the next stop from gaps to goals before that, with the gap to begin with where priorities are to be chosen", () => {
    const situation = { mine: [], start, isAssessed: true, tools: TOOLS_HERE };
    const path = { kind: "choose-priorities", gaps: 2, considering: 0 } as const;
    expect(next(situation, { path })).toMatchObject({ kind: "path", step: path, pick: { gap: { itemId: "t9-i1-3" } } });
    expect(next({ ...situation, isAssessed: false }, { path }).kind).toBe("tool");
    expect(next({ ...situation, mine: [mine(8)] }, { path }).kind).toBe("mine");
  });

  it("passes over a gap that is a priority already", () => {
    expect(next({ mine: [], start, isAssessed: true, tools: TOOLS_HERE }, { isPriority: (itemId) => itemId === "t9-i1-3" }).kind).toBe("tool");
  });

  it("is then the begun tool with the fewest blanks, not the next number", () => {
    expect(next({ mine: [], start: null, isAssessed: false, tools: TOOLS_HERE })).toMatchObject({ kind: "tool", tool: { number: 3 }, isStarted: true });
  });

  it("is then the first that nobody has begun, and one that is there to be read last", () => {
    const tools = [standing(7, "not-started", 0, 0), standing(2, "not-started", 0, 20), standing(1, "complete", 36, 36)];
    expect(next({ mine: [], start: null, isAssessed: false, tools })).toMatchObject({ kind: "tool", tool: { number: 2 }, isStarted: false });
  });

  it("is nothing once every tool is complete and nothing is low", () => {
    expect(next({ mine: [], start: { kind: "nothing-low" }, isAssessed: true, tools: [standing(1, "complete", 1, 1)] })).toEqual({ kind: "all-complete" });
  });
});

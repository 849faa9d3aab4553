import { isGoalTaken, isIdeaTaken, type Trace, type TracedGoal, type TracedIdea, type TracedPriority } from "./trace";

/** What is next on the way from gaps to goals that are measured. */
export type PathStep =
  | { readonly kind: "choose-priorities"; /** How many gaps there are to choose from. */ readonly gaps: number; /** Priorities that nobody has decided about. */ readonly considering: number }
  | { readonly kind: "develop"; readonly priority: TracedPriority }
  | { readonly kind: "plan-actions"; readonly idea: TracedIdea; readonly lacks: "actions" | "owner" }
  | { readonly kind: "evaluate"; readonly idea: TracedIdea }
  | { readonly kind: "measure"; readonly goal: TracedGoal };

interface PathSituation {
  readonly trace: Trace;
  /** What is rated low, answered No, or partly there. */
  readonly gaps: number;
  /** Which of the three tools the person may change now. */
  readonly mayChange: { readonly priorities: boolean; readonly plan: boolean; readonly evaluation: boolean };
}

/**
 * The earliest stop at which something waits for the next one; null when nothing does:
 * 1. gaps, and no priority or idea at all, or priorities of which none is chosen: choose;
 * 2. a chosen priority that is no idea yet;
 * 3. an idea without an action, then one of whose open actions none has anybody who leads it;
 * 4. an idea's goal, while no goal is evaluated at all, or its priorities are the team's and it has no sheet;
 * 5. a goal's sheet without an indicator.
 * A stop whose tool the person can't change is passed over.
 */
export function findPathStep({ trace, gaps, mayChange }: PathSituation): PathStep | null {
  const { priorities, ideas, goals } = trace;
  const there = priorities.filter(({ isThere, status }) => isThere && status !== "set-aside");
  const taken = ideas.filter(isIdeaTaken);
  const considering = there.filter(({ status }) => status === "considering").length;
  if (mayChange.priorities && gaps > 0 && taken.length === 0 && considering === there.length) return { kind: "choose-priorities", gaps, considering };
  if (mayChange.plan) {
    const priority = there.find(({ status, ideaLink }) => status === "chosen" && ideaLink === null);
    if (priority) return { kind: "develop", priority };
    const begun = taken.filter(({ words, goal, links }) => words !== "" || goal !== "" || links.length > 0);
    const idle = begun.find(({ actions }) => actions.length === 0);
    if (idle) return { kind: "plan-actions", idea: idle, lacks: "actions" };
    const alone = begun.find(({ actions }) => actions.some(({ status }) => status !== "done") && actions.every(({ owner, lead }) => owner === null && lead === ""));
    if (alone) return { kind: "plan-actions", idea: alone, lacks: "owner" };
  }
  if (!mayChange.evaluation) return null;
  const isAnyEvaluated = goals.some(isGoalTaken);
  const unevaluated = taken.find(({ goal, goalLink, links }) => goal !== "" && goalLink === null && (!isAnyEvaluated || links.length > 0));
  if (unevaluated) return { kind: "evaluate", idea: unevaluated };
  const unmeasured = goals.find((goal) => goal.indicators.length === 0 && (goal.words !== "" || goal.links.length > 0));
  return unmeasured ? { kind: "measure", goal: unmeasured } : null;
}

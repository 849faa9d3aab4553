import { type Answers, type TableRow } from "@/lib/domain/answer/answers";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import { type Action, listIdeaActions } from "./actions";
import { type PlanLink, priorityTarget, rowOfTarget } from "./links";
import type { GoalPlace, IdeaPlace, PlanFlow } from "./plan-flow";
import { listPriorities, type Priority } from "./priorities";

/** A gap as others name it. */
export interface TracedGap {
  readonly itemId: string;
  readonly tool: ToolName;
  /** The statement in full. */
  readonly words: string;
  /** "Component 4" */
  readonly area: string;
}

export interface TracedPriority extends Priority {
  /** False once its row was removed or emptied: the links to it tell that it was there. */
  readonly isThere: boolean;
  readonly gapLinks: readonly PlanLink[];
  readonly ideaLink: PlanLink | null;
}

export interface TracedIdea {
  readonly place: IdeaPlace;
  readonly words: string;
  readonly goal: string;
  readonly actions: readonly Action[];
  readonly links: readonly PlanLink[];
  readonly goalLink: PlanLink | null;
}

/** An evaluation question with its indicators: a row of a goal's sheet. */
export interface TracedIndicator {
  readonly rowId: string;
  readonly question: string;
  readonly indicator: string;
}

export interface TracedGoal {
  readonly place: GoalPlace;
  readonly words: string;
  readonly indicators: readonly TracedIndicator[];
  readonly links: readonly PlanLink[];
}

/** The whole way of a team's gaps: what each became, and where each thing came from. */
export interface Trace {
  /** In the team's order; those that are only left in links come last. */
  readonly priorities: readonly TracedPriority[];
  /** All there are, in printed order, blank or not. */
  readonly ideas: readonly TracedIdea[];
  readonly goals: readonly TracedGoal[];
  /** What was taken apart and not put together again, the latest first. */
  readonly removed: readonly PlanLink[];
}

const textOf = (answers: Answers, itemId: string): string => {
  const answer = answers[itemId];
  return typeof answer === "string" ? answer.trim() : "";
};

/** Ends that are linked: of what was removed only the latest of each that is not linked again. */
function findRemoved(links: readonly PlanLink[]): PlanLink[] {
  const key = ({ kind, from }: PlanLink) => `${kind} ${from.target}`;
  const linked = new Set(links.filter(({ removed }) => !removed).map(key));
  const latest = new Map<string, PlanLink>();
  for (const link of links.filter(({ removed }) => removed).sort((a, b) => ((a.removed?.at ?? "") < (b.removed?.at ?? "") ? 1 : -1))) {
    if (!linked.has(key(link)) && !latest.has(key(link))) latest.set(key(link), link);
  }
  return [...latest.values()];
}

function listIndicators({ indicators, columns }: GoalPlace, answers: Answers): TracedIndicator[] {
  const rows = (answers[indicators] as readonly TableRow[] | undefined) ?? [];
  return rows.flatMap(({ id, cells }) => {
    const [question = "", indicator = ""] = [columns.question, columns.indicator].map((column) => (cells[column] ?? "").trim());
    return question === "" && indicator === "" ? [] : [{ rowId: id, question, indicator }];
  });
}

/** @param answers of the tools that the reader may open; what stands in others is blank here. */
export function buildTrace(flow: PlanFlow, links: readonly PlanLink[], answers: Answers): Trace {
  const live = links.filter(({ removed }) => !removed);
  const to = (kind: PlanLink["kind"], target: string) => live.filter((link) => link.kind === kind && link.to.target === target);
  const from = (kind: PlanLink["kind"], target: string) => live.find((link) => link.kind === kind && link.from.target === target) ?? null;
  const priorityOf = (priority: Priority, isThere: boolean): TracedPriority => {
    const target = priorityTarget(flow.priorities, priority.rowId);
    return { ...priority, isThere, gapLinks: to("gap-priority", target), ideaLink: from("priority-idea", target) };
  };
  const there = listPriorities(flow.priorities, answers);
  const named = live.flatMap((link) => (link.kind === "gap-priority" ? [link.to.target] : link.kind === "priority-idea" ? [link.from.target] : []));
  const gone = [...new Set(named)].flatMap((target) => rowOfTarget(target) ?? []).filter((rowId) => !there.some((one) => one.rowId === rowId));
  return {
    priorities: [
      ...there.map((priority) => priorityOf(priority, true)),
      ...gone.map((rowId) => priorityOf({ rowId, what: "", status: "considering", reason: "" }, false)),
    ],
    ideas: flow.plan.ideas.map((place) => ({
      place,
      words: textOf(answers, place.idea),
      goal: textOf(answers, place.goal),
      actions: listIdeaActions(place, answers),
      links: to("priority-idea", place.section),
      goalLink: from("idea-goal", place.section),
    })),
    goals: flow.evaluation.goals.map((place) => ({
      place,
      words: textOf(answers, place.goal),
      indicators: listIndicators(place, answers),
      links: to("idea-goal", place.section),
    })),
    removed: findRemoved(links),
  };
}

/** The priority that a gap became; null while it is none. */
export function priorityOfGap({ priorities }: Pick<Trace, "priorities">, itemId: string): TracedPriority | null {
  return priorities.find(({ gapLinks }) => gapLinks.some(({ from }) => from.target === itemId)) ?? null;
}

export function ideaOfPriority({ ideas }: Pick<Trace, "ideas">, { ideaLink }: Pick<TracedPriority, "ideaLink">): TracedIdea | null {
  return (ideaLink && ideas.find(({ place }) => place.section === ideaLink.to.target)) ?? null;
}

export function goalOfIdea({ goals }: Pick<Trace, "goals">, { goalLink }: Pick<TracedIdea, "goalLink">): TracedGoal | null {
  return (goalLink && goals.find(({ place }) => place.section === goalLink.to.target)) ?? null;
}

/** The priorities that an idea came from. */
export function prioritiesOfIdea({ priorities }: Pick<Trace, "priorities">, section: string): TracedPriority[] {
  return priorities.filter(({ ideaLink }) => ideaLink?.to.target === section);
}

/** Whether anything is written on an idea's sheet, or a priority became it: then it is no free one. */
export function isIdeaTaken({ words, goal, actions, links }: TracedIdea): boolean {
  return words !== "" || goal !== "" || actions.length > 0 || links.length > 0;
}

export function isGoalTaken({ words, indicators, links }: TracedGoal): boolean {
  return words !== "" || indicators.length > 0 || links.length > 0;
}

/** How far a gap has come. "set-aside" and "gone": its priority was set aside, or removed. */
export type GapStop = "rated" | "gone" | "set-aside" | "priority" | "idea" | "actions" | "goal" | "indicators";

export const GAP_STOP_LABELS: Record<GapStop, string> = {
  rated: "Not a priority yet",
  gone: "Its priority was removed",
  "set-aside": "Set aside",
  priority: "A priority",
  idea: "An idea",
  actions: "In the plan, with actions",
  goal: "In the plan, with a goal",
  indicators: "In the plan, and measured",
};

export function findGapStop(trace: Trace, itemId: string): GapStop {
  const priority = priorityOfGap(trace, itemId);
  if (!priority) return "rated";
  const idea = ideaOfPriority(trace, priority);
  if (idea) {
    const goal = goalOfIdea(trace, idea);
    if (goal) return goal.indicators.length > 0 ? "indicators" : "goal";
    return idea.actions.length > 0 ? "actions" : "idea";
  }
  if (!priority.isThere) return "gone";
  return priority.status === "set-aside" ? "set-aside" : "priority";
}

/** In the plan is what became an idea of it; a priority is on the way there. */
export function isInPlan(stop: GapStop): boolean {
  return stop === "idea" || stop === "actions" || stop === "goal" || stop === "indicators";
}

export interface PlannedCount {
  readonly gaps: number;
  readonly inPlan: number;
  /** Priorities that are not in the plan yet. */
  readonly priorities: number;
}

/** How many of these gaps are in the plan, and how many more are a priority. */
export function countPlanned(stops: readonly GapStop[]): PlannedCount {
  return {
    gaps: stops.length,
    inPlan: stops.filter(isInPlan).length,
    priorities: stops.filter((stop) => stop === "priority").length,
  };
}

/** "2 of 5 gaps are in the plan, 1 more is a priority" */
export function formatPlanned({ gaps, inPlan, priorities }: PlannedCount): string {
  if (gaps === 0) return "No gaps";
  const plan = `${inPlan} of ${gaps} ${gaps === 1 ? "gap" : "gaps"} ${inPlan === 1 || gaps === 1 ? "is" : "are"} in the plan`;
  return priorities === 0 ? plan : `${plan}, ${priorities} more ${priorities === 1 ? "is a priority" : "are priorities"}`;
}

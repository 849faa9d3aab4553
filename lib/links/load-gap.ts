import "server-only";
import { getTool } from "@/content/toolkits";
import type { Action } from "@/lib/domain/plan/actions";
import { findGapStop, type GapStop, goalOfIdea, ideaOfPriority, priorityOfGap, type Trace, type TracedIndicator } from "@/lib/domain/plan/trace";
import type { PriorityStatus } from "@/lib/domain/plan/priority-status";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { findOpenTool } from "@/lib/responses/tool-access";
import { type Choice, listGoalChoices, listIdeaChoices } from "./carry-words";
import type { GapItem } from "./gap-items";
import { gapLines, type GapLines, goalPlace, ideaPlace, pathTo, type RemovedLink, removedOf, type SheetSource } from "./link-places";
import { FLOW, loadTrace, type PathAnswers } from "./load-trace";

/** A priority that can be joined. */
export interface PriorityChoice {
  readonly rowId: string;
  readonly what: string;
}

/** Where one stop of a gap's way is worked on. */
interface Stop {
  /** "Tool 8" */
  readonly toolLabel: string;
  /** After the team's address; null where the reader may not open it: then nothing else of it is told. */
  readonly path: string | null;
}

export interface StoryPriority extends Stop {
  readonly linkId: string;
  readonly rowId: string;
  readonly what: string;
  readonly status: PriorityStatus;
  readonly reason: string;
  readonly isThere: boolean;
  readonly made: ReportEvent;
  /** The other gaps it came from. */
  readonly others: GapLines;
}

export interface StoryIdea extends Stop {
  readonly section: string;
  /** "Idea #1" */
  readonly name: string;
  readonly words: string;
  readonly goal: string;
  readonly source: SheetSource | null;
  readonly actions: readonly Action[];
}

export interface StoryGoal extends Stop {
  readonly section: string;
  readonly name: string;
  readonly words: string;
  readonly source: SheetSource | null;
  readonly indicators: readonly TracedIndicator[];
}

/** What became of one gap, as far as the reader's tools tell it. */
export interface GapStory {
  readonly stop: GapStop;
  readonly priority: StoryPriority | null;
  readonly idea: StoryIdea | null;
  readonly goal: StoryGoal | null;
  readonly removed: readonly RemovedLink[];
  /** What the reader may do next here; each null where they may not. */
  readonly priorityChoices: readonly PriorityChoice[] | null;
  readonly ideaChoices: readonly Choice[] | null;
  readonly goalChoices: readonly Choice[] | null;
}

/** @param answers as `loadTrace` */
export async function loadGapStory(context: TeamContext, gap: GapItem, answers?: PathAnswers): Promise<GapStory> {
  const trace = await loadTrace(context, answers);
  const priority = priorityOfGap(trace, gap.itemId);
  const idea = priority && ideaOfPriority(trace, priority);
  const goal = idea && goalOfIdea(trace, idea);
  const link = priority?.gapLinks.find(({ from }) => from.target === gap.itemId);
  const may = (tool: Parameters<typeof findOpenTool>[1]) => isAllowedInTeam(context.role, "response:edit") && findOpenTool(context, tool) !== null;
  const ends = new Set([gap.itemId, ...(link ? [link.to.target] : []), ...(idea ? [idea.place.section] : [])]);
  return {
    stop: findGapStop(trace, gap.itemId),
    priority: priority && link ? {
      ...stopAt(context, FLOW.priorities.tool, FLOW.priorities.table),
      linkId: link.id,
      rowId: priority.rowId,
      what: priority.what,
      status: priority.status,
      reason: priority.reason,
      isThere: priority.isThere,
      made: link.made,
      others: gapLines(context, priority.gapLinks.filter((one) => one !== link)),
    } : null,
    idea: idea && {
      ...stopAt(context, FLOW.plan.tool, idea.place.section),
      section: idea.place.section,
      name: idea.place.name,
      words: idea.words,
      goal: idea.goal,
      source: ideaPlace(context, trace, idea).sources.find(({ linkId }) => linkId === priority?.ideaLink?.id) ?? null,
      actions: idea.actions,
    },
    goal: goal && {
      ...stopAt(context, FLOW.evaluation.tool, goal.place.section),
      section: goal.place.section,
      name: goal.place.name,
      words: goal.words,
      source: goalPlace(context, trace, goal).sources.find(({ linkId }) => linkId === idea.goalLink?.id) ?? null,
      indicators: goal.indicators,
    },
    removed: removedOf(context, trace, ({ from }) => ends.has(from.target), ["gap-priority", "priority-idea", "idea-goal"]),
    priorityChoices: may(FLOW.priorities.tool) ? listPriorityChoices(trace) : null,
    ideaChoices: may(FLOW.priorities.tool) && may(FLOW.plan.tool) ? listIdeaChoices(trace) : null,
    goalChoices: may(FLOW.plan.tool) && may(FLOW.evaluation.tool) ? listGoalChoices(trace) : null,
  };
}

/** Priorities that further gaps can join. */
export function listPriorityChoices({ priorities }: Trace): readonly PriorityChoice[] {
  return priorities.filter(({ isThere, status }) => isThere && status !== "set-aside").map(({ rowId, what }) => ({ rowId, what }));
}

function stopAt(context: TeamContext, tool: Parameters<typeof pathTo>[0], anchor: string): Stop {
  return { toolLabel: getTool(tool).label, path: findOpenTool(context, tool) ? pathTo(tool, anchor) : null };
}

import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { PlanLink } from "@/lib/domain/plan/links";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { buildTrace, prioritiesOfIdea, type Trace, type TracedGap, type TracedPriority } from "@/lib/domain/plan/trace";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers, NO_ANSWERS, type TeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { findLinkedGap } from "./gap-items";
import { listLinks } from "./read-links";

/** Where gaps go: of the toolkit that every team works with. */
export const FLOW: PlanFlow = (() => {
  const { planFlow } = MAIN_TOOLKIT;
  if (!planFlow) throw new RangeError("the main toolkit says nowhere where its gaps go");
  return planFlow;
})();

const PLAN_TOOLS: readonly ToolRef[] = [FLOW.priorities.tool, FLOW.plan.tool, FLOW.evaluation.tool];

/** The tools that a team's gaps go through, of those that the reader may open. */
export function listPathTools(context: TeamContext): readonly ToolRef[] {
  return PLAN_TOOLS.filter((ref) => findOpenTool(context, ref));
}

/** The answers of these tools. Whatever tells of the way of gaps can be handed them: a page reads them once. */
export async function loadPathAnswers(context: TeamContext): Promise<TeamAnswers> {
  const open = listPathTools(context);
  return open.length > 0 ? getTeamAnswers(context, open) : NO_ANSWERS;
}

/** Read already, or being read. */
export type PathAnswers = Pick<TeamAnswers, "answers"> | Promise<Pick<TeamAnswers, "answers">>;

/**
 * The whole way of a team's gaps, as far as the reader's tools tell it.
 * @param known the answers of its tools, where they are read for more than that
 */
export async function loadTrace(context: TeamContext, known: PathAnswers = loadPathAnswers(context)): Promise<Trace> {
  const [links, { answers }] = await Promise.all([listLinks(context), known]);
  return buildTrace(FLOW, links, answers);
}

/** The gaps at the other end of these links that the reader may see; those of tools that are not shared with them are counted. */
export function gapsOfLinks(context: TeamContext, links: readonly PlanLink[]): { readonly gaps: readonly TracedGap[]; readonly hidden: number } {
  const found = links.map(({ from }) => (findOpenTool(context, from.tool) ? findLinkedGap(from) : null));
  const gaps = found.filter((gap) => gap !== null).map(({ itemId, tool, words, area }) => ({ itemId, tool, words, area }));
  return { gaps, hidden: links.length - gaps.length };
}

/**
 * Why each idea of the plan is there: its gaps by the idea's section, ideas that came from none left out. From a plan one can
 * always get back to why.
 */
export function gapsByIdea(context: TeamContext, trace: Trace): ReadonlyMap<string, readonly TracedGap[]> {
  const gapsOf = (priorities: readonly TracedPriority[]) => gapsOfLinks(context, priorities.flatMap(({ gapLinks }) => gapLinks)).gaps;
  const found = trace.ideas.map(({ place }) => [place.section, gapsOf(prioritiesOfIdea(trace, place.section))] as const);
  return new Map(found.filter(([, gaps]) => gaps.length > 0));
}

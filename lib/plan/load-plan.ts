import "server-only";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { listActions } from "@/lib/domain/plan/actions";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { planAction, type PlannedAction } from "@/lib/domain/plan/planned-action";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { nameOf, toolKey, type ToolName, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { loadToolSince } from "@/lib/since/load-since";
import { readActionMoments } from "./action-moments";
import { findPlanNews } from "./plan-news";

/** Where the main toolkit's plan lies. */
export const PLAN: PlanFlow["plan"] = requirePlan();

function requirePlan(): PlanFlow["plan"] {
  if (!MAIN_TOOLKIT.planFlow) throw new Error("the main toolkit says where its plan lies");
  return MAIN_TOOLKIT.planFlow.plan;
}

/** An idea that has actions, or could get some. */
export interface PlanIdea {
  readonly section: string;
  /** "Idea #1" */
  readonly name: string;
  /** The team's words for it; empty while there are none. */
  readonly title: string;
}

export interface Plan {
  readonly tool: ToolName;
  readonly ideas: readonly PlanIdea[];
  /** Idea by idea, as they stand in the tool. */
  readonly actions: readonly PlannedAction[];
  /** Why nothing of it can be changed; null while it can. */
  readonly frozen: "complete" | "locked" | null;
  /** Number of the newest save: what comes later is not in it. */
  readonly seq: number;
  readonly since: {
    /** As of when the news are. */
    readonly at: string;
    /** When the reader last looked at all of the tool, or at all that was new in the team; null when never. */
    readonly lookedAt: string | null;
  };
}

/** A team's plan, as one person sees it. @throws RangeError for somebody who may not open its tool. */
export async function loadPlan(context: TeamContext): Promise<Plan> {
  const { tool: ref, ideas } = PLAN;
  if (!findOpenTool(context, ref)) throw new RangeError(`${toolKey(ref)} is not open to this person`);
  // The number first: what is saved meanwhile is followed, at worst twice.
  const { seq, moments } = await readHistory(context, ref);
  const [{ answers, tools }, since] = await Promise.all([getTeamAnswers(context, [ref]), loadToolSince(context, ref)]);
  const { actions: news } = findPlanNews(ideas, answers, since.news?.items ?? []);
  return {
    tool: nameOf(getTool(ref)),
    ideas: ideas.map(({ section, name, idea }) => ({ section, name, title: textOf(answers, idea) })),
    actions: listActions(ideas, answers).map((action) => planAction(action, moments.get(action.id) ?? { changedAt: null, movedAt: null }, news.get(action.id) ?? null)),
    frozen: findFrozen(tools.get(toolKey(ref))),
    seq,
    since: { at: since.at, lookedAt: since.lookedAt },
  };
}

/** The actions alone, for what shows some of them among other things: no news. Empty for whoever may not open the tool. */
export async function listPlannedActions(context: TeamContext): Promise<readonly PlannedAction[]> {
  const { tool: ref, ideas } = PLAN;
  if (!findOpenTool(context, ref)) return [];
  const [{ moments }, { answers, tools }] = await Promise.all([readHistory(context, ref), getTeamAnswers(context, [ref])]);
  if (tools.size === 0) return [];
  return listActions(ideas, answers).map((action) => planAction(action, moments.get(action.id) ?? { changedAt: null, movedAt: null }, null));
}

async function readHistory(context: TeamContext, ref: ToolRef) {
  return withAgencyConnection(context, async (client) => {
    const { rows } = await client.query<{ seq: string }>(
      "select last_seq as seq from response where agency_id = $1 and team_id = $2 and toolkit_id = $3 and tool_id = $4",
      [context.agencyId, context.teamId, ref.toolkitId, ref.toolId],
    );
    return { seq: Number(rows[0]?.seq ?? 0), moments: await readActionMoments(client, context, ref, PLAN.ideas) };
  });
}

function textOf(answers: Answers, itemId: string): string {
  const answer = answers[itemId];
  return typeof answer === "string" ? answer.trim() : "";
}

export function findFrozen(meta: ToolReportMeta | undefined): Plan["frozen"] {
  if (meta?.locked) return "locked";
  return meta?.completed ? "complete" : null;
}

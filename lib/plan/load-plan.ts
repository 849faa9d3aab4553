import "server-only";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { listActions } from "@/lib/domain/plan/actions";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { type ActionMoments, planAction, type PlannedAction } from "@/lib/domain/plan/planned-action";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { nameOf, toolKey, type ToolName } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { getTeamAnswers, type TeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { loadToolSince } from "@/lib/since/load-since";
import { readActionMoments } from "./action-moments";
import { keepMoments, type Moments } from "./kept-moments";
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

/** What a plan is made of beside its history; read for other things too, the promise of it is handed on. */
type PlanAnswers = Promise<Pick<TeamAnswers, "answers" | "tools">>;

/** A team's plan, as one person sees it. @throws RangeError for somebody who may not open its tool. */
export async function loadPlan(context: TeamContext): Promise<Plan> {
  const { tool: ref } = PLAN;
  const seq = await readPlanSeq(context);
  return loadPlanFrom(context, seq, getTeamAnswers(context, [ref]));
}

/**
 * The same from answers that are read for more than the plan.
 * @param seq from `readPlanSeq`, before the answers were read
 */
export async function loadPlanFrom(context: TeamContext, seq: number, answered: PlanAnswers): Promise<Plan> {
  const { tool: ref, ideas } = PLAN;
  const [{ answers, tools }, moments, since] = await Promise.all([answered, loadMoments(context, seq), loadToolSince(context, ref)]);
  const { actions: news } = findPlanNews(ideas, answers, since.news?.items ?? []);
  return {
    tool: nameOf(getTool(ref)),
    ideas: ideas.map(({ section, name, idea }) => ({ section, name, title: textOf(answers, idea) })),
    actions: listActions(ideas, answers).map((action) => planAction(action, moments.get(action.id) ?? UNKNOWN, news.get(action.id) ?? null)),
    frozen: findFrozen(tools.get(toolKey(ref))),
    seq,
    since: { at: since.at, lookedAt: since.lookedAt },
  };
}

const UNKNOWN: ActionMoments = { changedAt: null, movedAt: null };

/**
 * The actions alone, for what shows some of them among other things: no news. Empty for whoever may not open the tool.
 * @param answered the answers of the plan's tool, where they are read for more than that
 */
export async function listPlannedActions(context: TeamContext, answered?: PlanAnswers): Promise<readonly PlannedAction[]> {
  const { tool: ref, ideas } = PLAN;
  if (!findOpenTool(context, ref)) return [];
  const moments = readPlanSeq(context).then((seq) => loadMoments(context, seq));
  const [found, { answers, tools }] = await Promise.all([moments, answered ?? getTeamAnswers(context, [ref])]);
  if (!tools.has(toolKey(ref))) return [];
  return listActions(ideas, answers).map((action) => planAction(action, found.get(action.id) ?? UNKNOWN, null));
}

/**
 * Number of the newest save of the plan's tool. Read it first: what is saved while the rest is read is then followed, at worst
 * twice. @throws RangeError for somebody who may not open the tool.
 */
export async function readPlanSeq(context: TeamContext): Promise<number> {
  const { tool: ref } = PLAN;
  if (!findOpenTool(context, ref)) throw new RangeError(`${toolKey(ref)} is not open to this person`);
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ seq: string }>("select last_seq as seq from response where agency_id = $1 and team_id = $2 and toolkit_id = $3 and tool_id = $4", [
      context.agencyId,
      context.teamId,
      ref.toolkitId,
      ref.toolId,
    ]),
  );
  return Number(rows[0]?.seq ?? 0);
}

function loadMoments(context: TeamContext, seq: number): Promise<Moments> {
  return keepMoments(context, seq, () => withAgencyConnection(context, (client) => readActionMoments(client, context, PLAN)));
}

function textOf(answers: Answers, itemId: string): string {
  const answer = answers[itemId];
  return typeof answer === "string" ? answer.trim() : "";
}

export function findFrozen(meta: ToolReportMeta | undefined): Plan["frozen"] {
  if (meta?.locked) return "locked";
  return meta?.completed ? "complete" : null;
}

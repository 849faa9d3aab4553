import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { loadToolSince } from "@/lib/since/load-since";
import { markLooked } from "@/lib/since/mark-seen";
import { PLAN } from "./load-plan";
import { findPlanNews } from "./plan-news";

/** Notes that the person has seen what was new in the plan, and all of its tool where nothing else is new in that. */
export async function markPlanSeen(context: TeamContext, at: string): Promise<void> {
  const [{ news }, { answers }] = await Promise.all([loadToolSince(context, PLAN.tool), getTeamAnswers(context, [PLAN.tool])]);
  const { itemIds } = findPlanNews(PLAN.ideas, answers, news?.items ?? []);
  const isAll = news === null || (news.events.length === 0 && news.items.every(({ itemId, comments, files }) => itemIds.includes(itemId) && comments + files === 0));
  await markLooked(context, PLAN.tool, { at, itemIds: isAll ? null : [...itemIds], lastItem: null });
}

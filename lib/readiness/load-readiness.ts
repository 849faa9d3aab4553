import { MAIN_TOOLKIT } from "@/content/toolkits";
import { buildReadiness, type ReadinessReport } from "@/lib/domain/readiness/readiness";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";

/** The team's report as of now; a community partner's, of the tools shared with them. The page and the action both come here, so they can't disagree. */
export async function loadReadiness(context: TeamContext): Promise<ReadinessReport> {
  const [{ records }, flagged] = await Promise.all([getTeamAnswers(context), listFlaggedItems(context)]);
  const isOpen = (tool: ToolRef) => context.toolKeys?.includes(toolKey(tool)) ?? true;
  return buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged, isOpen });
}

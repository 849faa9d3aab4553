import { GOAL_ITEMS, VISION_ITEM } from "@/content/ps-cope/brief-items";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { getBriefWords } from "@/lib/agencies/team-brief";
import { getTeam } from "@/lib/agencies/teams";
import type { Answers } from "@/lib/domain/answer/answers";
import { type Brief, type BriefWords, buildBrief } from "@/lib/domain/readiness/brief";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";

export interface LoadedBrief {
  readonly brief: Brief;
  /** What the team chose; null while it has chosen nothing. */
  readonly words: BriefWords | null;
}

const textOf = (answers: Answers, itemId: string) => (typeof answers[itemId] === "string" ? answers[itemId] : "");

/** The team's brief as of now: page and PDF both come here. A partner's holds what their tools hold. */
export async function loadBrief(context: TeamContext): Promise<LoadedBrief> {
  const [team, { answers, records }, words, flagged] = await Promise.all([getTeam(context), getTeamAnswers(context), getBriefWords(context), listFlaggedItems(context)]);
  const brief = buildBrief({
    report: buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged }),
    words,
    agencyName: team.agencyName,
    teamName: team.name,
    vision: textOf(answers, VISION_ITEM),
    goals: GOAL_ITEMS.map((itemId) => textOf(answers, itemId)),
  });
  return { brief, words };
}

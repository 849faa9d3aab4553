import "server-only";
import { findTool } from "@/content/toolkits";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { type NewDecision, recordDecision, undoDecision } from "@/lib/rounds/decide";
import { findVote } from "@/lib/rounds/read-rounds";
import { settleItem } from "./conduct";
import { findRunningSitting } from "./read-sittings";
import { tellScreens } from "./tell-screens";

/** The sitting whose vote it is. @throws RefusedError where it is none of this team's */
async function sittingOf({ agencyId, teamId, userId }: TeamContext, roundId: string): Promise<string> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ sitting_id: string | null }>("select sitting_id from rating_round where agency_id = $1 and team_id = $2 and id = $3", [agencyId, teamId, roundId]),
  );
  const [row] = rows;
  if (!row?.sitting_id) throw new RefusedError("We could not find this vote. Load the page again.");
  return row.sitting_id;
}

/** Records what the team decided after a vote: typed once, by whoever keeps the notes, and saved into the tool as an ordinary answer. */
export async function decideVote(context: TeamContext, roundId: string, decision: NewDecision): Promise<void> {
  const sittingId = await sittingOf(context, roundId);
  await recordDecision(context, roundId, decision, findVote);
  tellScreens(context, sittingId);
}

/** Takes the decision back; the tool's answer becomes what it was. */
export async function undoVoteDecision(context: TeamContext, roundId: string, decision: { readonly itemId: string; readonly decisionId: string }): Promise<void> {
  const sittingId = await sittingOf(context, roundId);
  await undoDecision(context, roundId, decision, findVote);
  tellScreens(context, sittingId);
}

/** Says that the team is done with what the scribe wrote into the tool: its words of now are kept with the meeting. */
export async function settleCurrent(context: TeamContext, meetingId: string, isSettled: boolean): Promise<void> {
  const sitting = await findRunningSitting(context, meetingId);
  const current = sitting?.items.find(({ id }) => id === sitting.currentId);
  const tool = current && findTool(current.tool);
  const item = tool && itemIndexOf(tool).get(current.itemId);
  if (!sitting || !current || !item || !findOpenTool(context, current.tool)) throw new RefusedError("Nothing is on the screen. Load the page again.");
  if (!isSettled) return settleItem(context, sitting.id, null);
  const { answers } = await getTeamAnswers(context, [current.tool]);
  const words = formatAnswer(item, answers[item.id] ?? null);
  if (words === "") throw new RefusedError("Nothing is written yet. Write it into the tool first, or go on and leave it open.");
  return settleItem(context, sitting.id, words);
}

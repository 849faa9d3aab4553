import "server-only";
import type { Answer } from "@/lib/domain/answer/answers";
import { type Action, listActions } from "@/lib/domain/plan/actions";
import { sortByDue } from "@/lib/domain/plan/plan-groups";
import { type Actor, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { PLAN } from "./load-plan";

// Shown as themselves, or as whom they are since they set older entries apart from their name.
const OWN = `
  select r.team_id, coalesce(p.id, $2::uuid) as person_id, a.item_id, a.value
    from response r
    join answer a on a.agency_id = r.agency_id and a.response_id = r.id
    left join persona p on p.agency_id = r.agency_id and p.user_id = $2
   where r.agency_id = $1 and r.team_id = any($3::uuid[]) and r.toolkit_id = $4 and r.tool_id = $5`;

interface OwnRow {
  team_id: string;
  person_id: string;
  item_id: string;
  value: Answer;
}

/**
 * What a person has to do by the plans of these teams of an agency, by team; the first due first, nothing that is done or has
 * no date.
 * @param teamIds of teams in which the person may open the plan's tool
 */
export async function listOwnActions(actor: Actor, teamIds: readonly string[]): Promise<ReadonlyMap<string, readonly Action[]>> {
  const { toolkitId, toolId } = PLAN.tool;
  const { rows } = await withAgencyConnection(actor, (client) => client.query<OwnRow>(OWN, [actor.agencyId, actor.userId, teamIds, toolkitId, toolId]));
  return new Map(
    teamIds.map((teamId) => {
      const own = rows.filter(({ team_id }) => team_id === teamId);
      const answers = Object.fromEntries(own.map(({ item_id, value }) => [item_id, value]));
      const isWaiting = ({ owner, status, dueOn }: Action) => owner !== null && owner.personId === own[0]?.person_id && status !== "done" && dueOn !== null;
      return [teamId, sortByDue(listActions(PLAN.ideas, answers).filter(isWaiting))];
    }),
  );
}

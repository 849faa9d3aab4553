import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { type Actor, withAgencyConnection } from "@/lib/platform/db/with-agency";

// Who is named in an answer is in its text (personToken), whatever the answer is.
const TEAMS = `
  select a.team_id from assignment a
   where a.agency_id = $1 and a.assignee_id = $2 and a.due_on is not null and a.handed_back_at is null
  union
  select r.team_id
    from round_rater p join rating_round r on r.agency_id = p.agency_id and r.team_id = p.team_id and r.id = p.round_id
   where p.agency_id = $1 and p.user_id = $2 and p.finished_at is null and r.until_on is not null and r.revealed_at is null and r.closed_at is null
  union
  select r.team_id
    from response r
    join answer w on w.agency_id = r.agency_id and w.response_id = r.id
   where r.agency_id = $1 and r.toolkit_id = $3 and r.tool_id = $4
     and strpos(w.value::text, coalesce((select p.id from persona p where p.agency_id = $1 and p.user_id = $2), $2)::text) > 0`;

/**
 * In which teams of an agency something can be due for a person at all: an admin is in all of them, and has work in few.
 * Says nothing of what they may open.
 */
export async function findTeamsToLookInto({ agencyId, userId }: Actor, plan: ToolRef): Promise<ReadonlySet<string>> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rows } = await client.query<{ team_id: string }>(TEAMS, [agencyId, userId, plan.toolkitId, plan.toolId]);
    return new Set(rows.map(({ team_id }) => team_id));
  });
}

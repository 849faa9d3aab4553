import "server-only";
import { personOf } from "@/lib/domain/people/person";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool } from "@/lib/responses/tool-access";

interface AskedRow {
  id: string;
  number: number;
  toolkit_id: string;
  tool_id: string;
  items: number;
  until_on: string | null;
  opened_at: Date;
  opened_by: string | null;
}

/** The team's open rounds that wait for this person: they are asked, and have not said that they finished. The first due first. */
export async function listAskedRounds(context: TeamContext): Promise<readonly AskedRound[]> {
  if (!isAllowedInTeam(context.role, "round:rate")) return [];
  const { agencyId, teamId, userId } = context;
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<AskedRow>(
      `select r.id, r.number, r.toolkit_id, r.tool_id, cardinality(r.item_ids) as items, to_char(r.until_on, 'YYYY-MM-DD') as until_on, r.opened_at,
              ${shownPerson("r.agency_id", "r.opened_by", "r.opened_at")} as opened_by
         from round_rater p
         join rating_round r on r.agency_id = p.agency_id and r.team_id = p.team_id and r.id = p.round_id
        where p.agency_id = $1 and p.team_id = $2 and p.user_id = $3 and p.finished_at is null and r.revealed_at is null and r.closed_at is null
        order by r.until_on nulls last, r.number`,
      [agencyId, teamId, userId],
    ),
  );
  return rows.flatMap(({ id, number, toolkit_id, tool_id, items, until_on, opened_at, opened_by }) => {
    const tool = { toolkitId: toolkit_id, toolId: tool_id };
    return findOpenTool(context, tool) ? [{ roundId: id, number, tool, items, untilOn: until_on, opened: eventOf(opened_at, personOf(opened_by)) }] : [];
  });
}

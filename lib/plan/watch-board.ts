import "server-only";
import type { Actor } from "@/lib/platform/db/with-agency";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { PLAN } from "./load-plan";

/** Another mark whenever the plan's pages would say something else about what its own tool does not tell: where its ideas come from. */
export interface BoardStanding {
  readonly mark: string;
}

/** The tools that gaps come through on their way into the plan. */
const BEFORE_THE_PLAN = [MAIN_TOOLKIT.planFlow?.priorities.tool ?? PLAN.tool, PLAN.tool];

/** Read before the plan. The links of a tool are told by its events, each with a number. */
export async function readBoardStanding({ agencyId, userId }: Actor, teamId: string): Promise<BoardStanding> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ mark: string }>(
      `select coalesce(string_agg(e.id::text, ' ' order by t.place), '') as mark
         from unnest($3::text[], $4::text[]) with ordinality as t(toolkit_id, tool_id, place)
        cross join lateral (select e.id from response_event e
                             where e.agency_id = $1 and e.team_id = $2 and e.toolkit_id = t.toolkit_id and e.tool_id = t.tool_id
                             order by e.at desc, e.id desc limit 1) e`,
      [agencyId, teamId, BEFORE_THE_PLAN.map(({ toolkitId }) => toolkitId), BEFORE_THE_PLAN.map(({ toolId }) => toolId)],
    ),
  );
  return { mark: rows[0]?.mark ?? "" };
}

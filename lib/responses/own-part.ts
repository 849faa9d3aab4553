import "server-only";
import { TOOLS } from "@/content/toolkits";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool } from "./tool-access";

/** What became of one person's answers in one tool. For themselves alone. */
export interface OwnPart {
  readonly toolRef: ToolRef;
  /** Items whose answer is as they left it. */
  readonly standing: readonly string[];
  /** How many others they answered, which somebody else changed since. */
  readonly changedSince: number;
  /** When the tool was marked complete; ISO 8601. */
  readonly completedAt: string | null;
}

interface PartRow {
  tool_key: ToolKey;
  standing: string[];
  changed_since: number;
  completed_at: Date | null;
}

const PARTS = `
  with answered as (
    select distinct v.response_id, v.item_id from answer_revision v where v.agency_id = $1 and v.user_id = $3
    union
    select a.response_id, a.item_id from answer a where a.agency_id = $1 and a.updated_by = $3
  )
  select r.toolkit_id || '/' || r.tool_id as tool_key, r.completed_at,
         coalesce(array_agg(a.item_id order by a.item_id) filter (where a.updated_by = $3), '{}') as standing,
         count(*) filter (where d.item_id is not null and a.updated_by is distinct from $3)::int as changed_since
    from response r
    left join answered d on d.response_id = r.id
    left join answer a on a.agency_id = r.agency_id and a.response_id = r.id and a.item_id = d.item_id
   where r.agency_id = $1 and r.team_id = $2 and ($4::text[] is null or r.toolkit_id || '/' || r.tool_id = any($4::text[]))
   group by r.toolkit_id, r.tool_id, r.completed_at`;

/** The reader's own part in each tool they may open, in toolkit order; tools that nobody began are there too. */
export async function listOwnParts(context: TeamContext): Promise<OwnPart[]> {
  const { agencyId, teamId, userId, toolKeys } = context;
  const { rows } = await withAgencyConnection(context, (client) => client.query<PartRow>(PARTS, [agencyId, teamId, userId, toolKeys]));
  return TOOLS.filter(({ ref }) => findOpenTool(context, ref)).map(({ ref }) => {
    const row = rows.find(({ tool_key }) => tool_key === toolKey(ref));
    return {
      toolRef: ref,
      standing: row?.standing ?? [],
      changedSince: row?.changed_since ?? 0,
      completedAt: row?.completed_at?.toISOString() ?? null,
    };
  });
}

import "server-only";
import type { ToolKey, ToolRef } from "@/lib/domain/tool/tool-ref";
import { STATUS_KINDS } from "@/lib/events/response-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { openKeysOf } from "@/lib/responses/tool-access";

export interface AttachmentCounts {
  readonly comments: number;
  /** Of answers, and of a tool's standing. */
  readonly changes: number;
}

/**
 * How much an export would hold of what is costly to load, by tool: comments that are not deleted, and recorded changes.
 * Tools without either are missing, and so is what the person can't open.
 */
export async function countAttachments(
  context: TeamContext,
  toolRefs: readonly ToolRef[],
): Promise<ReadonlyMap<ToolKey, AttachmentCounts>> {
  const open = openKeysOf(context, toolRefs);
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ tool_key: ToolKey; comments: number; changes: number }>(
      `select tool_key, sum(comments)::int as comments, sum(changes)::int as changes
         from (select t.toolkit_id || '/' || t.tool_id as tool_key, count(*) as comments, 0 as changes
                 from comment_thread t
                 join comment c on c.agency_id = t.agency_id and c.thread_id = t.id
                where t.agency_id = $1 and t.team_id = $2 and t.toolkit_id || '/' || t.tool_id = any($3::text[]) and c.deleted_at is null
                group by 1
               union all
               select r.toolkit_id || '/' || r.tool_id, 0, count(*)
                 from response r
                 join answer_revision v on v.agency_id = r.agency_id and v.response_id = r.id
                where r.agency_id = $1 and r.team_id = $2 and r.toolkit_id || '/' || r.tool_id = any($3::text[])
                group by 1
               union all
               select toolkit_id || '/' || tool_id, 0, count(*)
                 from response_event
                where agency_id = $1 and team_id = $2 and toolkit_id || '/' || tool_id = any($3::text[]) and kind = any($4)
                group by 1) counted
        group by tool_key`,
      [context.agencyId, context.teamId, open, STATUS_KINDS],
    ),
  );
  return new Map(rows.map(({ tool_key: key, comments, changes }) => [key, { comments, changes }]));
}

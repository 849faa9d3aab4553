import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { withAgencyConnection } from "@/lib/db/with-agency";
import { STATUS_KINDS } from "@/lib/events/response-event";
import type { ToolNumber } from "@/lib/tools/definition";
import { findOpenTool } from "./tool-access";

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
  toolNumbers: readonly ToolNumber[],
): Promise<ReadonlyMap<ToolNumber, AttachmentCounts>> {
  const open = toolNumbers.filter((number) => findOpenTool(context, number));
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ tool_number: ToolNumber; comments: number; changes: number }>(
      `select tool_number, sum(comments)::int as comments, sum(changes)::int as changes
         from (select t.tool_number, count(*) as comments, 0 as changes
                 from comment_thread t
                 join comment c on c.agency_id = t.agency_id and c.thread_id = t.id
                where t.agency_id = $1 and t.team_id = $2 and t.tool_number = any($3::int[]) and c.deleted_at is null
                group by t.tool_number
               union all
               select r.tool_number, 0, count(*)
                 from response r
                 join answer_revision v on v.agency_id = r.agency_id and v.response_id = r.id
                where r.agency_id = $1 and r.team_id = $2 and r.tool_number = any($3::int[])
                group by r.tool_number
               union all
               select tool_number, 0, count(*)
                 from response_event
                where agency_id = $1 and team_id = $2 and tool_number = any($3::int[]) and kind = any($4)
                group by tool_number) counted
        group by tool_number`,
      [context.agencyId, context.teamId, open, STATUS_KINDS],
    ),
  );
  return new Map(rows.map(({ tool_number, comments, changes }) => [tool_number, { comments, changes }]));
}

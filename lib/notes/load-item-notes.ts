import "server-only";
import { showName } from "@/lib/domain/people/person";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool } from "@/lib/responses/tool-access";
import type { ItemNotes } from "./item-notes";

interface NotesRow {
  target_id: string;
  open_threads: number;
  comments: number;
  files: number;
  is_assigned: boolean;
  assignee: string | null;
  due_on: string | null;
  is_accepted: boolean;
  is_handed_back: boolean;
}

const NOTES = `
  with noted as (
    select t.item_id as target_id, count(distinct t.id) filter (where t.resolved_at is null)::int as open_threads,
           count(*)::int as comments, 0 as files
      from comment_thread t
      join comment c on c.agency_id = t.agency_id and c.thread_id = t.id and c.deleted_at is null
     where t.agency_id = $1 and t.team_id = $2 and t.toolkit_id || '/' || t.tool_id = $3
     group by t.item_id
    union all
    select item_id, 0, 0, count(*)::int
      from evidence_file
     where agency_id = $1 and team_id = $2 and toolkit_id || '/' || tool_id = $3
     group by item_id
    union all
    select target_id, 0, 0, 0 from assignment where agency_id = $1 and team_id = $2 and toolkit_id || '/' || tool_id = $3
  ), summed as (
    select target_id, sum(open_threads)::int as open_threads, sum(comments)::int as comments, sum(files)::int as files
      from noted group by target_id
  )
  select s.*, a.id is not null as is_assigned, m.display_name as assignee, to_char(a.due_on, 'YYYY-MM-DD') as due_on,
         a.accepted_at is not null as is_accepted, a.handed_back_at is not null as is_handed_back
    from summed s
    left join assignment a
      on a.agency_id = $1 and a.team_id = $2 and a.toolkit_id || '/' || a.tool_id = $3 and a.target_id = s.target_id
    left join membership m on m.agency_id = a.agency_id and m.user_id = a.assignee_id`;

/** What lies beside each item of a tool (and beside its sections, when they are assigned), by id. One query. */
export async function listItemNotes(context: TeamContext, toolRef: ToolRef): Promise<ReadonlyMap<string, ItemNotes>> {
  if (!findOpenTool(context, toolRef)) return new Map();
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<NotesRow>(NOTES, [context.agencyId, context.teamId, toolKey(toolRef)]),
  );
  return new Map(
    rows.map((row) => [
      row.target_id,
      {
        openComments: row.open_threads,
        comments: row.comments,
        files: row.files,
        assignment: row.is_assigned
          ? {
              name: showName(row.assignee),
              dueOn: row.due_on,
              isAccepted: row.is_accepted,
              isHandedBack: row.is_handed_back,
            }
          : null,
      },
    ]),
  );
}

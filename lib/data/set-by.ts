import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/auth/context";
import type { SetByItem } from "@/lib/collab/set-by";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { eventOf } from "./response-facts";

interface SetByRow {
  item_id: string;
  is_me: boolean;
  display_name: string | null;
  updated_at: Date;
}

/** Who gave the answers that stand to these items of a tool, and when. Unanswered items are left out. */
export async function findSetBy(
  client: PoolClient,
  context: TeamContext,
  { toolRef, itemIds }: { toolRef: ToolRef; itemIds: readonly string[] },
): Promise<SetByItem> {
  if (itemIds.length === 0) return {};
  const { rows } = await client.query<SetByRow>(
    `select a.item_id, a.updated_by = $5 as is_me, m.display_name, a.updated_at
       from response r
       join answer a on a.agency_id = r.agency_id and a.response_id = r.id
       left join membership m on m.agency_id = a.agency_id and m.user_id = a.updated_by
      where r.agency_id = $1 and r.team_id = $2 and r.toolkit_id || '/' || r.tool_id = $3 and a.item_id = any($4::text[])`,
    [context.agencyId, context.teamId, toolKey(toolRef), itemIds, context.userId],
  );
  return Object.fromEntries(
    rows.map((row) => {
      const { by, at } = eventOf(row.updated_at, row.display_name);
      return [row.item_id, { by: row.is_me ? null : by, at }];
    }),
  );
}

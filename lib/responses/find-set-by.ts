import "server-only";
import type { PoolClient } from "pg";
import { personOf } from "@/lib/domain/people/person";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import type { SetByItem } from "@/lib/sync/set-by";
import { eventOf } from "./response-facts";

interface SetByRow {
  item_id: string;
  person_id: string;
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
    `select a.item_id, ${shownAuthor(context, "a.agency_id", "a.updated_by", "a.updated_at")} as person_id, a.updated_at
       from response r
       join answer a on a.agency_id = r.agency_id and a.response_id = r.id
      where r.agency_id = $1 and r.team_id = $2 and r.toolkit_id || '/' || r.tool_id = $3 and a.item_id = any($4::text[])`,
    [context.agencyId, context.teamId, toolKey(toolRef), itemIds],
  );
  return Object.fromEntries(rows.map((row) => [row.item_id, eventOf(row.updated_at, personOf(row.person_id))]));
}

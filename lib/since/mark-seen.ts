import "server-only";
import { z } from "zod";
import { boundedText, instantText } from "@/lib/domain/text/bounded-text";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { ITEMS_TOLD } from "./since";

const itemId = boundedText(100);

export const lookedSchema = z.strictObject({
  /** What was shown was as of then. */
  at: instantText(),
  /** The items looked at; null for everything. */
  itemIds: z.array(itemId).max(ITEMS_TOLD).nullable(),
  /** Where the person is in the tool; null leaves it as it is. */
  lastItem: itemId.nullable(),
});
export type Looked = z.infer<typeof lookedSchema>;

// Nobody looks ahead of the clock, and nothing is unlooked.
const MARK = `
  insert into tool_seen as s (agency_id, team_id, user_id, toolkit_id, tool_id, seen_at, looked, last_item)
  values ($1, $2, $3, $4, $5, case when $7::text[] is null then least($6::timestamptz, now()) else 'epoch'::timestamptz end,
          coalesce((select jsonb_object_agg(id, least($6::timestamptz, now())) from unnest($7::text[]) id), '{}'), $8)
  on conflict (agency_id, team_id, user_id, toolkit_id, tool_id) do update
     set seen_at = greatest(s.seen_at, excluded.seen_at),
         looked = case when $7::text[] is null then '{}' else s.looked || excluded.looked end,
         last_item = coalesce(excluded.last_item, s.last_item)`;

/** Notes that the person has looked at these items of a tool, or at all of it. Ids that the tool does not have are passed over. */
export async function markLooked(context: TeamContext, toolRef: ToolRef, { at, itemIds, lastItem }: Looked): Promise<void> {
  const tool = findOpenTool(context, toolRef);
  if (!tool) return;
  const items = itemIndexOf(tool);
  await mark(context, toolRef, {
    at,
    itemIds: itemIds && itemIds.filter((id) => items.has(id)),
    lastItem: lastItem !== null && items.has(lastItem) ? lastItem : null,
  });
}

/** Notes that the person has seen everything that is new in the team. */
export async function markTeamSeen(context: TeamContext, at: string): Promise<void> {
  await mark(context, { toolkitId: "", toolId: "" }, { at, itemIds: null, lastItem: null });
}

async function mark(context: TeamContext, toolRef: ToolRef, { at, itemIds, lastItem }: Looked): Promise<void> {
  await withAgencyConnection(context, async (client) => {
    await requireStanding(client, context, { permission: "team:view" });
    await client.query(MARK, [context.agencyId, context.teamId, context.userId, toolRef.toolkitId, toolRef.toolId, at, itemIds, lastItem]);
  });
}

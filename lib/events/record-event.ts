import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { executeInTransaction } from "@/lib/platform/db/with-agency";
import { publishChange } from "@/lib/sync/server/publish";
import { type ResponseEvent, responseEventSchema, SHOWN_AS } from "./response-event";

/** When it was, and its number, are the database's to say. */
const INSERT = `insert into response_event (agency_id, team_id, toolkit_id, tool_id, user_id, kind, detail)
  values ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6, $7::jsonb)`;

/**
 * Records what the person did to the team's copy of a tool, in the transaction that does it, and tells open screens of it
 * once that is committed. Whatever shows what happened reads it from there: timeline, history, downloads. The audit log
 * is for security alone.
 * @throws outside a transaction.
 */
export async function recordEvent(
  context: Pick<TeamContext, "agencyId" | "teamId" | "userId">,
  toolRef: ToolRef,
  event: ResponseEvent,
): Promise<void> {
  const { kind, ...detail } = responseEventSchema.parse(event);
  const { agencyId, teamId, userId } = context;
  await executeInTransaction(context, INSERT, [agencyId, teamId, toolRef.toolkitId, toolRef.toolId, userId, kind, JSON.stringify(detail)]);
  const shownAs = SHOWN_AS[kind];
  if (shownAs) publishChange(context, toolRef, shownAs);
}

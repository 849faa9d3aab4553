import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/** Why no answer of a tool can be changed now; null while it is open, and for one that was never begun. */
export async function readFrozen({ agencyId, teamId, userId }: TeamContext, { toolkitId, toolId }: ToolRef): Promise<"complete" | "locked" | null> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ is_locked: boolean; is_complete: boolean }>(
      "select locked_at is not null as is_locked, completed_at is not null as is_complete from response where agency_id = $1 and team_id = $2 and toolkit_id = $3 and tool_id = $4",
      [agencyId, teamId, toolkitId, toolId],
    ),
  );
  const [row] = rows;
  if (row?.is_locked) return "locked";
  return row?.is_complete ? "complete" : null;
}

import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/**
 * Whether somebody of the team may follow a meeting's big screen. It shows items of any tool, so a partner, whose tools are chosen,
 * needs a seat in the meeting: then they are in the room where it is projected. Everybody else of the team may open every tool.
 */
export async function mayWatchScreen({ agencyId, teamId, userId, role }: TeamContext, sittingId: string): Promise<boolean> {
  if (role !== "partner") return true;
  const { rowCount } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query("select from sitting_seat where agency_id = $1 and team_id = $2 and sitting_id = $3 and user_id = $4 and removed_at is null", [agencyId, teamId, sittingId, userId]),
  );
  return rowCount === 1;
}

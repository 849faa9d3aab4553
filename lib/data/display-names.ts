import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { withAgencyConnection } from "@/lib/db/with-agency";

/** The names these people chose for the agency, by user id; whoever has left it is not there. */
export async function findDisplayNames(
  context: TeamContext,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ user_id: string; display_name: string }>(
      "select user_id, display_name from membership where agency_id = $1 and user_id = any($2::uuid[])",
      [context.agencyId, userIds],
    ),
  );
  return new Map(rows.map((row) => [row.user_id, row.display_name]));
}

import "server-only";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { queryAuth } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { tellScreens } from "./tell-screens";

interface LeftRow {
  agency_id: string;
  team_id: string;
  id: string;
  facilitator_id: string;
}

const AT_ONCE = 50;
const BY = "jobs";

/**
 * Ends sittings that nobody ended within a day: the tie between people and votes is destroyed at the end, so there has to be one.
 * In the name of whoever led it last. @returns how many
 */
export async function endLeftSittings(): Promise<number> {
  const left = await queryAuth<LeftRow>(
    {
      name: "sittings-left",
      text: `select agency_id, team_id, id, facilitator_id from sitting where ended_at is null and started_at < now() - make_interval(hours => $1::int) limit ${AT_ONCE}`,
      values: [SITTING_LIMITS.hours],
    },
    BY,
  );
  for (const row of left) await endLeft(row);
  return left.length;
}

async function endLeft({ agency_id: agencyId, team_id: teamId, id, facilitator_id: userId }: LeftRow): Promise<void> {
  await withAgencyConnection({ agencyId, userId }, async (client) => {
    const place = [agencyId, teamId, id];
    await client.query("select from sitting where agency_id = $1 and team_id = $2 and id = $3 for no key update", place);
    await client.query("update rating_round set closed_at = now() where agency_id = $1 and team_id = $2 and sitting_id = $3 and closed_at is null", place);
    await client.query(
      `update sitting set ended_at = now(), ended_by = $4, code_hash = null, is_joinable = false, timer_ends_at = null
        where agency_id = $1 and team_id = $2 and id = $3 and ended_at is null`,
      [...place, userId],
    );
  });
  tellScreens({ agencyId, teamId }, id);
}

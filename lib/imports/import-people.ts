import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

const MEMBERS = `
  select coalesce(p.id, m.user_id)::text as id
    from membership m
    left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join team_member t on t.agency_id = m.agency_id and t.team_id = $2 and t.user_id = m.user_id
   where m.agency_id = $1 and (m.is_admin or t.user_id is not null)`;

/** Who is on the team, by the ids that answers name people with: nobody else comes in as an answer. As of now, inside a transaction. */
export async function readMemberIds(client: PoolClient, { agencyId, teamId }: TeamContext): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(MEMBERS, [agencyId, teamId]);
  return new Set(rows.map(({ id }) => id));
}

export async function listMemberIds(context: TeamContext): Promise<ReadonlySet<string>> {
  return withAgencyConnection(context, (client) => readMemberIds(client, context));
}

import "server-only";
import { type Role, ROLE_LABELS } from "@/lib/auth/permissions";
import type { TeamContext } from "@/lib/auth/context";
import { withAgencyConnection } from "@/lib/db/with-agency";

/** What stands beside a person's name, by that name: in an agency no two names look alike (taken-names.ts). */
export type RoleLabels = ReadonlyMap<string, string>;

/** For someone who gave an answer or wrote here, is still in the agency, and has left the team. */
export const LEFT_TEAM = "No longer in this team";
/** For a name that two people have had since before names were compared. */
const SEVERAL = "Two people go by this name";

const PEOPLE = `
  select m.display_name as name, case when m.is_admin then 'admin' else t.role::text end as role
    from membership m
    left join team_member t on t.agency_id = m.agency_id and t.team_id = $2 and t.user_id = m.user_id
   where m.agency_id = $1
     and (m.is_admin or t.user_id is not null or m.user_id in (
       select a.updated_by from response r join answer a on a.agency_id = r.agency_id and a.response_id = r.id
        where r.agency_id = $1 and r.team_id = $2 and ($3::text[] is null or r.toolkit_id || '/' || r.tool_id = any($3::text[]))
       union
       select c.created_by from comment_thread h join comment c on c.agency_id = h.agency_id and c.thread_id = h.id
        where h.agency_id = $1 and h.team_id = $2 and ($3::text[] is null or h.toolkit_id || '/' || h.tool_id = any($3::text[]))))`;

/** The roles of everyone in the team, and of whoever has left their name in the tools that the reader may open. */
export async function listRoleLabels(context: TeamContext): Promise<RoleLabels> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ name: string; role: Role | null }>(PEOPLE, [context.agencyId, context.teamId, context.toolKeys]),
  );
  const labels = new Map<string, string>();
  for (const { name, role } of rows) {
    const label = role ? ROLE_LABELS[role] : LEFT_TEAM;
    labels.set(name, (labels.get(name) ?? label) === label ? label : SEVERAL);
  }
  return labels;
}

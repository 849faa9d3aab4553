import "server-only";
import { isAllowedInTeam, TEAM_ROLES } from "@/lib/platform/auth/permissions";
import type { Tx } from "@/lib/platform/db/with-agency";

/** Roles of a team that fill in tools; agency admins do in every team. */
export const FILLING_ROLES = TEAM_ROLES.filter((role) => isAllowedInTeam(role, "response:edit"));

/**
 * Takes from someone what they can no longer work on: call it after they left a team, or their role or tools changed.
 * What is gone from a person is free to be given to somebody else.
 */
export async function removeUnreachableAssignments(tx: Tx, agencyId: string, userId: string): Promise<void> {
  await tx.$executeRaw`
    delete from assignment a
     where a.agency_id = ${agencyId}::uuid and a.assignee_id = ${userId}::uuid
       and not exists (select 1 from membership m
                        where m.agency_id = a.agency_id and m.user_id = a.assignee_id and m.is_admin)
       and not exists (select 1 from team_member t
                        where t.agency_id = a.agency_id and t.team_id = a.team_id and t.user_id = a.assignee_id
                          and t.role::text = any(${FILLING_ROLES})
                          and (t.role <> 'partner' or a.toolkit_id || '/' || a.tool_id = any(t.tool_keys)))`;
}

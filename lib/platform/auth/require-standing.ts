import "server-only";
import type { PoolClient } from "pg";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { EndedStandingError, standingError } from "@/lib/platform/db/ended-standing";
import type { Tx } from "@/lib/platform/db/with-agency";
import type { AgencyContext, TeamContext } from "./context";
import { type AgencyPermission, isAllowedInAgency, rolesAllowed, type TeamPermission } from "./permissions";

export { isEndedStanding } from "@/lib/platform/db/ended-standing";

interface Question {
  readonly permission: TeamPermission;
  readonly toolRef?: ToolRef;
}

/**
 * Asks once more, inside the transaction that writes, for what was checked before a body came: call it after whatever
 * has to be waited for, right before the writes.
 * @throws EndedStandingError when session, account, place or role ended meanwhile.
 */
export async function requireStanding(client: PoolClient | Tx, context: TeamContext, question: Question): Promise<void> {
  const { agencyId, userId, teamId, sidHash } = context;
  const tool = question.toolRef ? toolKey(question.toolRef) : null;
  const roles = [...rolesAllowed(question.permission)];
  const session = sidHash ? Buffer.from(sidHash, "hex") : null;
  try {
    if ("$executeRaw" in client) {
      await client.$executeRaw`select require_standing(${agencyId}::uuid, ${userId}::uuid, ${teamId}::uuid, ${tool}::text, ${roles}::text[], ${session}::bytea)`;
    } else {
      await client.query("select require_standing($1, $2, $3, $4, $5, $6)", [agencyId, userId, teamId, tool, roles, session]);
    }
  } catch (error) {
    throw standingError(error);
  }
}

/** The same for what is done in an agency by somebody with this session. */
export async function requireAgencyStanding(
  tx: Tx,
  { agencyId, userId }: AgencyContext,
  { permission, sidHash }: { readonly permission: AgencyPermission; readonly sidHash: string },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ is_signed_in: boolean; is_admin: boolean | null }[]>`
    select is_signed_in(${userId}::uuid, ${Buffer.from(sidHash, "hex")}::bytea),
           (select is_admin from membership where agency_id = ${agencyId}::uuid and user_id = ${userId}::uuid)`;
  if (!row?.is_signed_in) throw new EndedStandingError("signed-out");
  if (row.is_admin === null) throw new EndedStandingError("not-found");
  if (!isAllowedInAgency(row.is_admin ? "admin" : "member", permission)) throw new EndedStandingError("forbidden");
}

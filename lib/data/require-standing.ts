import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/auth/context";
import { rolesAllowed, type TeamPermission } from "@/lib/auth/permissions";
import { standingError } from "@/lib/db/ended-standing";
import type { Tx } from "@/lib/db/with-agency";

export { isEndedStanding } from "@/lib/db/ended-standing";

interface Question {
  readonly permission: TeamPermission;
  readonly toolNumber?: number;
}

/**
 * Asks once more, inside the transaction that writes, for what was checked before a body came: call it after whatever
 * has to be waited for, right before the writes.
 * @throws EndedStandingError when session, account, place or role ended meanwhile.
 */
export async function requireStanding(client: PoolClient | Tx, context: TeamContext, question: Question): Promise<void> {
  const { agencyId, userId, teamId, sidHash } = context;
  const tool = question.toolNumber ?? null;
  const roles = [...rolesAllowed(question.permission)];
  const session = sidHash ? Buffer.from(sidHash, "hex") : null;
  try {
    if ("$executeRaw" in client) {
      await client.$executeRaw`select require_standing(${agencyId}::uuid, ${userId}::uuid, ${teamId}::uuid, ${tool}::int, ${roles}::text[], ${session}::bytea)`;
    } else {
      await client.query("select require_standing($1, $2, $3, $4, $5, $6)", [agencyId, userId, teamId, tool, roles, session]);
    }
  } catch (error) {
    throw standingError(error);
  }
}

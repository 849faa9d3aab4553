import "server-only";
import type { Tx } from "@/lib/platform/db/with-agency";

/**
 * From here to the end of the transaction nobody else changes who belongs to this agency and under which name: joining,
 * leaving, inviting, removing and naming take it first, and then look. Saves and comments don't wait for it.
 */
export async function lockPeople(tx: Tx, agencyId: string): Promise<void> {
  await tx.$queryRaw`select id from agency where id = ${agencyId}::uuid for no key update`;
}

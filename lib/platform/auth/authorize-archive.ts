import "server-only";
import { openToolKeys } from "@/content/toolkits";
import { withAgency } from "@/lib/platform/db/with-agency";
import { authorizeTeam, type TeamAuthorization } from "./authorize";
import type { AgencyContext } from "./context";

/**
 * An agency admin in one of its teams, to take along everything that is kept of it: also what was answered in a toolkit
 * that the team has put away.
 */
export async function authorizeArchive({ agencyId, userId }: AgencyContext, teamId: string): Promise<TeamAuthorization> {
  const access = await authorizeTeam(userId, teamId, "export:toolkit");
  if (!access.ok || access.context.role !== "admin") return access;
  const kept = await withAgency({ agencyId, userId }, (tx) =>
    tx.teamToolkit.findMany({ where: { agencyId, teamId: access.context.teamId, putAwayAt: { not: null } }, select: { toolkitId: true } }),
  );
  if (kept.length === 0) return access;
  const addedToolkits = [...access.context.addedToolkits, ...kept.map(({ toolkitId }) => toolkitId)];
  return { ok: true, context: { ...access.context, addedToolkits, toolKeys: openToolKeys(addedToolkits, null) } };
}

import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { AgencyContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";

// What a person may do with their own check as long as they are of the agency at all: whatever their role became, whether
// the team put its toolkit away, and after they left the team.

/** One of a person's own checks, and whose team's. */
export interface KeptCheck {
  readonly teamId: string;
  /** Null for a team that they are no longer in. */
  readonly teamName: string | null;
  readonly tool: ToolRef;
  readonly changedAt: string;
  readonly isShared: boolean;
}

/** Which check: one person has one of each tool in each team. */
export interface CheckPlace {
  readonly teamId: string;
  readonly tool: ToolRef;
}

const NOTHING_KEPT = "You have no check there. It may be deleted already. Load the page again.";

/** All checks of the person's own in the agency, the latest first. */
export async function listKeptChecks({ agencyId, userId, agencyRole }: AgencyContext): Promise<readonly KeptCheck[]> {
  return withAgency({ agencyId, userId }, async (tx) => {
    const rows = await tx.personalCheck.findMany({
      where: { agencyId, userId },
      orderBy: [{ changedAt: "desc" }, { teamId: "asc" }, { toolId: "asc" }],
      select: { teamId: true, toolkitId: true, toolId: true, changedAt: true, sharedAt: true, team: { select: { name: true } } },
    });
    if (rows.length === 0) return [];
    const own = await tx.teamMember.findMany({ where: { agencyId, userId }, select: { teamId: true } });
    const isOpen = (teamId: string) => agencyRole === "admin" || own.some((one) => one.teamId === teamId);
    return rows.map(({ teamId, toolkitId, toolId, changedAt, sharedAt, team }) => ({
      teamId,
      teamName: isOpen(teamId) ? team.name : null,
      tool: { toolkitId, toolId },
      changedAt: changedAt.toISOString(),
      isShared: sharedAt !== null,
    }));
  });
}

function keyOf({ agencyId, userId }: AgencyContext, { teamId, tool: { toolkitId, toolId } }: CheckPlace) {
  return { agencyId, teamId, toolkitId, toolId, userId };
}

/** Shows the person's own check to nobody else any more. @throws RefusedError where they have none. */
export async function unshareOwnCheck(context: AgencyContext, place: CheckPlace): Promise<void> {
  const { count } = await withAgency(context, (tx) => tx.personalCheck.updateMany({ where: keyOf(context, place), data: { sharedAt: null } }));
  if (count === 0) throw new RefusedError(NOTHING_KEPT);
}

/** Removes the person's own check for good. @throws RefusedError where they have none. */
export async function deleteOwnCheck(context: AgencyContext, place: CheckPlace): Promise<void> {
  const { count } = await withAgency(context, (tx) => tx.personalCheck.deleteMany({ where: keyOf(context, place) }));
  if (count === 0) throw new RefusedError(NOTHING_KEPT);
}

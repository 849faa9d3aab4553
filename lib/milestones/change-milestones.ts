import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";

/**
 * Takes a milestone out of all lists, comparisons and downloads, or puts it back as it was: nothing else of one can be changed.
 * @throws RefusedError when the team has no such milestone, and while its answers are carried forward.
 */
export async function setMilestoneRemoved(context: TeamContext, id: string, isRemoved: boolean): Promise<void> {
  const key = { agencyId: context.agencyId, teamId: context.teamId };
  await withAgency(context, async (tx) => {
    if (isRemoved && (await tx.reassessment.count({ where: { ...key, milestoneId: id, stoppedAt: null } })) > 0) {
      throw new RefusedError("Your team is reassessing with the answers of this milestone. Stop that first, then remove it.");
    }
    const data = isRemoved ? { removedAt: new Date(), removedBy: context.userId } : { removedAt: null, removedBy: null };
    const { count } = await tx.milestone.updateMany({ where: { ...key, id, removedAt: isRemoved ? null : { not: null } }, data });
    // Done already, perhaps by somebody else: that is what was wanted.
    if (count === 0 && (await tx.milestone.count({ where: { ...key, id } })) === 0) throw new RefusedError("We could not find this milestone.");
  });
}

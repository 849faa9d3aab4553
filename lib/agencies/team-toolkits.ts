import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";

/** Adds a toolkit to a team, or takes it up again with all that was answered before. Once is enough. */
export async function addToolkit(context: TeamContext, toolkitId: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  const key = { agencyId_teamId_toolkitId: { agencyId, teamId, toolkitId } };
  await withAgency(context, async (tx) => {
    const found = await tx.teamToolkit.findUnique({ where: key, select: { putAwayAt: true } });
    if (found && found.putAwayAt === null) return;
    const added = { addedBy: userId, addedAt: new Date(), putAwayAt: null };
    await tx.teamToolkit.upsert({ where: key, create: { agencyId, teamId, toolkitId, ...added }, update: added });
  });
}

/** Puts it out of sight. Answers, comments and files stay, for whoever adds it again. */
export async function putAwayToolkit(context: TeamContext, toolkitId: string): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, (tx) =>
    tx.teamToolkit.updateMany({ where: { agencyId, teamId, toolkitId, putAwayAt: null }, data: { putAwayAt: new Date() } }),
  );
}

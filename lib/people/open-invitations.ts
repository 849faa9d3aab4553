import "server-only";
import { findEmails } from "@/lib/accounts/account-emails";
import { TEAM_ROLES, type TeamRole } from "@/lib/platform/auth/permissions";
import type { Tx } from "@/lib/platform/db/with-agency";

const OPEN = { acceptedAt: null, revokedAt: null };

/** An invitation is worth as much as its sender's role: it ends with it. */
export async function revokeInvitationsBy(tx: Tx, agencyId: string, userId: string, teamId?: string): Promise<void> {
  await tx.invitation.updateMany({
    where: { agencyId, invitedBy: userId, ...OPEN, ...(teamId ? { teamId } : {}) },
    data: { revokedAt: new Date() },
  });
}

/** Everything open to them; what leads (back) to one team; or what gives more there than the role they have now. */
type Reach = "agency" | { readonly teamId: string; readonly above?: TeamRole };

/**
 * Ends the open invitations to somebody's address, so that whoever was taken out, or given less, does not come back by
 * a letter they still have. An invitation to become an agency admin reaches every team.
 */
export async function revokeInvitationsTo(tx: Tx, agencyId: string, userId: string, reach: Reach): Promise<void> {
  // A code to get back in, too: with it whoever was taken out, or given less, would come back by another's hand.
  await tx.invitation.updateMany({ where: { agencyId, forUserId: userId, ...OPEN }, data: { revokedAt: new Date() } });
  const email = (await findEmails([userId])).get(userId);
  if (email === undefined) return;
  await tx.invitation.updateMany({
    where: { agencyId, email, ...OPEN, ...(reach === "agency" ? {} : { OR: [{ teamId: null }, placeOf(reach)] }) },
    data: { revokedAt: new Date() },
  });
}

function placeOf({ teamId, above }: Exclude<Reach, "agency">) {
  return above === undefined ? { teamId } : { teamId, role: { in: [...rolesAbove(above)] } };
}

function rolesAbove(role: TeamRole): readonly TeamRole[] {
  return TEAM_ROLES.slice(0, TEAM_ROLES.indexOf(role));
}

/** Whether someone has less to say as `after` than as `before`. */
export function isDemotion(before: TeamRole, after: TeamRole): boolean {
  return rolesAbove(after).includes(before);
}

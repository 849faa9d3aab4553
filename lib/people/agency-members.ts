import "server-only";
import { findEmails } from "@/lib/accounts/account-emails";
import { lockPeople } from "@/lib/agencies/agency-lock";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { TeamRole } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency, type Tx } from "@/lib/platform/db/with-agency";
import { publishStanding } from "@/lib/platform/events/standing";
import { removeUnreachableAssignments } from "./assignment-access";
import { addressIn, requireAddress } from "./members";
import { revokeInvitationsBy, revokeInvitationsTo } from "./open-invitations";

export interface AgencyMemberView {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string | null;
  /** Whether they joined by a code. */
  readonly hasNoAddress: boolean;
  readonly isAdmin: boolean;
  readonly isYou: boolean;
  readonly teams: readonly { readonly teamId: string; readonly name: string; readonly role: TeamRole }[];
}

/** Everyone in the agency, admins first. */
export async function listAgencyMembers(context: AgencyContext): Promise<readonly AgencyMemberView[]> {
  const memberships = await withAgency(context, (tx) =>
    tx.membership.findMany({
      where: { agencyId: context.agencyId },
      orderBy: [{ isAdmin: "desc" }, { displayName: "asc" }, { userId: "asc" }],
      select: {
        userId: true,
        displayName: true,
        isAdmin: true,
        teams: { select: { teamId: true, role: true, team: { select: { name: true } } } },
      },
    }),
  );
  const emails = await findEmails(memberships.map(({ userId }) => userId));
  return memberships.map(({ userId, displayName, isAdmin, teams }) => ({
    userId,
    displayName,
    ...addressIn(emails, userId),
    isAdmin,
    isYou: userId === context.userId,
    teams: teams.map(({ teamId, role, team }) => ({ teamId, role, name: team.name })),
  }));
}

const LAST_ADMIN =
  "An agency needs at least one admin, and this is the only one. Make someone else an admin first, then try again.";

/** @throws RefusedError when the last admin would stop being one. */
export async function updateAgencyMember(context: AgencyContext, userId: string, isAdmin: boolean): Promise<void> {
  const { agencyId } = context;
  if (isAdmin) await requireAddress(userId);
  await withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    if (!isAdmin) await requireAnotherAdmin(tx, agencyId, userId);
    const key = { agencyId_userId: { agencyId, userId } };
    const before = await tx.membership.findUnique({ where: key, select: { isAdmin: true } });
    if (!before) throw new RefusedError("This person is not in your agency any more.");
    await tx.membership.update({ where: key, data: { isAdmin } });
    if (before.isAdmin && !isAdmin) {
      await revokeInvitationsBy(tx, agencyId, userId);
      await revokeInvitationsTo(tx, agencyId, userId, "agency");
    }
    await removeUnreachableAssignments(tx, agencyId, userId);
  });
  publishStanding(userId);
}

/** Takes someone out of the agency and all its teams. What they wrote stays. */
export async function removeAgencyMember(context: AgencyContext, userId: string): Promise<void> {
  if (userId === context.userId) throw new RefusedError("To take yourself out, use “Leave this agency”.");
  await takeOutOfAgency(context, userId);
}

/** @throws RefusedError for the last admin. */
export async function leaveAgency(context: AgencyContext): Promise<void> {
  await takeOutOfAgency(context, context.userId);
}

async function takeOutOfAgency(context: AgencyContext, userId: string): Promise<void> {
  const { agencyId } = context;
  await withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    await requireAnotherAdmin(tx, agencyId, userId);
    const { count } = await tx.membership.deleteMany({ where: { agencyId, userId } });
    if (count === 0) throw new RefusedError("This person is not in your agency any more.");
    await revokeInvitationsBy(tx, agencyId, userId);
    await revokeInvitationsTo(tx, agencyId, userId, "agency");
  });
  publishStanding(userId);
}

/** Under the lock: two admins leaving at once must not leave none. */
async function requireAnotherAdmin(tx: Tx, agencyId: string, userId: string): Promise<void> {
  const admins = await tx.membership.findMany({ where: { agencyId, isAdmin: true }, select: { userId: true } });
  if (admins.length === 1 && admins[0]?.userId === userId) throw new RefusedError(LAST_ADMIN);
}

/** The person's own name in this agency. */
export async function getDisplayName(context: AgencyContext | TeamContext): Promise<string> {
  const { agencyId, userId } = context;
  const { displayName } = await withAgency(context, (tx) =>
    tx.membership.findUniqueOrThrow({ where: { agencyId_userId: { agencyId, userId } }, select: { displayName: true } }),
  );
  return displayName;
}

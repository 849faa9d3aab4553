import "server-only";
import { sortToolKeys } from "@/content/toolkits";
import { findEmails } from "@/lib/accounts/account-emails";
import { lockPeople } from "@/lib/agencies/agency-lock";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { assignableRoles, isAllowedInTeam, type Role, type TeamRole } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { readShownAt } from "@/lib/platform/auth/shown-person";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { withAgency, type Tx } from "@/lib/platform/db/with-agency";
import { publishStanding } from "@/lib/platform/events/standing";
import { removeUnreachableAssignments } from "./assignment-access";
import { isDemotion, revokeInvitationsBy, revokeInvitationsTo } from "./open-invitations";

export interface TeamMemberView {
  readonly userId: string;
  /** Who they are shown as. */
  readonly personId: string;
  /** The name the person chose for this agency. */
  readonly displayName: string;
  /** Shown only to those who manage the team. */
  readonly email: string | null;
  /** Whether they joined by a code; known only to those who manage the team. */
  readonly hasNoAddress: boolean;
  readonly role: Role;
  /** A partner's tools, of those the reader may open too; empty for everyone else. */
  readonly toolKeys: readonly ToolKey[];
  readonly isYou: boolean;
}

/** Agency admins, then the team's people by name. */
export async function listTeamMembers(context: TeamContext): Promise<readonly TeamMemberView[]> {
  const { agencyId, teamId } = context;
  const memberships = await withAgency(context, (tx) =>
    tx.membership.findMany({
      where: { agencyId, OR: [{ isAdmin: true }, { teams: { some: { agencyId, teamId } } }] },
      orderBy: [{ isAdmin: "desc" }, { displayName: "asc" }, { userId: "asc" }],
      select: {
        userId: true,
        displayName: true,
        isAdmin: true,
        teams: { where: { agencyId, teamId }, select: { role: true, toolKeys: true } },
      },
    }),
  );
  const shownAt = await readShownAt(context);
  const now = new Date();
  const isManager = isAllowedInTeam(context.role, "team-member:update");
  const isOpen = (key: ToolKey) => context.toolKeys?.includes(key) ?? true;
  const emails = isManager ? await findEmails(memberships.map(({ userId }) => userId)) : new Map<string, string>();
  return memberships.map(({ userId, displayName, isAdmin, teams: [place] }) => ({
    userId,
    personId: shownAt(userId, now).personId,
    displayName,
    ...addressIn(emails, userId),
    role: isAdmin ? "admin" : (place?.role ?? "viewer"),
    toolKeys: !isAdmin && place?.role === "partner" ? sortToolKeys(place.toolKeys).filter(isOpen) : [],
    isYou: userId === context.userId,
  }));
}

/** An account's address; a sign-in name is nobody's to know but its own person's. */
export function addressIn(emails: ReadonlyMap<string, string>, userId: string): { readonly email: string | null; readonly hasNoAddress: boolean } {
  const known = emails.get(userId);
  const hasNoAddress = known !== undefined && !hasAddress(known);
  return { email: hasNoAddress ? null : (known ?? null), hasNoAddress };
}

/** When the person joined the team, ISO 8601; null for an agency admin who is in it without having joined. */
export async function findJoinedAt(context: TeamContext): Promise<string | null> {
  const { agencyId, teamId, userId } = context;
  const place = await withAgency(context, (tx) =>
    tx.teamMember.findUnique({ where: { agencyId_teamId_userId: { agencyId, teamId, userId } }, select: { joinedAt: true } }),
  );
  return place?.joinedAt.toISOString() ?? null;
}

export interface TeamRoleChange {
  readonly userId: string;
  readonly role: TeamRole;
  readonly toolKeys: readonly ToolKey[];
}

/** @throws RefusedError for someone who isn't in the team, oneself, or a partner without a tool. */
export async function updateTeamMember(context: TeamContext, { userId, role, toolKeys }: TeamRoleChange): Promise<void> {
  requireAssignable(context.role, role, toolKeys);
  if (role === "lead") await requireAddress(userId, "role");
  if (userId === context.userId) throw new RefusedError("You can’t change your own role. Ask another lead or an agency admin.");
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    const key = { agencyId_teamId_userId: { agencyId, teamId, userId } };
    const before = await tx.teamMember.findUnique({ where: key, select: { role: true } });
    if (!before) throw new RefusedError("This person is not in the team any more.");
    await tx.teamMember.update({ where: key, data: { role, toolKeys: role === "partner" ? [...toolKeys] : [] } });
    if (isDemotion(before.role, role)) await revokeInvitationsTo(tx, agencyId, userId, { teamId, above: role });
    if (role !== "lead") await revokeInvitationsBy(tx, agencyId, userId, teamId);
    await removeUnreachableAssignments(tx, agencyId, userId);
  });
  publishStanding(userId);
}

/** Whoever invites and removes others can be reached, and gets back in by their own mail. */
export async function requireAddress(userId: string, field?: string): Promise<void> {
  const signInName = (await findEmails([userId])).get(userId);
  if (signInName === undefined || hasAddress(signInName)) return;
  const words = "This person joined without an email address. Leads and admins need one of their own.";
  throw new RefusedError(words, field === undefined ? undefined : { [field]: words });
}

/** A role above one's own can't be given, and a partner needs at least one tool. */
export function requireAssignable(giver: Role, role: TeamRole, toolKeys: readonly ToolKey[]): void {
  if (!assignableRoles(giver).includes(role)) {
    throw new RefusedError("You can’t give this role.", { role: "Choose a role that is not above your own." });
  }
  if (role === "partner" && toolKeys.length === 0) {
    throw new RefusedError("Some answers need another look.", { toolKeys: "Choose at least one tool to share." });
  }
}

/** @throws RefusedError for oneself (leaving is its own act) and for someone who isn't in the team. */
export async function removeTeamMember(context: TeamContext, userId: string): Promise<void> {
  if (userId === context.userId) throw new RefusedError("To take yourself out, use “Leave this team”.");
  await withAgency(context, (tx) => takeOutOfTeam(tx, context, userId));
  publishStanding(userId);
}

/** @throws RefusedError for an agency admin, who is in every team. */
export async function leaveTeam(context: TeamContext): Promise<void> {
  if (context.role === "admin") {
    throw new RefusedError("Agency admins belong to every team. To leave, leave the agency on its page.");
  }
  await withAgency(context, (tx) => takeOutOfTeam(tx, context, context.userId));
  publishStanding(context.userId);
}

/** Who is in no team any more, and no admin, leaves the agency too: nothing of it stays open to them. */
async function takeOutOfTeam(tx: Tx, { agencyId, teamId }: TeamContext, userId: string): Promise<void> {
  await lockPeople(tx, agencyId);
  const { count } = await tx.teamMember.deleteMany({ where: { agencyId, teamId, userId } });
  if (count === 0) throw new RefusedError("This person is not in the team any more.");
  await revokeInvitationsBy(tx, agencyId, userId, teamId);
  await removeUnreachableAssignments(tx, agencyId, userId);
  await revokeInvitationsTo(tx, agencyId, userId, { teamId });
  const teamsLeft = await tx.teamMember.count({ where: { agencyId, userId } });
  if (teamsLeft > 0) return;
  const { count: left } = await tx.membership.deleteMany({ where: { agencyId, userId, isAdmin: false } });
  if (left === 0) return;
  await revokeInvitationsBy(tx, agencyId, userId);
  await revokeInvitationsTo(tx, agencyId, userId, "agency");
}

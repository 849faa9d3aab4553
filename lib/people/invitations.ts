import "server-only";
import { sortToolKeys } from "@/content/toolkits";
import { findEmails } from "@/lib/accounts/account-emails";
import { lockPeople } from "@/lib/agencies/agency-lock";
import { requireInvitationRoom } from "@/lib/agencies/quotas";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import { ROLE_LABELS, type TeamRole } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { createSecret, hashSecret } from "@/lib/platform/auth/secrets";
import { withAgency, type Tx } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { invitationMail } from "@/lib/platform/mail/letters";
import { deliverMail, mailRoute } from "@/lib/platform/mail/outbox";
import { countAttempt, type ThrottleRule } from "@/lib/platform/rates/throttle";
import { requireAssignable } from "./members";

export const INVITATION_DAYS = 7;
export const INVITATIONS_PER_PERSON: ThrottleRule = { name: "invitation:sender", limit: 60, minutes: 60 };

/** Made inside the transaction; `sendInvitation` mails it after the commit. */
export interface PendingInvitation {
  readonly invitationId: string;
  readonly token: string;
  readonly email: string;
  readonly role: TeamRole | null;
  readonly agencyName: string;
  readonly teamName: string | null;
  readonly invitedByName: string;
}

/** What the inviter sees once: the link is stored only as a hash. */
export interface SentInvitation {
  readonly email: string;
  /** To hand over where there is no mail server; null where there is one, because only who reads the address's mail may have it. */
  readonly link: string | null;
  /** False when mail is off or failed. */
  readonly isMailed: boolean;
}

/** Whether whoever invites gets to see the link, with which anyone can make the account. */
function isLinkShown(): boolean {
  return mailRoute() !== "smtp";
}

export interface TeamInvitation {
  readonly email: string;
  readonly role: TeamRole;
  readonly toolKeys: readonly ToolKey[];
}

/** @throws RefusedError for a role above the inviter's, a partner without a tool, or someone already in the team. */
export async function createTeamInvitation(context: TeamContext, input: TeamInvitation): Promise<PendingInvitation> {
  const { email, role, toolKeys } = input;
  requireAssignable(context.role, role, toolKeys);
  const { agencyId, teamId } = context;
  return withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    const places = await tx.membership.findMany({
      where: { agencyId, OR: [{ isAdmin: true }, { teams: { some: { agencyId, teamId } } }] },
      select: { userId: true },
    });
    await refuseMembers(places.map(({ userId }) => userId), email, "This person is in the team already.");
    return insertInvitation(tx, context, { email, teamId, role, toolKeys: role === "partner" ? [...toolKeys] : [] });
  });
}

/** Invites another admin of the agency. @throws RefusedError for someone who is one. */
export async function createAdminInvitation(context: AgencyContext, email: string): Promise<PendingInvitation> {
  const { agencyId } = context;
  return withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    const admins = await tx.membership.findMany({ where: { agencyId, isAdmin: true }, select: { userId: true } });
    await refuseMembers(admins.map(({ userId }) => userId), email, "This person is an agency admin already.");
    return insertInvitation(tx, context, { email, teamId: null, role: null, toolKeys: [] });
  });
}

async function refuseMembers(userIds: readonly string[], email: string, message: string): Promise<void> {
  const emails = await findEmails(userIds);
  if ([...emails.values()].includes(email)) throw new RefusedError("No invitation was sent.", { email: message });
}

interface InvitationRow {
  email: string;
  teamId: string | null;
  role: TeamRole | null;
  toolKeys: ToolKey[];
}

async function insertInvitation(
  tx: Tx,
  { agencyId, userId }: { agencyId: string; userId: string },
  row: InvitationRow,
): Promise<PendingInvitation> {
  await requireMayInvite(userId);
  const now = new Date();
  // An older invitation to the same place would otherwise still open it, perhaps with another role.
  await tx.invitation.updateMany({
    where: { agencyId, teamId: row.teamId, email: row.email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await requireInvitationRoom(tx, agencyId);
  const token = createSecret();
  const { id } = await tx.invitation.create({
    data: { ...row, agencyId, tokenHash: hashSecret(token), invitedBy: userId, expiresAt: invitationExpiry(), isLinkShown: isLinkShown() },
    select: { id: true },
  });
  return describePending(tx, agencyId, userId, id, token);
}

export async function requireMayInvite(userId: string): Promise<void> {
  if (!(await countAttempt(INVITATIONS_PER_PERSON, userId))) {
    throw new RefusedError("You sent many invitations in the last hour. Please wait an hour, then go on.");
  }
}

export function invitationExpiry(): Date {
  return new Date(Date.now() + INVITATION_DAYS * 86_400_000);
}

async function describePending(tx: Tx, agencyId: string, userId: string, id: string, token: string): Promise<PendingInvitation> {
  const invitation = await tx.invitation.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id } },
    select: { email: true, role: true, agency: { select: { name: true } }, team: { select: { name: true } } },
  });
  if (invitation.email === null) throw new RefusedError(GONE);
  const inviter = await tx.membership.findUniqueOrThrow({
    where: { agencyId_userId: { agencyId, userId } },
    select: { displayName: true },
  });
  return {
    invitationId: id,
    token,
    email: invitation.email,
    role: invitation.role,
    agencyName: invitation.agency.name,
    teamName: invitation.team?.name ?? null,
    invitedByName: inviter.displayName,
  };
}

/** Mails an invitation, after its transaction. */
export async function sendInvitation(pending: PendingInvitation): Promise<SentInvitation> {
  const { token, email, role, ...words } = pending;
  const link = `${env().APP_URL}/invitation/${token}`;
  const roleLabel = ROLE_LABELS[role ?? "admin"];
  const isMailed = await deliverMail(invitationMail(email, link, { ...words, roleLabel, days: INVITATION_DAYS }));
  return { email, link: isLinkShown() ? link : null, isMailed };
}

export interface OpenInvitation {
  readonly invitationId: string;
  /** Null for a code that was handed over. */
  readonly email: string | null;
  /** Such a code, to get back in. */
  readonly isBackIn: boolean;
  readonly createdAt: Date;
  /** Null invites an agency admin. */
  readonly role: TeamRole | null;
  readonly toolKeys: readonly ToolKey[];
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

type Scope = AgencyContext | TeamContext;

/** Team invitations belong to their team; an agency context sees those to become its admin. */
function scopeOf(context: Scope) {
  return { agencyId: context.agencyId, teamId: "teamId" in context ? context.teamId : null };
}

/** Neither accepted nor revoked, newest first; the expired ones too, so that they can be sent again. */
export async function listInvitations(context: Scope): Promise<readonly OpenInvitation[]> {
  const rows = await withAgency(context, (tx) =>
    tx.invitation.findMany({
      where: { ...scopeOf(context), acceptedAt: null, revokedAt: null },
      orderBy: { createdAt: "desc" },
      select: { id: true, email: true, forUserId: true, role: true, toolKeys: true, createdAt: true, expiresAt: true },
    }),
  );
  const now = Date.now();
  return rows.map(({ id, expiresAt, toolKeys, forUserId, ...row }) => ({
    ...row,
    isBackIn: forUserId !== null,
    toolKeys: sortToolKeys(toolKeys),
    invitationId: id,
    expiresAt,
    isExpired: expiresAt.getTime() <= now,
  }));
}

const GONE = "This invitation is not open any more.";

/** @throws RefusedError when it isn't open, or belongs to another team. */
export async function revokeInvitation(context: Scope, invitationId: string): Promise<void> {
  const { count } = await withAgency(context, (tx) =>
    tx.invitation.updateMany({
      where: { ...scopeOf(context), id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    }),
  );
  if (count === 0) throw new RefusedError(GONE);
}

/** A new link for another seven days; the old one stops working. A code is not sent again: a new one is made. */
export async function renewInvitation(context: Scope, invitationId: string): Promise<PendingInvitation> {
  const { agencyId, userId } = context;
  return withAgency(context, async (tx) => {
    await requireMayInvite(userId);
    const token = createSecret();
    const { count } = await tx.invitation.updateMany({
      where: { ...scopeOf(context), id: invitationId, email: { not: null }, acceptedAt: null, revokedAt: null },
      data: { tokenHash: hashSecret(token), invitedBy: userId, expiresAt: invitationExpiry(), isLinkShown: isLinkShown() },
    });
    if (count === 0) throw new RefusedError(GONE);
    return describePending(tx, agencyId, userId, invitationId, token);
  });
}

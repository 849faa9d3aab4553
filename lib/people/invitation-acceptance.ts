import "server-only";
import { randomUUID } from "node:crypto";
import { sortToolKeys } from "@/content/toolkits";
import { findEmails } from "@/lib/accounts/account-emails";
import { hasAccount, insertAccount, requireGoodPassword } from "@/lib/accounts/accounts";
import { lockPeople } from "@/lib/agencies/agency-lock";
import { requireMemberRoom } from "@/lib/agencies/quotas";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import { recordAudit } from "@/lib/platform/audit/audit";
import { hashPassword } from "@/lib/platform/passwords/password";
import { ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { authDb } from "@/lib/platform/db/client";
import { withAgency, type Tx } from "@/lib/platform/db/with-agency";
import { mailRoute } from "@/lib/platform/mail/outbox";
import { findFreeName, requireFreeName, requireFreeNameForGuest } from "./taken-names";

export type InvitationState = "open" | "expired" | "used" | "revoked";

/** What the person invited may know before they accept. */
export interface InvitationView {
  readonly state: InvitationState;
  /** Null for a code that was handed over: for whoever has it. */
  readonly email: string | null;
  /** Such a code for somebody who has an account without an address, to choose a new password: the name they sign in with. */
  readonly backInAs: string | null;
  readonly hasAccount: boolean;
  /** False where mail works but this link was shown to whoever invited: an account needs a letter to its address. */
  readonly mayMakeAccount: boolean;
  readonly agencyName: string;
  /** Null: to become an agency admin. */
  readonly teamName: string | null;
  readonly roleLabel: string;
  readonly toolKeys: readonly ToolKey[];
}

export function readInvitation(token: string) {
  return authDb().invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { agency: { select: { name: true } }, team: { select: { name: true } } },
  });
}

/** Null for a token nobody made. Looking changes nothing: mail scanners open links too. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const row = await readInvitation(token);
  if (!row) return null;
  return {
    state: stateOf(row),
    email: row.email,
    backInAs: row.forUserId === null ? null : ((await findEmails([row.forUserId])).get(row.forUserId) ?? null),
    hasAccount: row.email !== null && (await hasAccount(row.email)),
    mayMakeAccount: mayMakeAccount(row),
    agencyName: row.agency.name,
    teamName: row.team?.name ?? null,
    roleLabel: ROLE_LABELS[row.role ?? "admin"],
    toolKeys: sortToolKeys(row.toolKeys),
  };
}

/**
 * With a mail server, an account for an address is made only by a link that went to it and nowhere else. A code makes an
 * account without an address.
 */
function mayMakeAccount(row: { email: string | null; isLinkShown: boolean }): boolean {
  return row.email === null || !row.isLinkShown || mailRoute() !== "smtp";
}

export function stateOf(row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }): InvitationState {
  if (row.acceptedAt) return "used";
  if (row.revokedAt) return "revoked";
  return row.expiresAt.getTime() <= Date.now() ? "expired" : "open";
}

/** The name that someone with an account would join with; `isOther` when theirs looks like that of somebody who is there. */
export async function findNameToJoin(
  token: string,
  { userId, name }: { readonly userId: string; readonly name: string },
): Promise<{ readonly name: string; readonly isOther: boolean }> {
  const row = await readInvitation(token);
  const free = row ? await findFreeName(authDb(), { agencyId: row.agencyId, userId }, name) : name;
  return { name: free, isOther: free !== name };
}

/** Where the person goes next. */
export interface AcceptedInvitation {
  readonly agencyId: string;
  readonly teamId: string | null;
}

export const DEAD = "This invitation no longer works. Ask the person who invited you for a new one.";
/** Also for whoever tries again because the answer to their first try was lost. */
export const USED = "This invitation no longer works, because it was accepted already. If that was you, sign in.";

/**
 * Joins the team, or the agency's admins, under the name given, or else the account's. @throws RefusedError when the link is dead, was sent to another address, or
 * its sender may no longer invite; on the field `name`, when the name given looks like somebody else's.
 */
export async function acceptInvitation(
  token: string,
  user: Joining,
  displayName?: string,
): Promise<AcceptedInvitation> {
  return accept(token, user, displayName);
}

interface Joining {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** Makes the account and joins with it. Of several who come with one link or code at once, one does; the others make no account either. */
export async function acceptWithNewAccount(
  token: string,
  { name, email, passwordHash }: { readonly name: string; readonly email: string; readonly passwordHash: string },
): Promise<AcceptedInvitation> {
  const id = randomUUID();
  return accept(token, { userId: id, email, name }, name, async () => void (await insertAccount(authDb(), { id, name, email, passwordHash })));
}

/** @param makeAccount comes last of all that can refuse: the account is another role's to write, so it stands at once. */
async function accept(token: string, user: Joining, displayName?: string, makeAccount?: () => Promise<void>): Promise<AcceptedInvitation> {
  const row = await readInvitation(token);
  if (!row || stateOf(row) !== "open" || row.forUserId !== null) throw new RefusedError(DEAD);
  if (row.email !== null && row.email !== user.email) {
    throw new RefusedError(`This invitation was sent to ${row.email}. Sign in with that address to accept it.`);
  }
  const { agencyId, teamId, id } = row;
  const actor = { agencyId, userId: user.userId };
  return withAgency(actor, async (tx) => {
    await lockPeople(tx, agencyId);
    const { count } = await tx.invitation.updateMany({
      where: { agencyId, id, tokenHash: row.tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    });
    if (count === 0) throw new RefusedError((await readInvitation(token))?.acceptedAt ? USED : DEAD);
    if (!(await mayStillInvite(tx, agencyId, teamId, row.invitedBy))) throw new RefusedError(DEAD);
    await requireMemberRoom(tx, agencyId, user.userId);
    const isAdmin = teamId === null;
    if (displayName !== undefined) await requireFreeName(tx, actor, displayName, "name");
    const name = displayName ?? (await findFreeName(tx, actor, user.name));
    await makeAccount?.();
    await tx.membership.upsert({
      where: { agencyId_userId: { agencyId, userId: user.userId } },
      create: { ...actor, isAdmin, displayName: name },
      update: isAdmin ? { isAdmin: true } : {},
    });
    if (teamId !== null && row.role !== null) {
      await tx.teamMember.upsert({
        where: { agencyId_teamId_userId: { ...actor, teamId } },
        create: { ...actor, teamId, role: row.role, toolKeys: row.toolKeys },
        // Someone who joined meanwhile keeps the role they have.
        update: {},
      });
    }
    await recordAudit(actor, { action: "invitation:accept", outcome: "done", target: { invitationId: id, teamId, role: row.role } });
    return { agencyId, teamId };
  });
}

/** The same for somebody who may be trying again: whoever has accepted this invitation and is inside has joined. */
export async function acceptInvitationAgain(...[token, user, displayName]: Parameters<typeof acceptInvitation>): Promise<AcceptedInvitation> {
  try {
    return await acceptInvitation(token, user, displayName);
  } catch (error) {
    const row = await readInvitation(token);
    if (!row?.acceptedAt || (row.email !== null && row.email !== user.email)) throw error;
    const { agencyId, teamId } = row;
    const place = teamId === null ? { isAdmin: true } : { OR: [{ isAdmin: true }, { teams: { some: { agencyId, teamId } } }] };
    const actor = { agencyId, userId: user.userId };
    const isInside = await withAgency(actor, (tx) => tx.membership.count({ where: { ...actor, ...place } }));
    if (isInside === 0) throw error;
    return { agencyId, teamId };
  }
}

export async function mayStillInvite(tx: Tx, agencyId: string, teamId: string | null, userId: string): Promise<boolean> {
  const membership = await tx.membership.findUnique({
    where: { agencyId_userId: { agencyId, userId } },
    select: { isAdmin: true, teams: { where: { role: "lead" }, select: { teamId: true } } },
  });
  if (!membership) return false;
  return membership.isAdmin || membership.teams.some((team) => team.teamId === teamId);
}

const SHOWN_LINK =
  "This link was made before this site could send mail, so it can’t make an account. Ask the person who invited you to send the invitation again.";

/**
 * For someone without an account. Where mail works, the link went to the address alone. Without a mail server it was
 * handed over, and nobody knows whose the address is.
 */
export async function acceptInvitationAsNewPerson(
  token: string,
  { name, password }: { name: string; password: string },
): Promise<AcceptedInvitation & { readonly email: string }> {
  const row = await readInvitation(token);
  if (!row || stateOf(row) !== "open") throw new RefusedError(row?.acceptedAt ? USED : DEAD);
  if (row.email === null) throw new RefusedError(DEAD);
  if (!mayMakeAccount(row)) throw new RefusedError(SHOWN_LINK);
  const { email } = row;
  requireGoodPassword(password, { email, name, words: [row.agency.name, row.team?.name ?? ""] });
  await requireFreeNameForGuest(row.agencyId, name, "name");
  const passwordHash = await hashPassword(password);
  return { ...(await acceptWithNewAccount(token, { name, email, passwordHash })), email };
}

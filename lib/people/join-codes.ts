import "server-only";
import { randomInt } from "node:crypto";
import { findEmails } from "@/lib/accounts/account-emails";
import { lockPeople } from "@/lib/agencies/agency-lock";
import { requireInvitationRoom } from "@/lib/agencies/quotas";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { CODE_ROLES, type CodeRole, type TeamRole } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb } from "@/lib/platform/db/client";
import { withAgency, type Tx } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { invitationExpiry, requireMayInvite } from "./invitations";
import { CODE_ALPHABET, CODE_LENGTH, formatCode } from "./join-code";
import { requireAssignable } from "./members";

/**
 * Codes that a lead hands over to somebody without an email address of their own: to join, or to get back in. The lead
 * sees the code, so they could use it themselves before the person does: accounts made or opened by one never reach
 * further than the lead does (no admin, no lead, no other agency).
 */

/** Made inside the transaction; shown once after it. Only its hash is stored. */
export interface MadeCode {
  readonly invitationId: string;
  readonly code: string;
}

export interface HandedCode {
  /** In groups, as it is typed. */
  readonly code: string;
  readonly link: string;
}

export function handOver({ code }: MadeCode): Promise<HandedCode> {
  return Promise.resolve({ code: formatCode(code), link: `${env().APP_URL}/invitation/${code}` });
}

/** A code with which one person joins the team. @throws RefusedError for any role but these, or a partner without a tool. */
export async function createJoinCode(
  context: TeamContext,
  { role, toolKeys }: { readonly role: CodeRole; readonly toolKeys: readonly ToolKey[] },
): Promise<MadeCode> {
  if (!CODE_ROLES.includes(role)) throw new RefusedError("A code can’t give this role.", { role: "Choose team member or community partner." });
  requireAssignable(context.role, role, toolKeys);
  const keys = role === "partner" ? [...toolKeys] : [];
  return withAgency(context, async (tx) => {
    await lockPeople(tx, context.agencyId);
    return insertCode(tx, context, { role, toolKeys: keys, forUserId: null });
  });
}

const NO_CODE_FOR_THEM =
  "A code to get back in can’t be made for this person by you. It takes someone who leads every team they are in. People with an email address choose a new password by mail.";

/** A code with which somebody without an address chooses a new password. An earlier one for them ends. @throws RefusedError */
export async function createBackInCode(context: TeamContext, userId: string): Promise<MadeCode> {
  const { agencyId, teamId } = context;
  if (userId === context.userId) throw new RefusedError(NO_CODE_FOR_THEM);
  return withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    const place = await tx.teamMember.findUnique({
      where: { agencyId_teamId_userId: { agencyId, teamId, userId } },
      select: { role: true, toolKeys: true },
    });
    if (!place) throw new RefusedError("This person is not in the team any more.");
    if (!(await mayLetBackIn(tx, { agencyId, inviter: context.userId, userId }))) throw new RefusedError(NO_CODE_FOR_THEM);
    await tx.invitation.updateMany({
      where: { agencyId, forUserId: userId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    return insertCode(tx, context, { role: place.role, toolKeys: place.toolKeys, forUserId: userId });
  });
}

/**
 * Whether whoever gives the code reaches everything that the account does: it has no address, belongs to this agency alone,
 * is no admin of it, and is only in teams that the inviter leads. Asked when the code is made and when it is used.
 */
export async function mayLetBackIn(tx: Tx, { agencyId, inviter, userId }: { agencyId: string; inviter: string; userId: string }): Promise<boolean> {
  const signInName = (await findEmails([userId])).get(userId);
  if (signInName === undefined || hasAddress(signInName)) return false;
  if (await belongsElsewhere(agencyId, userId)) return false;
  const people = await tx.membership.findMany({
    where: { agencyId, userId: { in: [inviter, userId] } },
    select: { userId: true, isAdmin: true, teams: { select: { teamId: true, role: true } } },
  });
  const [giver, target] = [inviter, userId].map((id) => people.find((person) => person.userId === id));
  if (!giver || !target || target.isAdmin) return false;
  const leads = (teamId: string) => giver.isAdmin || giver.teams.some((team) => team.teamId === teamId && team.role === "lead");
  return target.teams.length > 0 && target.teams.every(({ teamId, role }) => role !== "lead" && leads(teamId));
}

async function belongsElsewhere(agencyId: string, userId: string): Promise<boolean> {
  // Other agencies are seen by the identity role alone.
  return (await authDb().membership.count({ where: { userId, NOT: { agencyId } } })) > 0;
}

interface CodeRow {
  role: TeamRole;
  toolKeys: string[];
  forUserId: string | null;
}

async function insertCode(tx: Tx, { agencyId, teamId, userId }: TeamContext, row: CodeRow): Promise<MadeCode> {
  await requireMayInvite(userId);
  await requireInvitationRoom(tx, agencyId);
  const code = makeCode();
  const { id } = await tx.invitation.create({
    data: { ...row, agencyId, teamId, email: null, tokenHash: hashSecret(code), invitedBy: userId, expiresAt: invitationExpiry(), isLinkShown: true },
    select: { id: true },
  });
  return { invitationId: id, code };
}

/** A hundred bits, which nobody guesses however long they try. */
function makeCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
}

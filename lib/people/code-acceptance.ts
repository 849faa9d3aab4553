import "server-only";
import { findEmails } from "@/lib/accounts/account-emails";
import { requireGoodPassword, setPassword } from "@/lib/accounts/accounts";
import { lockPeople } from "@/lib/agencies/agency-lock";
import { recordAccountEvent, recordAudit } from "@/lib/platform/audit/audit";
import { hashPassword } from "@/lib/platform/passwords/password";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { ACCOUNT_RULE } from "@/lib/platform/auth/sign-in";
import { SIGN_IN_NAME } from "@/lib/platform/auth/sign-in-name";
import { authDb } from "@/lib/platform/db/client";
import { withAgency } from "@/lib/platform/db/with-agency";
import { forgetAttempts } from "@/lib/platform/rates/throttle";
import { type AcceptedInvitation, acceptWithNewAccount, DEAD, mayStillInvite, readInvitation, stateOf, USED } from "./invitation-acceptance";
import { mayLetBackIn } from "./join-codes";
import { requireFreeNameForGuest } from "./taken-names";

/** What somebody does with a code that was handed to them (see join-codes.ts). */

/** For whoever tries again because the answer to their first try was lost. */
const USED_TO_GET_IN = "This code no longer works, because it was used already. If that was you, sign in with the password you chose then.";

const NAME_TAKEN = "Somebody signs in with this already. Choose another, for example with a number at its end.";

export interface CodePerson {
  /** Shown to the team. */
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

/** Makes an account without an address and joins, in one step. @throws RefusedError when the code is dead, or on the field that won't do. */
export async function joinByCode(token: string, { name, signInName, password }: CodePerson): Promise<AcceptedInvitation & { readonly signInName: string }> {
  const row = await readInvitation(token);
  if (!row || row.email !== null || row.forUserId !== null) throw new RefusedError(DEAD);
  if (stateOf(row) !== "open") throw new RefusedError(row.acceptedAt ? USED : DEAD);
  // An account for an address is made by its mail alone.
  if (!SIGN_IN_NAME.test(signInName)) throw new RefusedError("Some answers need another look.", { signInName: "Choose a name without an “@”." });
  requireGoodPassword(password, { email: signInName, name, words: [row.agency.name, row.team?.name ?? ""] });
  await requireFreeNameForGuest(row.agencyId, name, "name");
  if ((await authDb().userAccount.count({ where: { email: signInName } })) > 0) {
    throw new RefusedError("Some answers need another look.", { signInName: NAME_TAKEN });
  }
  const passwordHash = await hashPassword(password);
  return { ...(await acceptWithNewAccount(token, { name, email: signInName, passwordHash })), signInName };
}

/** Sets a new password for the account the code is for and ends all its sessions. @throws RefusedError for a dead code or a poor password. */
export async function getBackIn(token: string, password: string, source: string | null): Promise<{ readonly signInName: string }> {
  const row = await readInvitation(token);
  if (!row?.forUserId) throw new RefusedError(DEAD);
  if (stateOf(row) !== "open") throw new RefusedError(row.acceptedAt ? USED_TO_GET_IN : DEAD);
  const { agencyId, teamId, id, forUserId: userId, invitedBy: inviter } = row;
  const signInName = (await findEmails([userId])).get(userId);
  if (signInName === undefined) throw new RefusedError(DEAD);
  requireGoodPassword(password, { email: signInName });
  const actor = { agencyId, userId };
  await withAgency(actor, async (tx) => {
    await lockPeople(tx, agencyId);
    const { count } = await tx.invitation.updateMany({
      where: { agencyId, id, tokenHash: row.tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    });
    const mayStill = count > 0 && (await mayStillInvite(tx, agencyId, teamId, inviter)) && (await mayLetBackIn(tx, { agencyId, inviter, userId }));
    if (!mayStill) throw new RefusedError(DEAD);
    // Whoever made the code could be the one who uses it: what the person said of themselves alone is not there to be read.
    await tx.ownSeat.deleteMany({ where: { agencyId, userId } });
    await recordAudit(actor, { action: "invitation:accept", outcome: "done", target: { invitationId: id, teamId, change: "back-in" }, source });
  });
  await setPassword({ userId, email: signInName }, password);
  await forgetAttempts(ACCOUNT_RULE, signInName);
  await authDb().userAccount.update({ where: { id: userId }, data: { backInAt: new Date() } });
  await recordAccountEvent({ action: "account:back-in-by-code", outcome: "done", userId, source });
  return { signInName };
}

/** When a code last opened the person's account; null when none did. It tells them of one they did not use themselves. */
export async function findLastBackIn(userId: string): Promise<Date | null> {
  const account = await authDb().userAccount.findUnique({ where: { id: userId }, select: { backInAt: true } });
  return account?.backInAt ?? null;
}

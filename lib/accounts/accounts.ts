import "server-only";
import { hashPassword } from "@/lib/platform/passwords/password";
import { passwordProblem, type PasswordOwner } from "@/lib/platform/passwords/password-rules";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { revokeAllSessions, type SessionUser } from "@/lib/platform/auth/session-store";
import { checkOwnPassword } from "@/lib/platform/auth/sign-in";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isTaken } from "@/lib/platform/db/is-taken";
import { env } from "@/lib/platform/env";
import { isLocalVisit } from "@/lib/platform/http/local-visit";
import { passwordChangedMail } from "@/lib/platform/mail/letters";
import { deliverMail } from "@/lib/platform/mail/outbox";

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The embedded sample's account, which opens without a password. */
  readonly isSample?: boolean;
}

/** Makes an account. Whether the email address is the person's own is for the caller to know. @throws RefusedError when it exists. */
export async function createAccount({ name, email, password, isSample = false }: NewAccount): Promise<{ userId: string }> {
  const passwordHash = await hashPassword(password);
  return insertAccount(authDb(), { name, email, passwordHash, isSample });
}

/** The row itself, for callers that hashed the password before opening their transaction. */
export async function insertAccount(
  db: Prisma.TransactionClient,
  data: { id?: string; name: string; email: string; passwordHash: string; isSample?: boolean },
): Promise<{ userId: string }> {
  try {
    const { id } = await db.userAccount.create({ data, select: { id: true } });
    return { userId: id };
  } catch (error) {
    if (isTaken(error)) {
      throw new RefusedError("An account with this email address exists already. Sign in with it.");
    }
    throw error;
  }
}

/** @throws RefusedError, on the given field, when the password is too short or easy to guess. */
export function requireGoodPassword(password: string, owner: PasswordOwner, field = "password"): void {
  const problem = passwordProblem(password, owner);
  if (problem) throw new RefusedError("Choose another password.", { [field]: problem });
}

export async function hasAccount(email: string): Promise<boolean> {
  return (await authDb().userAccount.count({ where: { email } })) > 0;
}

/** The id of the account with this address that may sign in; null when there is none. */
export async function findOpenAccount(email: string): Promise<{ userId: string } | null> {
  const account = await authDb().userAccount.findFirst({ where: { email: email.trim().toLowerCase(), disabledAt: null }, select: { id: true } });
  return account && { userId: account.id };
}

/** Whether a page asked for with these headers may offer the sample agency. */
export async function hasSampleAccount(headers: Pick<Headers, "get">): Promise<boolean> {
  if (!isLocalVisit(headers)) return false;
  return (await authDb().userAccount.count({ where: { isSample: true, disabledAt: null } })) > 0;
}

export async function updateAccountName(user: SessionUser, name: string): Promise<void> {
  await authDb().userAccount.update({ where: { id: user.userId }, data: { name } });
}

const CURRENT_PASSWORD_PROBLEMS = {
  wrong: "This is not your current password. After five wrong tries, wait 15 minutes.",
  paused: "After five wrong tries no password is checked for 15 minutes. Wait, then enter your current password again.",
};

/** Ends every session, also the one used here: a copied cookie must not outlive the old password. */
export async function changePassword(user: SessionUser, current: string, next: string): Promise<void> {
  requireGoodPassword(next, user, "newPassword");
  const answer = await checkOwnPassword(user, current);
  if (answer !== "right") {
    throw new RefusedError("Your password was not changed.", { currentPassword: CURRENT_PASSWORD_PROBLEMS[answer] });
  }
  await setPassword(user, next);
}

/** Stores a new password, ends all sessions and tells the person by mail, where they have an address. */
export async function setPassword(account: { userId: string; email: string }, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await authDb().$transaction([
    authDb().userAccount.update({ where: { id: account.userId }, data: { passwordHash } }),
    authDb().accountToken.updateMany({ where: { userId: account.userId, usedAt: null }, data: { usedAt: new Date() } }),
  ]);
  await revokeAllSessions(account.userId);
  if (hasAddress(account.email)) await deliverMail(passwordChangedMail(account.email, `${env().APP_URL}/forgot-password`));
}

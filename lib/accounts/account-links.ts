import "server-only";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { hashPassword, verifyPassword } from "@/lib/platform/passwords/password";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { createSecret, hashSecret, secretOf } from "@/lib/platform/auth/secrets";
import { ACCOUNT_RULE } from "@/lib/platform/auth/sign-in";
import { authDb } from "@/lib/platform/db/client";
import { withIdentity } from "@/lib/platform/db/with-identity";
import { env } from "@/lib/platform/env";
import { alreadyHasAccountMail, confirmSignUpMail, resetPasswordMail } from "@/lib/platform/mail/letters";
import { deliverMail } from "@/lib/platform/mail/outbox";
import { countAttempt, forgetAttempts, type ThrottleRule } from "@/lib/platform/rates/throttle";
import { insertAccount, requireGoodPassword, setPassword } from "./accounts";
import { type LetterKind, mayWriteTo } from "./letter-limits";

/** Emailed links to confirm a sign-up or choose a new password: stored hashed, used once, short-lived. */

export const SIGN_UP_MINUTES = 60;
/** NIST and ASVS 6.5.5: an emailed secret that stands in for a password lives ten minutes. */
export const RESET_MINUTES = 10;

const TRIES_PER_LINK: ThrottleRule = { name: "sign-up:link", limit: 5, minutes: SIGN_UP_MINUTES };

const DEAD_LINK = "This link no longer works. It may have been used, or it is too old. Ask for a new one.";

function expiry(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}

/**
 * Sends a letter with a link that finishes the sign-up, or one that says an account exists. Its caller answers the
 * same either way and doesn't wait for it. How many are sent, letter-limits.ts says; none is sent a second time for the
 * same form sent again, which `key` tells.
 */
export async function startSignUp(
  { name, email, password, key }: { name: string; email: string; password: string; key?: string | undefined },
  source: string | null,
): Promise<void> {
  if (!(await mayWriteTo("sign-up", email, source))) return;
  const passwordHash = await hashPassword(password, source);
  const account = await authDb().userAccount.findUnique({ where: { email }, select: { id: true } });
  await recordAccountEvent({ action: "account:sign-up", outcome: account ? "refused" : "done", email, source });
  const { APP_URL } = env();
  if (account) {
    await deliverMail(alreadyHasAccountMail(email, `${APP_URL}/sign-in`, `${APP_URL}/forgot-password`));
    return;
  }
  const token = key === undefined ? createSecret() : secretOf("sign-up", key, name, email, password);
  const { count } = await authDb().accountToken.createMany({
    data: [{ tokenHash: hashSecret(token), purpose: "sign-up", email, name, passwordHash, expiresAt: expiry(SIGN_UP_MINUTES) }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await deliverMail(confirmSignUpMail(email, `${APP_URL}/sign-up/confirm?token=${token}`, SIGN_UP_MINUTES));
}

/** Whether a link still works. Looking changes nothing: mail scanners open links too. */
export async function findAccountLink(token: string, purpose: LetterKind): Promise<{ email: string; name: string | null } | null> {
  const row = await findLiveToken(token, purpose);
  return row ? { email: row.email, name: row.name } : null;
}

/**
 * Makes the account. The password chosen at sign-up is asked for again, so that opening a link which a stranger had
 * sent to this address can't make an account with the stranger's password.
 */
export async function confirmSignUp(token: string, password: string): Promise<{ userId: string; email: string }> {
  const row = await findLiveToken(token, "sign-up");
  if (!row?.name || !row.passwordHash) throw new RefusedError(DEAD_LINK);
  if (!(await countAttempt(TRIES_PER_LINK, token))) throw new RefusedError("Too many tries. Sign up again to get a new link.");
  const { name, email, passwordHash } = row;
  if (!(await verifyPassword(passwordHash, password))) {
    throw new RefusedError("Your account is not made yet.", { password: "This is not the password you chose when you signed up." });
  }
  const { userId } = await withIdentity(async (tx) => {
    const { count } = await tx.accountToken.updateMany({
      where: { tokenHash: row.tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (count === 0) throw new RefusedError(DEAD_LINK);
    return insertAccount(tx, { name, email, passwordHash });
  });
  await recordAccountEvent({ action: "account:create", outcome: "done", userId, email });
  return { userId, email };
}

/** Sends a link to choose a new password, if there is such an account. Nobody is told whether there is. */
export async function startPasswordReset(email: string, source: string | null): Promise<void> {
  if (!(await mayWriteTo("reset", email, source))) return;
  const account = await authDb().userAccount.findUnique({ where: { email }, select: { id: true, disabledAt: true } });
  const isKnown = account !== null && account.disabledAt === null;
  await recordAccountEvent({ action: "account:ask-reset", outcome: isKnown ? "done" : "refused", email, source });
  if (!isKnown) return;
  const token = createSecret();
  await authDb().accountToken.create({
    data: { tokenHash: hashSecret(token), purpose: "reset", email, userId: account.id, expiresAt: expiry(RESET_MINUTES) },
  });
  await deliverMail(resetPasswordMail(email, `${env().APP_URL}/reset-password?token=${token}`, RESET_MINUTES));
}

/** Sets the new password and signs the person out everywhere. @throws RefusedError for a dead link or a poor password. */
export async function resetPassword(token: string, password: string): Promise<{ email: string }> {
  const row = await findLiveToken(token, "reset");
  if (!row?.userId) throw new RefusedError(DEAD_LINK);
  const { userId, email } = row;
  const { name } = await authDb().userAccount.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  requireGoodPassword(password, { email, name });
  const { count } = await authDb().accountToken.updateMany({
    where: { tokenHash: row.tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (count === 0) throw new RefusedError(DEAD_LINK);
  await setPassword({ userId, email }, password);
  await forgetAttempts(ACCOUNT_RULE, email);
  await recordAccountEvent({ action: "account:reset-password", outcome: "done", userId, email });
  return { email };
}

function findLiveToken(token: string, purpose: LetterKind) {
  return authDb().accountToken.findFirst({
    where: { tokenHash: hashSecret(token), purpose, usedAt: null, expiresAt: { gt: new Date() } },
  });
}

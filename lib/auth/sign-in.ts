import "server-only";
import { z } from "zod";
import { authDb } from "@/lib/db/client";
import { boundedText } from "@/lib/tools/bounded-text";
import { recordAccountEvent } from "./audit";
import { PASSWORD_MAX } from "./password-rules";
import { verifyPassword } from "./password";
import { countAttempt, forgetAttempts, forgiveAttempt, type ThrottleRule } from "./throttle";

/** CJIS AC-7: five tries, then a pause. It ends by itself, because a lock is also a way to shut people out. */
export const ACCOUNT_RULE: ThrottleRule = { name: "sign-in:account", limit: 5, minutes: 15 };
/** A whole agency may share one address. */
export const ADDRESS_RULE: ThrottleRule = { name: "sign-in:address", limit: 50, minutes: 15 };

const credentialsSchema = z.object({
  email: boundedText(254).trim().toLowerCase(),
  password: boundedText(PASSWORD_MAX),
});

/**
 * The account's id when email and password belong together, else null: unknown, wrong, locked and disabled answer
 * alike and take the same time.
 */
export async function verifySignIn(
  credentials: unknown,
  source: string | null,
  event = "account:sign-in",
): Promise<string | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  const email = parsed.success ? parsed.data.email : "";
  const allowedByAccount = await countAttempt(ACCOUNT_RULE, email);
  const allowedByAddress = source ? await countAttempt(ADDRESS_RULE, source) : true;
  const account = await authDb().userAccount.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const isOpen = parsed.success && allowedByAccount && allowedByAddress && account?.disabledAt === null;
  const isRight = await verifyPassword(isOpen ? account.passwordHash : null, parsed.data?.password ?? "");
  const userId = isRight && account ? account.id : null;
  const isLocked = !allowedByAccount || !allowedByAddress;
  await recordAccountEvent({
    action: event,
    outcome: userId ? "done" : isLocked ? "locked" : "failed",
    userId: account?.id ?? null,
    email,
    source,
  });
  if (!userId) return null;
  await forgetAttempts(ACCOUNT_RULE, email);
  if (source) await forgiveAttempt(ADDRESS_RULE, source);
  return userId;
}

/** The same question for someone already signed in (before a password change); counts as a try on the account. */
export async function isOwnPassword(user: { userId: string; email: string }, password: string): Promise<boolean> {
  return (await verifySignIn({ email: user.email, password }, null, "account:confirm-password")) === user.userId;
}

import "server-only";
import { z } from "zod";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { authDb } from "@/lib/platform/db/client";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { countAttempt, forgetAttempts, forgiveAttempt, type ThrottleRule } from "@/lib/platform/rates/throttle";
import { verifyPassword } from "@/lib/platform/passwords/password";
import { PASSWORD_MAX } from "@/lib/platform/passwords/password-rules";

/** CJIS AC-7: five tries, then a pause. It ends by itself, because a lock is also a way to shut people out. */
export const ACCOUNT_RULE: ThrottleRule = { name: "sign-in:account", limit: 5, minutes: 15 };
/** A whole agency may share one address. */
export const ADDRESS_RULE: ThrottleRule = { name: "sign-in:address", limit: 50, minutes: 15 };

const credentialsSchema = z.object({
  // With NUL it is nobody's, and the database could not even look.
  email: boundedText(254).trim().toLowerCase().regex(/^[^\0]*$/),
  password: boundedText(PASSWORD_MAX),
});

/** What signing in is paused for after too many wrong tries: this email address, or whoever asks from this source. */
export type Pause = "account" | "source";

export type SignInOutcome =
  | { readonly userId: string; /** What the password was compared with. */ readonly passwordHash: string }
  /** `pause` says why not even the right password is taken; it is the same for addresses without an account. */
  | { readonly userId: null; readonly pause: Pause | null };

/**
 * Whether email and password belong together. Unknown, wrong and disabled answer alike, locked the same for every
 * address, and all take the same time.
 */
export async function checkSignIn(
  credentials: unknown,
  source: string | null,
  event = "account:sign-in",
): Promise<SignInOutcome> {
  const parsed = credentialsSchema.safeParse(credentials);
  const email = parsed.success ? parsed.data.email : "";
  const allowedByAccount = await countAttempt(ACCOUNT_RULE, email);
  const network = source && networkOf(source);
  const allowedByAddress = network ? await countAttempt(ADDRESS_RULE, network) : true;
  const account = await authDb().userAccount.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const isOpen = parsed.success && allowedByAccount && allowedByAddress && account?.disabledAt === null;
  const isRight = await verifyPassword(isOpen ? account.passwordHash : null, parsed.data?.password ?? "", source);
  const found = isRight && account ? { userId: account.id, passwordHash: account.passwordHash } : null;
  const pause = !allowedByAddress ? "source" : !allowedByAccount ? "account" : null;
  await recordAccountEvent({
    action: event,
    outcome: found ? "done" : pause ? "locked" : "failed",
    userId: account?.id ?? null,
    email,
    source,
  });
  if (!found) return { userId: null, pause: parsed.success ? pause : null };
  await forgetAttempts(ACCOUNT_RULE, email);
  if (network) await forgiveAttempt(ADDRESS_RULE, network);
  return found;
}

/** The account's id when email and password belong together, else null. */
export async function verifySignIn(credentials: unknown, source: string | null): Promise<string | null> {
  return (await checkSignIn(credentials, source)).userId;
}

/** The same question for someone already signed in (before a password change); counts as a try on the account. */
export async function checkOwnPassword(
  user: { userId: string; email: string },
  password: string,
): Promise<"right" | "wrong" | "paused"> {
  const outcome = await checkSignIn({ email: user.email, password }, null, "account:confirm-password");
  if (outcome.userId === null) return outcome.pause ? "paused" : "wrong";
  return outcome.userId === user.userId ? "right" : "wrong";
}

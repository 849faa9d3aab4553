import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { authDb } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { addressOf } from "@/lib/platform/http/client-address";
import { isLocalVisit } from "@/lib/platform/http/local-visit";
import { hasSecureCookies, readSessionId, sessionCookieName } from "./session-cookie";
import { ABSOLUTE_HOURS, createSession, createVerifiedSession, revokeSessionById } from "./session-store";
import { checkSignIn, type Pause } from "./sign-in";
import type { SignInProblem } from "./sign-in-problem";
import { tidyNowAndThen } from "./tidy-sessions";

/** The provider that opens the sample agency; refuses all who don't sit at the machine of an embedded database. */
export const SAMPLE_PROVIDER = "sample";
export const PASSWORD_PROVIDER = "password";

/**
 * next-auth with a token that carries only a random session id. Who it belongs to, whether it still lives and what
 * the person may do are read from the database on every request, so a copied cookie dies with its row.
 */
export function authOptions(): AuthOptions {
  const secure = hasSecureCookies();
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  });
  const prefix = secure ? "__Host-" : "";
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie(sessionCookieName()),
      csrfToken: cookie(`${prefix}workbook.csrf`),
      callbackUrl: cookie(`${prefix}workbook.callback`),
    },
    session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        id: PASSWORD_PROVIDER,
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) =>
          withPlainReason(async () => {
            const outcome = await checkSignIn(credentials, sourceOf(request.headers));
            if (outcome.userId !== null) {
              const sid = await createVerifiedSession(outcome);
              return sid === null ? null : { id: outcome.userId, sid };
            }
            return outcome.pause ? PAUSED[outcome.pause] : null;
          }),
      }),
      CredentialsProvider({
        id: SAMPLE_PROVIDER,
        credentials: {},
        authorize: (_, request) => withPlainReason(() => findSampleUser(request.headers)),
      }),
    ],
    callbacks: {
      // On "update" a client may send anything along: only the session id survives, and only ours.
      jwt: async ({ token, user }) => (user ? { sid: await replaceSession(user) } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      // The page goes on by itself, and next-auth fails on an address it can't read.
      redirect: ({ baseUrl }) => baseUrl,
    },
    events: {
      signOut: async ({ token }) => {
        const userId = typeof token?.sid === "string" ? await revokeSessionById(token.sid) : null;
        if (userId) await recordAccountEvent({ action: "account:sign-out", outcome: "done", userId });
      },
    },
  };
}

const PAUSED = { account: "paused", source: "source-paused" } as const satisfies Record<Pause, SignInProblem>;

/**
 * next-auth passes on the message of what is thrown, and nothing else; whatever fails, it is one of our own few words.
 * Null is a refusal without a reason.
 */
async function withPlainReason<T extends object>(work: () => Promise<T | SignInProblem | null>): Promise<T | null> {
  const result = await work().catch((error: unknown): SignInProblem => {
    console.error("Signing in failed:", error);
    return "failed";
  });
  if (typeof result === "string") throw new Error(result);
  return result;
}

function sourceOf(headers: Record<string, unknown> | undefined): string | null {
  const get = (name: string) => {
    const value = headers?.[name];
    return typeof value === "string" ? value : null;
  };
  return addressOf({ get });
}

async function findSampleUser(headers: Record<string, unknown> | undefined): Promise<{ id: string } | null> {
  if (!isLocalVisit(new Headers(headers as Record<string, string> | undefined))) return null;
  const account = await authDb().userAccount.findFirst({
    where: { isSample: true, disabledAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  await recordAccountEvent({
    action: "account:sign-in-sample",
    outcome: account ? "done" : "failed",
    userId: account?.id ?? null,
    source: sourceOf(headers),
  });
  return account;
}

/** A new id at every sign-in; the one this browser had before ends. */
async function replaceSession({ id, sid }: { readonly id: string; readonly sid?: string }): Promise<string> {
  const before = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (before) await revokeSessionById(before);
  await tidyNowAndThen();
  return sid ?? createSession(id);
}

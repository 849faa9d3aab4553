import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { authDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { recordAccountEvent } from "./audit";
import { clientAddress } from "./client-address";
import { isLocalVisit } from "./local-visit";
import { hasSecureCookies, readSessionId, sessionCookieName } from "./session-cookie";
import { ABSOLUTE_HOURS, createSession, revokeSessionById } from "./session-store";
import { verifySignIn } from "./sign-in";
import { tidyNowAndThen } from "./tidy";

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
          quietly(async () => {
            const userId = await verifySignIn(credentials, addressOf(request.headers));
            return userId ? { id: userId } : null;
          }),
      }),
      CredentialsProvider({
        id: SAMPLE_PROVIDER,
        credentials: {},
        authorize: (_, request) => quietly(() => findSampleUser(request.headers)),
      }),
    ],
    callbacks: {
      // On "update" a client may send anything along: only the session id survives, and only ours.
      jwt: async ({ token, user }) => (user ? { sid: await replaceSession(user.id) } : { sid: token.sid }),
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

/** A thrown message would land in the address bar (next-auth puts it there); a failure is a plain refusal. */
async function quietly<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    console.error("Signing in failed:", error);
    return null;
  }
}

function addressOf(headers: Record<string, unknown> | undefined): string | null {
  const forwarded = headers?.["x-forwarded-for"];
  return clientAddress(typeof forwarded === "string" ? forwarded : null);
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
    source: addressOf(headers),
  });
  return account;
}

/** A new id at every sign-in; the one this browser had before ends. */
async function replaceSession(userId: string): Promise<string> {
  const before = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (before) await revokeSessionById(before);
  await tidyNowAndThen();
  return createSession(userId);
}

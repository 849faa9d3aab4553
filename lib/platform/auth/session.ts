import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { findCookie, readSessionId, sessionCookieName } from "./session-cookie";
import { findSessionById, touchSession, type SessionUser, type StoredSession } from "./session-store";

export type { SessionUser } from "./session-store";

const findStoredSession = cache(async (): Promise<StoredSession | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const sid = await readSessionId(cookie);
  return sid ? findSessionById(sid) : null;
});

/** Who is signed in, checked against the session's row: once per request, one query. */
export async function findSession(): Promise<SessionUser | null> {
  return findStoredSession();
}

/** The same, and counts as the person's activity: for pages and actions, not for polling. */
export async function findActiveSession(): Promise<SessionUser | null> {
  const session = await findStoredSession();
  if (session) await touchSession(session);
  return session;
}

/** The session id of a plain request, for route handlers; null without a cookie of ours. */
export async function readSessionIdOf(request: Pick<RouteRequest, "headers">): Promise<string | null> {
  return readSessionId(findCookie(request.headers.get("cookie"), sessionCookieName()));
}

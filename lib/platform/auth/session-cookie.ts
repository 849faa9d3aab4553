import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** Browsers keep a `__Host-` cookie only over https, so http (localhost, or a first look) uses plain names. */
export function hasSecureCookies(): boolean {
  return env().APP_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return hasSecureCookies() ? "__Host-workbook.session" : "workbook.session";
}

/** What was in cookies that were opened, until they expire: opening one takes a tenth of a save's time. */
const opened = new Map<string, { readonly sid: string; /** Milliseconds since 1970. */ readonly expires: number }>();
const MOST_OPENED = 10_000;
/** Those being opened: of two hundred requests that come at once with one cookie, one opens it for all. */
const opening = new Map<string, Promise<string | null>>();
/** Ours have some 300 characters; a longer one is none of ours, and is not decrypted to find that out. */
const COOKIE_MAX = 1_000;

/**
 * The session id inside a session cookie; null when the cookie is missing, forged or expired. It only names a session:
 * whether that still lives is asked of its row each time.
 */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie || cookie.length > COOKIE_MAX) return null;
  const known = opened.get(cookie);
  if (known && known.expires > Date.now()) return known.sid;
  opened.delete(cookie);
  let underWay = opening.get(cookie);
  if (!underWay) {
    underWay = open(cookie).finally(() => opening.delete(cookie));
    opening.set(cookie, underWay);
  }
  return underWay;
}

async function open(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    if (typeof token?.sid !== "string") return null;
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(cookie, { sid: token.sid, expires: Number(token.exp ?? 0) * 1000 });
    return token.sid;
  } catch {
    return null;
  }
}

/** One cookie's value from a Cookie header. */
export function findCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

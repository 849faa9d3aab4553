import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";

/** Browsers keep a `__Host-` cookie only over https, so http (localhost, or a first look) uses plain names. */
export function hasSecureCookies(): boolean {
  return env().APP_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return hasSecureCookies() ? "__Host-workbook.session" : "workbook.session";
}

/** The session id inside a session cookie; null when the cookie is missing, forged or expired. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
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

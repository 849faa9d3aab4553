import "server-only";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { findCookie, hasSecureCookies } from "@/lib/platform/auth/session-cookie";

/** Where a phone keeps its seat's secret: no script reads it, and no other part of the workbook is sent it. */
export const SEAT_COOKIE = "workbook.seat";
const PATHS = ["/meet", "/api/meet"];

export function seatKeyOf(headers: Headers): string | undefined {
  return findCookie(headers.get("cookie"), SEAT_COOKIE);
}

/** Keeps the secret for as long as a meeting lasts; null forgets it. */
export function setSeatCookies(headers: Headers, key: string | null): void {
  const seconds = key === null ? 0 : SITTING_LIMITS.codeHours * 60 * 60;
  for (const path of PATHS) {
    headers.append("Set-Cookie", `${SEAT_COOKIE}=${key ?? ""}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${hasSecureCookies() ? "; Secure" : ""}`);
  }
}

import "server-only";
import { timingSafeEqual } from "node:crypto";
import { findCookie, hasSecureCookies } from "./session-cookie";
import { SECRET_MAX, secretOf } from "./secrets";

/** Where a phone in a meeting keeps its seat's secret: no script reads it, and no other part of the workbook is sent it. */
const SEAT_COOKIE = "workbook.seat";
const PATHS = ["/meet", "/api/meet"];
/** Beside the secret of a member's seat, which is theirs only while they are signed in. */
const MEMBER = "m";
/** What is kept to see whether the browser keeps anything. */
const TRIAL = "trial";
const TRIAL_SECONDS = 60;

/**
 * Beside the secret, so that made-up ones are told from ours without a question to the database. Of a member's seat it is made with
 * their account: with another one signed in, or none, the cookie is nobody's.
 */
const markOf = (key: string, userId: string | null) => (userId === null ? secretOf("seat-cookie", key) : secretOf("seat-cookie", key, userId));

function readParts(cookies: string | null): { readonly key: string; readonly mark: string; readonly isMember: boolean } | null {
  const [key = "", mark = "", whose] = (findCookie(cookies, SEAT_COOKIE) ?? "").split(".");
  return key === "" || key.length > SECRET_MAX || mark.length > SECRET_MAX ? null : { key, mark, isMember: whose === MEMBER };
}

/** The secret of a seat that we gave; whether there still is one is asked of its row. Null for none, for made-up ones and for another person's. @param userId who is signed in */
export function readSeatKey(cookies: string | null, userId: string | null): string | null {
  const parts = readParts(cookies);
  if (!parts) return null;
  const [given, ours] = [Buffer.from(parts.mark), Buffer.from(markOf(parts.key, parts.isMember ? userId : null))];
  return given.length === ours.length && timingSafeEqual(given, ours) ? parts.key : null;
}

function setCookies(headers: Headers, value: string, seconds: number): void {
  for (const path of PATHS) {
    headers.append("Set-Cookie", `${SEAT_COOKIE}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${hasSecureCookies() ? "; Secure" : ""}`);
  }
}

/** Keeps the secret for so many hours. @param userId of a member, who sits there as themselves */
export function setSeatCookies(headers: Headers, key: string, userId: string | null, hours: number): void {
  setCookies(headers, `${key}.${markOf(key, userId)}${userId === null ? "" : `.${MEMBER}`}`, hours * 60 * 60);
}

export function forgetSeat(headers: Headers): void {
  setCookies(headers, "", 0);
}

/** Has the browser keep something, to see whether it does. */
export function trySeatCookies(headers: Headers): void {
  setCookies(headers, TRIAL, TRIAL_SECONDS);
}

/** Whether the browser has kept anything of ours for a seat. */
export function keepsSeats(cookies: string | null): boolean {
  return findCookie(cookies, SEAT_COOKIE) !== undefined;
}

/** Whether what is kept is a member's. */
export function isMembersSeat(cookies: string | null): boolean {
  return readParts(cookies)?.isMember ?? false;
}

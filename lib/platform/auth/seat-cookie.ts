import "server-only";
import { timingSafeEqual } from "node:crypto";
import { findCookie, hasSecureCookies } from "./session-cookie";
import { SECRET_MAX, secretOf } from "./secrets";

/** Where a phone in a meeting keeps its seat's secret: no script reads it, and no other part of the workbook is sent it. */
const SEAT_COOKIE = "workbook.seat";
const PATHS = ["/meet", "/api/meet"];

/** Beside the secret, so that made-up ones are told from ours without a question to the database. */
const markOf = (key: string) => secretOf("seat-cookie", key);

/** The secret of a seat that we gave; whether there still is one is asked of its row. Null for none, and for made-up ones. */
export function readSeatKey(cookies: string | null): string | null {
  const [key = "", mark = ""] = (findCookie(cookies, SEAT_COOKIE) ?? "").split(".");
  if (key === "" || key.length > SECRET_MAX || mark.length > SECRET_MAX) return null;
  const [given, ours] = [Buffer.from(mark), Buffer.from(markOf(key))];
  return given.length === ours.length && timingSafeEqual(given, ours) ? key : null;
}

/** Keeps the secret for so many hours; null forgets it. */
export function setSeatCookies(headers: Headers, key: string | null, hours = 0): void {
  const value = key === null ? "" : `${key}.${markOf(key)}`;
  for (const path of PATHS) {
    headers.append("Set-Cookie", `${SEAT_COOKIE}=${value}; Path=${path}; Max-Age=${hours * 60 * 60}; HttpOnly; SameSite=Lax${hasSecureCookies() ? "; Secure" : ""}`);
  }
}

import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { PATH_HEADER } from "@/lib/platform/http/path-header";
import { FIRST_VISIT_HEADER, noteVisit, SEEN_TOOLS_COOKIE } from "@/lib/platform/http/seen-tools";
import { contentSecurityPolicy, securityHeaders } from "@/lib/platform/http/security-headers.mjs";
import { env } from "@/lib/platform/env";

/**
 * Headers only. Who may see what is decided in every page, route and action; a proxy that is bypassed must not open
 * anything.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const isSecure = env().APP_URL.startsWith("https://");
  const policy = contentSecurityPolicy({ nonce, isSecure, isDevelopment: process.env.NODE_ENV === "development" });

  const forwarded = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this header of the request.
  forwarded.set("Content-Security-Policy", policy);
  forwarded.set("x-nonce", nonce);
  const { pathname, search } = request.nextUrl;
  forwarded.set(PATH_HEADER, `${pathname}${search}`);
  // What a browser fetches in advance nobody has seen yet.
  const isAhead = request.method !== "GET" || request.headers.has("next-router-prefetch") || request.headers.get("sec-purpose") === "prefetch";
  const visit = isAhead ? null : noteVisit(pathname, request.cookies.get(SEEN_TOOLS_COOKIE)?.value, isSecure);
  forwarded.delete(FIRST_VISIT_HEADER);
  if (visit?.isFirst) forwarded.set(FIRST_VISIT_HEADER, "1");

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(securityHeaders({ isSecure }))) response.headers.set(name, value);
  if (visit?.cookie) response.headers.append("Set-Cookie", visit.cookie);
  return response;
}

export const config = {
  // Not the save path and what goes with it, whose answers are data and get their headers from lib/platform/http/data-headers.ts:
  // passing through here would put "no-store" in place of a stream's own Cache-Control. Nor files: a body that passes
  // through here is cut off at 10 MB. Nor the published schema, which is to be cached, nor the
  // offline page, whose policy has to hold without a nonce. Nor public forms, which set no cookie, whatever they are asked with,
  // and have a stricter policy of their own.
  matcher: [
    "/((?!_next/static|_next/image|icon.svg|favicon.ico|schema/|offline/|feedback/|api/feedback/|api/.+/events$|api/teams/[^/]+/(?:import$|tools/[^/]+/(?:(?:updates|presence)$|items/[^/]+/files))).*)",
  ],
};

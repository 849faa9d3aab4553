import "server-only";
import { env } from "@/lib/env";
import { isLoopbackHost } from "@/lib/http/loopback";
import type { RouteRequest } from "@/lib/http/route-request";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export function isStateChange(request: Pick<RouteRequest, "method">): boolean {
  return !SAFE_METHODS.has(request.method);
}

/**
 * Whether a state-changing request came from our own pages: those under APP_URL, or under the name of this machine that
 * the request itself was sent to. Any other name in Host proves nothing, because whoever owns a name can have it point
 * here. `Origin: null` and no origin at all are refused: every browser sends one with such a request.
 */
export function isSameOrigin(request: Pick<RouteRequest, "headers">): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host, origin: normal } = new URL(origin);
  return normal === new URL(env().APP_URL).origin || (isLoopbackHost(host) && host === request.headers.get("host"));
}

import "server-only";
import { env } from "@/lib/platform/env";
import { isOwnOrigin } from "./own-origin.mjs";
import type { RouteRequest } from "./route-request";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export function isStateChange(request: Pick<RouteRequest, "method">): boolean {
  return !SAFE_METHODS.has(request.method);
}

/**
 * Whether a state-changing request came from our own pages. `Origin: null` and no origin at all are refused: every browser
 * sends one with such a request.
 */
export function isSameOrigin(request: Pick<RouteRequest, "headers">): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && isOwnOrigin(origin, request.headers.get("host"), env().APP_URL);
}

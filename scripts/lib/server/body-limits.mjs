import { ACTION_MAX_BYTES } from "../../../lib/platform/http/action-max-bytes.mjs";

/**
 * Most bytes of a body: larger ones are refused before anybody parses them. tests/scripts/held-bodies.test.ts holds these
 * against what the routes themselves take.
 */
const SIGN_IN_BYTES = 16 * 1024;
/** Up to here a body is held back until it is whole, also for the routes that count for themselves. */
const HELD_BYTES = 256 * 1024;

/** Routes that read a body themselves and say in their own words that it is too large: saves, presence, files, import. */
const READS_ITSELF = /^\/api\/teams\/[^/]+\/(?:import|tools\/[^/]+\/(?:updates|presence|items\/[^/]+\/files))$/;

/**
 * What becomes of the body of a request.
 * @param {Pick<import("node:http").IncomingMessage, "method" | "url">} request
 * @returns {{ maxBytes: number, isRefusedAbove: boolean }} `maxBytes`: held back until whole up to here; above it
 *   refused, or handed on to a route that goes on counting.
 */
export function bodyLimit({ method, url = "" }) {
  const [path] = url.split("?", 1);
  if (method === "POST" && READS_ITSELF.test(path)) return { maxBytes: HELD_BYTES, isRefusedAbove: false };
  return { maxBytes: path.startsWith("/api/auth/") ? SIGN_IN_BYTES : ACTION_MAX_BYTES, isRefusedAbove: true };
}

import { randomBytes } from "node:crypto";
import { networkOf } from "../../lib/platform/http/network.mjs";

/** Known to this process alone, so that nobody outside can write the header (lib/platform/http/connection-header.ts). */
const mark = (globalThis.workbookConnectionMark ??= randomBytes(18).toString("base64url"));

/** Says where a request's connection comes from, in place of whatever its sender put there: Next tells no handler. */
export function nameConnection(request) {
  request.headers["x-workbook-connection"] = `${mark} ${request.socket.remoteAddress ?? ""}`;
}

/**
 * What a request's sender is counted as in front of the app: whom the nearest trusted proxy names, else whose the connection
 * is. Behind a proxy every connection is its own, and one slow sender would take everybody's places.
 * @param {Pick<import("node:http").IncomingMessage, "headers" | "socket">} request
 * @param {number} trustedProxies
 */
export function sourceOf({ headers, socket }, trustedProxies) {
  const hops = String(headers["x-forwarded-for"] ?? "").split(",").map((hop) => hop.trim());
  return networkOf((trustedProxies > 0 && hops.at(-trustedProxies)) || socket.remoteAddress || "");
}

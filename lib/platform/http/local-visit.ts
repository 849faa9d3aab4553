import "server-only";
import { env } from "@/lib/platform/env";
import { CONNECTION_HEADER, readConnection } from "./connection-header";
import { isLoopbackAddress, isLoopbackHost } from "./own-origin.mjs";

/**
 * Whether somebody at this very machine asks, for what opens without a password: the outbox and the sample agency. A
 * foreign name in Host means that a site elsewhere had its name point here (DNS rebinding), or that a proxy passes on
 * strangers; a proxy says so in its headers too.
 */
export function isLocalVisit(headers: Pick<Headers, "get">): boolean {
  const { APP_URL, EMBEDDED_DATABASE, NODE_ENV } = env();
  if (!EMBEDDED_DATABASE || !isLoopbackHost(new URL(APP_URL).host)) return false;
  // Every request of a browser has a Host, and the server adds the connection: in production neither may be missing.
  const [unknownAddress, unknownHost] = NODE_ENV === "production" ? ["", ""] : ["127.0.0.1", "localhost"];
  return (
    isLoopbackAddress(readConnection(headers.get(CONNECTION_HEADER)) ?? unknownAddress) &&
    isLoopbackHost(headers.get("host") ?? unknownHost) &&
    listOf(headers.get("x-forwarded-host")).every(isLoopbackHost) &&
    listOf(headers.get("x-forwarded-for")).every(isLoopbackAddress) &&
    headers.get("forwarded") === null
  );
}

function listOf(header: string | null): string[] {
  return header === null ? [] : header.split(",").map((part) => part.trim());
}

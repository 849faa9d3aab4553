import "server-only";
import { env } from "@/lib/platform/env";
import { CONNECTION_HEADER, readConnection } from "./connection-header";

/**
 * Where a request comes from: what the nearest proxy we trust reported; where none is trusted, the address of the
 * connection itself. There `X-Forwarded-For` is the client's own word and would let anyone lock out, or pose as, anyone
 * else. Null when it is not known.
 */
export function clientAddress(forwardedFor: string | null | undefined, connection: string | null = null): string | null {
  const trusted = env().TRUSTED_PROXIES;
  if (trusted === 0) return connection;
  if (!forwardedFor) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.at(-trusted) || null;
}

/** The same, from a request's headers. */
export function addressOf(headers: { get(name: string): string | null }): string | null {
  return clientAddress(headers.get("x-forwarded-for"), readConnection(headers.get(CONNECTION_HEADER)));
}

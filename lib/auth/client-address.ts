import "server-only";
import { env } from "@/lib/env";

/**
 * The address the nearest untrusted hop reported; null when no proxy is trusted, because then the header is the
 * client's own word and would let anyone lock out, or pose as, anyone else.
 */
export function clientAddress(forwardedFor: string | null | undefined): string | null {
  const trusted = env().TRUSTED_PROXIES;
  if (trusted === 0 || !forwardedFor) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.at(-trusted) || null;
}

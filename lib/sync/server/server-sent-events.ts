import "server-only";
import type { LiveEvents } from "@/lib/sync/protocol";

/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

const encoder = new TextEncoder();

/** One event as bytes. An update carries its number as the event's id, which browsers send back when they reconnect. */
export function encodeEvent<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): Uint8Array {
  const id = name === "update" ? `id: ${(data as LiveEvents["update"]).seq}\n` : "";
  const retry = name === "hello" ? `retry: ${RETRY_MS}\n` : "";
  return encoder.encode(`${retry}${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Keeps proxies from closing a quiet stream. */
export const HEARTBEAT = encoder.encode(":\n\n");

import "server-only";
import type { ChangeKind } from "@/lib/sync/protocol";

/** Someone on a screen, by the name they chose for this agency. */
export interface LivePerson {
  readonly userId: string;
  readonly name: string;
}

export interface PresentTab extends LivePerson {
  readonly tab: string;
  /** Where they are writing; null when nowhere in particular. */
  readonly itemId: string | null;
}

/** What a stream sends, by event name. lib/live and the browser's side agree on it here. */
export interface LiveEvents {
  /** What follows builds on this number. */
  hello: { readonly seq: number };
  update: {
    readonly seq: number;
    /** One Yjs update in base64. */
    readonly update: string;
    /** Null when several people's saves are in it, or it is not known whose. */
    readonly by: LivePerson | null;
    /** Empty when not known. */
    readonly itemIds: readonly string[];
  };
  presence: { readonly people: readonly PresentTab[] };
  changed: { readonly what: ChangeKind };
  bye: { readonly reason: "signed-out" | "no-access" };
}

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

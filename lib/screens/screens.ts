import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { openHub } from "@/lib/sync/server/hub";
import { LiveStream, type StreamReader } from "@/lib/sync/server/live-stream";
import { updateEvent } from "@/lib/sync/server/room";
import { encodeEvent } from "@/lib/sync/server/server-sent-events";
import type { About } from "@/lib/sync/server/topic";

/** More screens than anybody watches; each one costs memory. Counted per instance. */
export const MOST_STREAMS_PER_PERSON = 20;
/** Fifty people in a meeting have some hundred open. Counted per instance, too. */
export const MOST_STREAMS_PER_AGENCY = 1_000;

/** What a screen follows, and what its stream may ask on behalf of whoever looks at it. */
export interface Followed {
  readonly about: About;
  readonly reader: StreamReader;
}

interface OpenOptions extends Followed {
  readonly context: TeamContext;
  /** What the browser calls its tab. */
  readonly tab: string;
  /** The number the browser has. */
  readonly after: number;
  /** Aborts when the browser is gone. */
  readonly signal: AbortSignal;
}

/**
 * Opens one screen's stream of server-sent events, from what happened after `after` on. The tab is present while it is
 * open. "too-many" when the person has as many open as they may (or "-of-agency" their agency), "closing" when the process is about to end.
 */
export async function openLiveStream(
  { context, about, reader, tab, after, signal }: OpenOptions,
): Promise<ReadableStream<Uint8Array> | "too-many" | "too-many-of-agency" | "closing"> {
  const hub = openHub();
  if (hub.isClosing) return "closing";
  if (hub.countStreamsOf(context.userId) >= MOST_STREAMS_PER_PERSON) return "too-many";
  if (hub.countStreamsOfAgency(context.agencyId) >= MOST_STREAMS_PER_AGENCY) return "too-many-of-agency";
  const { agencyId, teamId } = context;
  const room = hub.openRoom({ agencyId, teamId, about });
  const stream = new LiveStream({ userId: context.userId, tab, reader, onEnd: (ended) => hub.leave(room, ended) });
  // Before reading: what happens from here on reaches the room, what happened before is in the database.
  const ticket = room.join(stream);
  signal.addEventListener("abort", () => stream.cut(), { once: true });
  if (signal.aborted) stream.cut();
  try {
    const { seq, update } = await reader.readSince(after);
    stream.send(encodeEvent("hello", { seq: Math.min(after, seq) }));
    if (update.byteLength > 0 || seq > after) stream.send(updateEvent({ seq, update, by: null, itemIds: [] }));
    stream.seq = seq;
    room.ready(stream, ticket);
    return stream.body;
  } catch (error) {
    stream.cut();
    throw error;
  }
}

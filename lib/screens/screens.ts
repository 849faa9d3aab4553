import "server-only";
import { openHub, type Hub } from "@/lib/sync/server/hub";
import type { ByeReason } from "@/lib/sync/server/live-stream";
import { encodeEvent } from "@/lib/sync/server/server-sent-events";
import { type ReadState, StateStream } from "@/lib/sync/server/room-of-state";
import { updateEvent } from "@/lib/sync/server/room-of-tool";
import { type ToolReader, ToolStream } from "@/lib/sync/server/tool-stream";
import type { AboutTool, Stated, StateTopic, ToolTopic } from "@/lib/sync/server/topic";

/** More screens than anybody watches; each one costs memory. Counted per instance. */
export const MOST_STREAMS_PER_PERSON = 20;
/** Fifty people in a meeting have some hundred open. Counted per instance, too. */
export const MOST_STREAMS_PER_AGENCY = 1_000;

/** Whose screen it is, of which team. */
export interface Watcher {
  readonly agencyId: string;
  readonly teamId: string;
  /** By what their streams are counted: the account, or what stands for somebody without one. */
  readonly follower: string;
  /** Why the stream must end, asked every few seconds; null when it may go on. */
  readonly check: () => Promise<ByeReason | null>;
}

/** What a tool's screen follows, and what its stream may ask on behalf of whoever looks at it. */
export interface FollowedTool extends Watcher {
  readonly about: AboutTool;
  readonly reader: ToolReader;
}

/** The same for a topic with a state. `readState` is asked on behalf of all who watch: what it gives is the same for each. */
export interface FollowedState extends Watcher {
  readonly about: Stated;
  readonly readState: ReadState;
}

export type NotOpened = "too-many" | "too-many-of-agency" | "closing";
type Opened = Promise<ReadableStream<Uint8Array> | NotOpened>;

/** "too-many" when somebody has as many open as they may (or "-of-agency" their agency), "closing" when the process is about to end. */
function findObstacle(hub: Hub, { agencyId, follower }: Watcher): NotOpened | null {
  if (hub.isClosing) return "closing";
  if (hub.countStreamsOf(follower) >= MOST_STREAMS_PER_PERSON) return "too-many";
  return hub.countStreamsOfAgency(agencyId) >= MOST_STREAMS_PER_AGENCY ? "too-many-of-agency" : null;
}

interface OpenToolOptions {
  readonly followed: FollowedTool;
  /** What the browser calls its tab. */
  readonly tab: string;
  /** The number the browser has. */
  readonly after: number;
  /** Aborts when the browser is gone. */
  readonly signal: AbortSignal;
}

/**
 * Opens one screen's stream of server-sent events, from what happened after `after` on. The tab is present while it is
 * open.
 */
export async function openToolStream({ followed, tab, after, signal }: OpenToolOptions): Opened {
  const hub = openHub();
  const obstacle = findObstacle(hub, followed);
  if (obstacle) return obstacle;
  const { agencyId, teamId, about, follower, check, reader } = followed;
  const room = hub.openToolRoom({ agencyId, teamId, about } satisfies ToolTopic);
  const stream: ToolStream = new ToolStream({ follower, check, tab, reader, onEnd: () => hub.leaveTool(room, stream) });
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

/** Opens one screen's stream about a topic with a state, which comes at once and again whenever it changes. */
export async function openStateStream(followed: FollowedState, signal: AbortSignal): Opened {
  const hub = openHub();
  const obstacle = findObstacle(hub, followed);
  if (obstacle) return obstacle;
  const { agencyId, teamId, about, follower, check, readState } = followed;
  const room = hub.openStateRoom({ agencyId, teamId, about } satisfies StateTopic);
  const stream: StateStream = new StateStream({ follower, check, readState, onEnd: () => hub.leaveState(room, stream) });
  stream.send(encodeEvent("hello", { seq: 0 }));
  room.join(stream);
  signal.addEventListener("abort", () => stream.cut(), { once: true });
  if (signal.aborted) stream.cut();
  return stream.body;
}

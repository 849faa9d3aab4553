import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { findShownNow } from "@/lib/people/list-people";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { getUpdatesSince } from "@/lib/responses/responses";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import type { PresentTab } from "@/lib/sync/protocol";
import { openHub } from "@/lib/sync/server/hub";
import type { Place } from "@/lib/sync/server/instance-messages";
import { LiveStream, type StreamReader } from "@/lib/sync/server/live-stream";
import { updateEvent } from "@/lib/sync/server/room";
import { encodeEvent } from "@/lib/sync/server/server-sent-events";

/** More screens than anybody watches; each one costs memory. Counted per instance. */
export const MOST_STREAMS_PER_PERSON = 20;
/** Fifty people in a meeting have some hundred open. Counted per instance, too. */
export const MOST_STREAMS_PER_AGENCY = 1_000;

interface OpenOptions {
  readonly context: TeamContext;
  readonly toolRef: ToolRef;
  /** The session id from the request's cookie: the stream ends with the session. */
  readonly sid: string;
  /** What the browser calls its tab. */
  readonly tab: string;
  /** The number the browser has. */
  readonly after: number;
  /** Aborts when the browser is gone. */
  readonly signal: AbortSignal;
}

/**
 * Opens one screen's stream of server-sent events, from what was saved after `after` on. The tab is present while it is
 * open. "too-many" when the person has as many open as they may (or "-of-agency" their agency), "closing" when the process is about to end.
 */
export async function openLiveStream(
  options: OpenOptions,
): Promise<ReadableStream<Uint8Array> | "too-many" | "too-many-of-agency" | "closing"> {
  const { context, toolRef, tab, after, signal } = options;
  const hub = openHub();
  if (hub.isClosing) return "closing";
  if (hub.countStreamsOf(context.userId) >= MOST_STREAMS_PER_PERSON) return "too-many";
  if (hub.countStreamsOfAgency(context.agencyId) >= MOST_STREAMS_PER_AGENCY) return "too-many-of-agency";
  const room = hub.openRoom(placeOf(context, toolRef));
  const stream = new LiveStream({
    userId: context.userId,
    tab,
    reader: readerOf(options),
    onEnd: (ended) => hub.leave(room, ended),
  });
  // Before reading: what is saved from here on reaches the room, what was saved before is in the database.
  const ticket = room.join(stream);
  signal.addEventListener("abort", () => stream.cut(), { once: true });
  if (signal.aborted) stream.cut();
  try {
    const { seq, update } = await getUpdatesSince(context, toolRef, after);
    stream.send(encodeEvent("hello", { seq: Math.min(after, seq) }));
    if (update.byteLength > 0) stream.send(updateEvent({ seq, update, by: null, itemIds: [] }));
    stream.seq = seq;
    room.ready(stream, ticket);
    return stream.body;
  } catch (error) {
    stream.cut();
    throw error;
  }
}

/**
 * Says where a tab is, and learns who else is there. A tab without a stream is present for 30 seconds.
 * @throws RefusedError for an item the tool does not have.
 */
export async function postPresence(
  context: TeamContext,
  toolRef: ToolRef,
  { tab, itemId }: { readonly tab: string; readonly itemId: string | null },
): Promise<readonly PresentTab[]> {
  const tool = findOpenTool(context, toolRef);
  if (!tool || (itemId !== null && !itemIndexOf(tool).has(itemId))) {
    throw new RefusedError("This tool does not have that question. Reload the page.");
  }
  const { presence } = openHub().openRoom(placeOf(context, toolRef));
  presence.post({ tab, itemId, userId: context.userId });
  return presence.list((userIds) => findShownNow(context, userIds));
}

function placeOf({ agencyId, teamId }: TeamContext, toolRef: ToolRef): Place {
  return { agencyId, teamId, toolRef };
}

function readerOf({ context, toolRef, sid }: OpenOptions): StreamReader {
  const question = { sid, teamId: context.teamId, permission: "response:view", toolRef } as const;
  let { historyNames } = context;
  return {
    readSince: (after) => getUpdatesSince(context, toolRef, after),
    readNames: (userIds) => findShownNow(context, userIds),
    tellsWho: () => historyNames !== "hidden",
    check: async () => {
      const found = await authorizeTeamRequest(question);
      if (!found) return "signed-out";
      if (!found.access.ok) return "no-access";
      historyNames = found.access.context.historyNames;
      return null;
    },
  };
}

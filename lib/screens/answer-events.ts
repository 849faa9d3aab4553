import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { routeProblem, tooManyProblem } from "@/lib/platform/entry/route";
import { refuseOldPage } from "@/lib/sync/server/refuse-old-page";
import { joinStreams } from "./join-streams";
import { type Followed, MOST_STREAMS_PER_PERSON, openLiveStream } from "./screens";
import { tabSchema } from "./tab-schema";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // "no-transform" keeps Next and proxies from compressing, and so from holding back, what is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Where a topic's stream is: its team, what kind of topic, and which. */
const ADDRESS = /^\/api\/teams\/([^/?]+)\/(tools)\/([^/?]+)\/events\?/;

/** What another stream that comes along is about, as its address says it. */
export interface OtherTopic {
  readonly teamId: string;
  readonly kind: "tools";
  readonly id: string;
}

interface EventsRequest {
  readonly request: Request;
  readonly context: TeamContext;
  /** @param sid the session id from the request's cookie: the stream ends with the session. */
  readonly follow: (sid: string) => Followed;
  /** Answers another topic's request as if it had come by itself, so that its own rules decide. */
  readonly answerOther: (request: Request, topic: OtherTopic) => Promise<Response>;
}

/**
 * What happens to a topic while it is open, as server-sent events (lib/sync/protocol.ts). `after` is the number the
 * browser has; `Last-Event-ID`, which it sends when it reconnects, is newer. Each `with` is the address of another tab's
 * stream that comes along in this one (join-streams.ts), to whoever may open it.
 */
export async function answerEvents({ request, context, follow, answerOther }: EventsRequest): Promise<Response> {
  const outdated = refuseOldPage(request);
  if (outdated) return outdated;
  const query = new URL(request.url).searchParams;
  const after = Number(request.headers.get("last-event-id") ?? query.get("after") ?? "0");
  const tab = tabSchema.safeParse(query.get("tab"));
  if (!Number.isSafeInteger(after) || after < 0 || !tab.success) {
    return routeProblem(400, "refused", "“after” takes the number of an update, “tab” the name of a browser tab.");
  }
  const others = query.getAll("with");
  if (others.length >= MOST_STREAMS_PER_PERSON || !others.every((other) => ADDRESS.test(other))) {
    return routeProblem(400, "refused", "“with” takes the address of another stream, a few times at most.");
  }
  // Answered by Next with the same handler; nobody would ever read the stream.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const sid = (await readSessionIdOf(request)) ?? "";
  const { signal } = request;
  const stream = await openLiveStream({ context, ...follow(sid), tab: tab.data, after, signal });
  if (stream === "closing") return routeProblem(503, "failed", "The workbook is restarting. Please try again.");
  if (stream === "too-many") return tooMany("You have this workbook open in many places. Close some of them to see live changes here.");
  if (stream === "too-many-of-agency") {
    return tooMany("Your agency has this workbook open in very many places. Live changes show here again when some of them are closed.");
  }
  if (others.length === 0) return new Response(stream, { headers: HEADERS });
  const joined = await Promise.all(others.map((other) => openOther(request, other, answerOther)));
  return new Response(joinStreams(stream, joined), { headers: HEADERS });
}

/** Somebody may close one at any moment. */
function tooMany(message: string): Response {
  return tooManyProblem({ message, retryAfterSeconds: 30 });
}

/** Opens another topic's stream as if it had been asked for by itself; null when it is refused. */
async function openOther(request: Request, address: string, answer: EventsRequest["answerOther"]): Promise<ReadableStream<Uint8Array> | null> {
  const url = new URL(address, request.url);
  // Only one stream brings others along.
  url.searchParams.delete("with");
  const headers = new Headers(request.headers);
  headers.delete("last-event-id");
  const [, teamId = "", kind, id = ""] = ADDRESS.exec(address) ?? [];
  const response = await answer(new Request(url, { headers, signal: request.signal }), { teamId, kind: kind as OtherTopic["kind"], id });
  return response.ok ? response.body : null;
}

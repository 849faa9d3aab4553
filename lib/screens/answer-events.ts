import "server-only";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { routeProblem, tooManyProblem } from "@/lib/platform/entry/route";
import { refuseOldPage } from "@/lib/sync/server/refuse-old-page";
import { joinStreams } from "./join-streams";
import { type FollowedState, type FollowedTool, MOST_STREAMS_PER_PERSON, type NotOpened, openStateStream, openToolStream } from "./screens";
import { tabSchema } from "./tab-schema";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // "no-transform" keeps Next and proxies from compressing, and so from holding back, what is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/**
 * What answers the stream of another address, as if it had been asked for by itself, so that its own rules decide; null
 * where the address is no stream's.
 */
export type FindStream = (address: string) => ((request: Request) => Promise<Response>) | null;

interface EventsRequest {
  readonly request: Request;
  /** The other streams of the app, which may come along in this one. */
  readonly findStream: FindStream;
}

/**
 * What happens to a tool while it is open, as server-sent events (lib/sync/protocol.ts). `after` is the number the
 * browser has; `Last-Event-ID`, which it sends when it reconnects, is newer.
 * @param follow is handed the session id from the request's cookie: the stream ends with the session.
 */
export async function answerToolEvents({ request, findStream }: EventsRequest, follow: (sid: string) => FollowedTool): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const after = Number(request.headers.get("last-event-id") ?? query.get("after") ?? "0");
  const tab = tabSchema.safeParse(query.get("tab"));
  return answerEvents({ request, findStream }, async () => {
    if (!Number.isSafeInteger(after) || after < 0 || !tab.success) {
      return routeProblem(400, "refused", "“after” takes the number of an update, “tab” the name of a browser tab.");
    }
    return openToolStream({ followed: follow(await sidOf(request)), tab: tab.data, after, signal: request.signal });
  });
}

/**
 * How a topic with a state stands, as server-sent events: at once, and again whenever that changes. With `once` in the address
 * it is a plain answer, for a page that no stream reaches.
 */
export async function answerStateEvents({ request, findStream }: EventsRequest, follow: (sid: string) => FollowedState): Promise<Response> {
  if (new URL(request.url).searchParams.has("once")) {
    const outdated = refuseOldPage(request);
    if (outdated) return outdated;
    const state = await follow(await sidOf(request)).readState();
    if (!state) return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
    return Response.json({ state }, { headers: { "Cache-Control": "no-store" } });
  }
  return answerEvents({ request, findStream }, async () => openStateStream(follow(await sidOf(request)), request.signal));
}

async function sidOf(request: Request): Promise<string> {
  return (await readSessionIdOf(request)) ?? "";
}

/** Each `with` of the address is that of another tab's stream, which comes along in this one (join-streams.ts), to whoever may open it. */
async function answerEvents({ request, findStream }: EventsRequest, open: () => Promise<ReadableStream<Uint8Array> | NotOpened | Response>): Promise<Response> {
  const outdated = refuseOldPage(request);
  if (outdated) return outdated;
  const others = new URL(request.url).searchParams.getAll("with");
  if (others.length >= MOST_STREAMS_PER_PERSON || !others.every((other) => findStream(other))) {
    return routeProblem(400, "refused", "“with” takes the address of another stream, a few times at most.");
  }
  // Answered by Next with the same handler; nobody would ever read the stream.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const stream = await open();
  if (stream instanceof Response) return stream;
  if (typeof stream === "string") return refuse(stream);
  if (others.length === 0) return new Response(stream, { headers: HEADERS });
  const joined = await Promise.all(others.map((other) => openOther(request, other, findStream)));
  return new Response(joinStreams(stream, joined), { headers: HEADERS });
}

function refuse(reason: NotOpened): Response {
  if (reason === "closing") return routeProblem(503, "failed", "The workbook is restarting. Please try again.");
  // Somebody may close one at any moment.
  return tooManyProblem({
    message:
      reason === "too-many"
        ? "You have this workbook open in many places. Close some of them to see live changes here."
        : "Your agency has this workbook open in very many places. Live changes show here again when some of them are closed.",
    retryAfterSeconds: 30,
  });
}

/** Opens another topic's stream as if it had been asked for by itself; null when it is refused. */
async function openOther(request: Request, address: string, findStream: FindStream): Promise<ReadableStream<Uint8Array> | null> {
  const url = new URL(address, request.url);
  // Only one stream brings others along, and only streams come along.
  for (const name of ["with", "once"]) url.searchParams.delete(name);
  const headers = new Headers(request.headers);
  headers.delete("last-event-id");
  const response = await findStream(address)?.(new Request(url, { headers, signal: request.signal }));
  return response?.ok ? response.body : null;
}

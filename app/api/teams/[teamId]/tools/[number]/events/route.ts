import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { routeProblem, teamRoute, tooManyProblem } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { joinStreams } from "@/lib/screens/join-streams";
import { MOST_STREAMS_PER_PERSON, openLiveStream } from "@/lib/screens/screens";
import { tabSchema } from "@/lib/screens/tab-schema";
import { refuseOldPage } from "@/lib/sync/server/refuse-old-page";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // "no-transform" keeps Next and proxies from compressing, and so from holding back, what is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Another tool's stream, as its own tab would ask for it. */
const ADDRESS = /^\/api\/teams\/([^/?]+)\/tools\/([^/?]+)\/events\?/;

/**
 * What happens to a tool while it is open, as server-sent events (lib/sync/protocol.ts). `after` is the number
 * the browser has; `Last-Event-ID`, which it sends when it reconnects, is newer. Each `with` is the address of another
 * tab's stream that comes along in this one (lib/screens/join-streams.ts), to whoever may open it.
 */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.stream,
  handler: async ({ request, context, toolRef }) => {
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
    // Answered by Next with this handler too; nobody would ever read the stream.
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
    const sid = (await readSessionIdOf(request)) ?? "";
    const { signal } = request;
    const stream = await openLiveStream({ context, toolRef: toolRef ?? NO_TOOL, sid, tab: tab.data, after, signal });
    if (stream === "closing") return routeProblem(503, "failed", "The workbook is restarting. Please try again.");
    if (stream === "too-many") return tooMany("You have this workbook open in many places. Close some of them to see live changes here.");
    if (stream === "too-many-of-agency") {
      return tooMany("Your agency has this workbook open in very many places. Live changes show here again when some of them are closed.");
    }
    if (others.length === 0) return new Response(stream, { headers: HEADERS });
    return new Response(joinStreams(stream, await Promise.all(others.map((other) => openOther(request, other)))), { headers: HEADERS });
  },
});

/** Somebody may close one at any moment. */
function tooMany(message: string): Response {
  return tooManyProblem({ message, retryAfterSeconds: 30 });
}

/** Opens another tool's stream as if it had been asked for by itself; null when it is refused. */
async function openOther(request: Request, address: string): Promise<ReadableStream<Uint8Array> | null> {
  const url = new URL(address, request.url);
  // Only one stream brings others along.
  url.searchParams.delete("with");
  const headers = new Headers(request.headers);
  headers.delete("last-event-id");
  const [, teamId = "", number = ""] = ADDRESS.exec(address) ?? [];
  const response: Response = await GET(new Request(url, { headers, signal: request.signal }), {
    params: Promise.resolve({ teamId, number }),
  });
  return response.ok ? response.body : null;
}

import { RATES } from "@/lib/auth/rates";
import { routeProblem, teamRoute, tooManyProblem } from "@/lib/auth/route";
import { readSessionIdOf } from "@/lib/auth/session";
import { openLiveStream } from "@/lib/live/screens";
import { tabSchema } from "@/lib/live/tab-schema";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // "no-transform" keeps Next and proxies from compressing, and so from holding back, what is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/**
 * What happens to a tool while it is open, as server-sent events (lib/live/server-sent-events.ts). `after` is the number
 * the browser has; `Last-Event-ID`, which it sends when it reconnects, is newer.
 */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.stream,
  handler: async ({ request, context, toolNumber }) => {
    const query = new URL(request.url).searchParams;
    const after = Number(request.headers.get("last-event-id") ?? query.get("after") ?? "0");
    const tab = tabSchema.safeParse(query.get("tab"));
    if (!Number.isSafeInteger(after) || after < 0 || !tab.success) {
      return routeProblem(400, "refused", "“after” takes the number of an update, “tab” the name of a browser tab.");
    }
    // Answered by Next with this handler too; nobody would ever read the stream.
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
    const sid = (await readSessionIdOf(request)) ?? "";
    const { signal } = request;
    const stream = await openLiveStream({ context, toolNumber: toolNumber ?? Number.NaN, sid, tab: tab.data, after, signal });
    if (stream === "closing") return routeProblem(503, "failed", "The workbook is restarting. Please try again.");
    if (stream === "too-many") return tooMany("You have this workbook open in many places. Close some of them to see live changes here.");
    if (stream === "too-many-of-agency") {
      return tooMany("Your agency has this workbook open in very many places. Live changes show here again when some of them are closed.");
    }
    return new Response(stream, { headers: HEADERS });
  },
});

/** Somebody may close one at any moment. */
function tooMany(message: string): Response {
  return tooManyProblem({ message, retryAfterSeconds: 30 });
}

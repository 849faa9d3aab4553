import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { routeProblem, teamRoute, tooSlow } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { lookedSchema, markLooked } from "@/lib/since/mark-seen";

/** Two hundred ids of a hundred characters. */
const BODY_MAX_BYTES = 32 * 1024;

/** Notes what the person has looked at in the tool, and where they are: `{ at, itemIds, lastItem }`. For nobody but them. */
export const POST = teamRoute({
  permission: "response:view",
  rate: RATES.looked,
  // Sent while somebody reads, without their doing.
  isPolling: true,
  bodyMaxBytes: BODY_MAX_BYTES,
  handler: async ({ context, toolRef = NO_TOOL, body }) => {
    if (body === "too-slow") return tooSlow();
    const parsed = lookedSchema.safeParse(typeof body === "string" ? null : parseJson(body));
    if (!parsed.success) return routeProblem(400, "refused", "This takes a moment, the ids of questions of the tool, and where you are.");
    await markLooked(context, toolRef, parsed.data);
    return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
  },
});

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

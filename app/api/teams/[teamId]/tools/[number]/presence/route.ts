import { z } from "zod";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { routeProblem, teamRoute, tooSlow } from "@/lib/platform/entry/route";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { RATES } from "@/lib/platform/rates/rates";
import { postPresence } from "@/lib/screens/tool-screen";
import { tabSchema } from "@/lib/screens/tab-schema";

const BODY_MAX_BYTES = 1024;

const bodySchema = z.strictObject({ tab: tabSchema, itemId: boundedText(100).nullable() });

/** Says which item a tab is at, `{ tab, itemId }`, and answers with everyone who has the tool open, `{ people }`. The built app answers without Next (direct.ts). */
export const POST = teamRoute<RouteRequest>({
  permission: "response:view",
  rate: RATES.presence,
  // Sent again and again by browsers that cannot hold a stream open.
  isPolling: true,
  bodyMaxBytes: BODY_MAX_BYTES,
  handler: async ({ context, toolRef = NO_TOOL, body }) => {
    if (body === "too-slow") return tooSlow();
    const parsed = bodySchema.safeParse(typeof body === "string" ? null : parseJson(body));
    if (!parsed.success) {
      return routeProblem(400, "refused", "This takes the name of a browser tab and a question of the tool.");
    }
    const people = await postPresence(context, toolRef, parsed.data);
    return Response.json({ people }, { headers: { "Cache-Control": "no-store, no-transform" } });
  },
});

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

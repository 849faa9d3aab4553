import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { teamRoute, tooSlow } from "@/lib/platform/entry/route";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { RATES } from "@/lib/platform/rates/rates";
import { getUpdatesSince } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { TOO_LARGE, type UpdateRefusal } from "@/lib/responses/update-refusal";
import { EDITION_HEADER, SEQ_HEADER, type UpdateProblemBody, type UpdatesBody } from "@/lib/sync/protocol";
import { refuseOldPage } from "@/lib/sync/server/refuse-old-page";

/** "no-transform": compressing twenty bytes costs more than it saves. */
const HEADERS = { "Cache-Control": "no-store, no-transform" };

const CUT_OFF: UpdateRefusal = { reason: "malformed", message: "This change arrived incomplete. Send it again.", itemId: null };

const STATUS: Record<UpdateRefusal["reason"], number> = {
  "not-found": 404,
  forbidden: 403,
  "too-large": 413,
  malformed: 400,
  behind: 409,
  apart: 409,
  rebuilt: 409,
  "too-many": 429,
  "unknown-item": 422,
  "invalid-answer": 422,
  "response-too-large": 422,
  completed: 423,
  locked: 423,
};

function refusal({ reason, message, itemId, stateVector, writers, retryAfterSeconds }: UpdateRefusal): Response {
  const body: UpdateProblemBody = {
    error: reason,
    message,
    itemId,
    ...(stateVector ? { stateVector: Buffer.from(stateVector).toString("base64") } : {}),
    ...(writers ? { writers } : {}),
  };
  const headers = { ...HEADERS, ...(retryAfterSeconds ? { "Retry-After": String(retryAfterSeconds) } : {}) };
  return Response.json(body, { status: STATUS[reason], headers });
}

/**
 * Saves one Yjs update (the body's bytes). Once it is committed: status 204 with the update's number in a header
 * (0 when the response held all of it). Else `{ error, message, itemId }`. The built app answers without Next (direct.ts).
 */
export const POST = teamRoute<RouteRequest>({
  permission: "response:edit",
  rate: RATES.save,
  bodyMaxBytes: UPDATE_MAX_BYTES,
  handler: async ({ request, context, toolRef, body: update }) => {
    const outdated = refuseOldPage(request);
    if (outdated) return outdated;
    if (update === "too-large") return refusal(TOO_LARGE);
    if (update === "too-slow") return tooSlow();
    if (update === "cut-off") return refusal(CUT_OFF);
    // A page from before editions has none to name, and was made from the first.
    const edition = Number(request.headers.get(EDITION_HEADER) ?? "0");
    const result = await saveUpdate(context, toolRef ?? NO_TOOL, update, { edition });
    if (!result.ok) return refusal(result.refusal);
    return new Response(null, { status: 204, headers: { ...HEADERS, [SEQ_HEADER]: String(result.seq) } });
  },
});

/** What was saved after update number `after`: `{ seq, update }`, one Yjs update in base64, empty when nothing was. */
export const GET = teamRoute<RouteRequest>({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ request, context, toolRef }) => {
    const outdated = refuseOldPage(request);
    if (outdated) return outdated;
    const after = Number(new URL(request.url).searchParams.get("after") ?? "0");
    if (!Number.isSafeInteger(after) || after < 0) {
      return refusal({ reason: "malformed", message: "“after” takes the number of an update.", itemId: null });
    }
    const { seq, update } = await getUpdatesSince(context, toolRef ?? NO_TOOL, after);
    const body: UpdatesBody = { seq, update: Buffer.from(update).toString("base64") };
    return Response.json(body, { headers: HEADERS });
  },
});

import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import type { EvidenceOccasion, EvidencePlace } from "@/lib/evidence/read-evidence";
import { routeProblem, type TeamRequest } from "@/lib/platform/entry/route";
import { addressOf } from "@/lib/platform/http/client-address";

export const NO_STORE = { "Cache-Control": "no-store" };

/** The item the address names. `teamRoute` has checked the tool; the item may not exist. */
export function placeOf({ toolRef, params }: TeamRequest): EvidencePlace {
  return { toolRef: toolRef ?? NO_TOOL, itemId: params.itemId ?? "" };
}

export function occasionOf({ request }: TeamRequest): EvidenceOccasion {
  return { source: addressOf(request.headers) };
}

/** The same words for what never was, was removed, or belongs to others. */
export function notFound(): Response {
  return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
}

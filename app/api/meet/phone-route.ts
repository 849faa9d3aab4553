import { findKeptSeat } from "@/lib/platform/auth/kept-seat";
import { leadFormBack } from "@/lib/platform/entry/lead-back";
import { routeProblem, tooManyProblem, withProblems } from "@/lib/platform/entry/route";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { isSameOrigin } from "@/lib/platform/http/same-origin";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";
import { networkOfRequest } from "@/lib/sittings/enter-code";
import { MEET_BODY_MAX_BYTES } from "@/lib/sittings/meet-requests";
import { findSeat, type SeatPlace } from "@/lib/sittings/seats";

interface RouteArguments {
  readonly params: Promise<{ readonly code: string }>;
}

export interface PhoneRequest {
  readonly request: Request;
  /** From the address. Whoever has a seat goes by that: the code may have changed since. */
  readonly code: string;
  readonly body: Uint8Array;
  readonly type: string | null;
}

export const NO_SEAT = "Your place in this meeting was taken away. Ask whoever leads it.";
export const SEAT_SIGNED_OUT = "You are in this meeting as yourself, and you are signed out. Sign in again to go on.";

/** What a phone in a meeting sends, without an account. No other method changes anything; a form without a script gets its page again, whatever comes of it. */
export function phoneRoute(handler: (asked: PhoneRequest) => Promise<Response>) {
  return async (request: Request, { params }: RouteArguments): Promise<Response> => {
    const { code } = await params;
    const answer = await withProblems(request, async () => {
      if (!isSameOrigin(request)) return routeProblem(403, "cross-origin", "This request did not come from the workbook's own pages.");
      const tooMany = await takeRate(RATES.meet, { person: networkOfRequest(request.headers), agencyId: null });
      if (tooMany) return tooManyProblem(tooMany);
      const body = await readBytes(request, MEET_BODY_MAX_BYTES);
      if (typeof body === "string") return routeProblem(413, "refused", "This is more than a page of ours sends.");
      return handler({ request, code, body, type: request.headers.get("content-type") });
    });
    return leadFormBack(request, pageOf(code), answer);
  };
}

/** The same for a phone with a seat, whose secret is the right to it; of a member's seat together with their session. */
export function seatRoute(handler: (asked: PhoneRequest & { readonly seat: SeatPlace }) => Promise<Response>) {
  return phoneRoute(async (asked) => {
    const kept = await findKeptSeat(asked.request, true);
    if (kept === "signed-out") return routeProblem(401, "signed-out", SEAT_SIGNED_OUT);
    const seat = await findSeat(kept?.key ?? null, networkOfRequest(asked.request.headers));
    return seat ? handler({ ...asked, seat }) : routeProblem(404, "not-found", NO_SEAT);
  });
}

const pageOf = (code: string) => `/meet/${encodeURIComponent(code)}`;

/** What a page's script is answered, and where a form without one leads. */
export function done({ code, type }: Pick<PhoneRequest, "code" | "type">, data: object): Response {
  if (type?.startsWith("application/json")) return Response.json(data, { headers: { "Cache-Control": "no-store" } });
  return new Response(null, { status: 303, headers: { Location: pageOf(code), "Cache-Control": "no-store" } });
}

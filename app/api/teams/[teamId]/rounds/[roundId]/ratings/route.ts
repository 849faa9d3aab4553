import { leadFormBack } from "@/lib/platform/entry/lead-back";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { seatOf } from "@/lib/rounds/own-ratings";
import { itemAfter, rate, RATE_BODY_MAX_BYTES, readRateRequest } from "@/lib/rounds/rate-request";
import { findRound } from "@/lib/rounds/read-rounds";

const rateInTeam = teamRoute({
  permission: "round:rate",
  rate: RATES.save,
  bodyMaxBytes: RATE_BODY_MAX_BYTES,
  handler: async ({ request, context, params, body }) => {
    if (typeof body === "string") return routeProblem(413, "refused", "This is more than a rating holds.");
    const round = await findRound(context, params.roundId ?? "");
    const seat = round && seatOf(context, round);
    if (!round || !seat) return routeProblem(404, "not-found", "We could not find a round that asks you. It may have been removed.");
    const type = request.headers.get("content-type");
    const asked = readRateRequest(body, type);
    await rate(seat, round, asked);
    if (type?.startsWith("application/json")) return Response.json({ saved: true }, { headers: { "Cache-Control": "no-store" } });
    const item = itemAfter(round.itemIds, asked);
    const page = `/teams/${context.teamId}/rounds/${round.id}`;
    const query = item === null ? "" : `?item=${encodeURIComponent(item)}`;
    const to = item === null || asked.back === "round" ? `${page}${query}` : `${page}/rate${query}`;
    return new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });
  },
});

/** A rater's own ratings: by the page's script as JSON, or by its form, which leads on to the next item, or back with what was refused. */
export async function POST(request: Request, route: { readonly params: Promise<{ readonly teamId: string; readonly roundId: string }> }): Promise<Response> {
  const { teamId, roundId } = await route.params;
  return leadFormBack(request, `/teams/${encodeURIComponent(teamId)}/rounds/${encodeURIComponent(roundId)}/rate`, await rateInTeam(request, route));
}

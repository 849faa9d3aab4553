import { leadFormBack } from "@/lib/platform/entry/lead-back";
import { routeProblem, tooManyProblem, withProblems } from "@/lib/platform/entry/route";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { isSameOrigin } from "@/lib/platform/http/same-origin";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";
import { itemAfter, rate, RATE_BODY_MAX_BYTES, readRateRequest, readStart } from "@/lib/rounds/rate-request";
import { findRateLink, readLinkedRound, takeRateLink } from "@/lib/rounds/rate-links";

interface RouteArguments {
  readonly params: Promise<{ readonly token: string }>;
}

const GONE = "This link no longer works. Ask your team lead for another one.";

/**
 * The ratings of somebody without an account, whose link's secret alone is the right to them. A link that was handed over
 * becomes their own here, on asking; no other method changes anything.
 */
export async function POST(request: Request, { params }: RouteArguments): Promise<Response> {
  const { token } = await params;
  return leadFormBack(request, pageOf(token), await withProblems(request, () => answer(request, token)));
}

async function answer(request: Request, token: string): Promise<Response> {
  if (!isSameOrigin(request)) return routeProblem(403, "cross-origin", "This request did not come from the workbook's own pages.");
  const from = addressOf(request.headers);
  const tooMany = await takeRate(RATES.rateByLink, { person: from && networkOf(from), agencyId: null });
  if (tooMany) return tooManyProblem(tooMany);
  const body = await readBytes(request, RATE_BODY_MAX_BYTES);
  if (typeof body === "string") return routeProblem(413, "refused", "This is more than a rating holds.");
  const link = await findRateLink(token);
  if (!link || link.isExpired) return routeProblem(404, "not-found", GONE);
  const type = request.headers.get("content-type");
  const startKey = link.kind === "own" ? null : readStart(body, type);
  if (startKey !== null) return toPage(await takeRateLink(token, startKey), null);
  const round = link.kind === "own" ? await readLinkedRound(link) : null;
  if (!round) return routeProblem(404, "not-found", GONE);
  const asked = readRateRequest(body, type);
  await rate(link.seat, round, asked);
  if (type?.startsWith("application/json")) return Response.json({ saved: true }, { headers: { "Cache-Control": "no-store" } });
  return toPage(token, itemAfter(round.itemIds, asked));
}

const pageOf = (token: string) => `/rate/${encodeURIComponent(token)}`;

function toPage(token: string, item: string | null): Response {
  const page = pageOf(token);
  return new Response(null, { status: 303, headers: { Location: item === null ? page : `${page}?item=${encodeURIComponent(item)}`, "Cache-Control": "no-store" } });
}

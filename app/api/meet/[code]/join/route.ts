import { done, phoneRoute } from "@/app/api/meet/phone-route";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { keepsSeats, setSeatCookies, trySeatCookies } from "@/lib/platform/auth/seat-cookie";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { isPlainForm } from "@/lib/platform/entry/lead-back";
import { routeProblem, tooManyProblem } from "@/lib/platform/entry/route";
import { enterCode, isTooMany } from "@/lib/sittings/enter-code";
import { readJoinRequest } from "@/lib/sittings/meet-requests";
import { requireNobodysNames } from "@/lib/sittings/new-names";
import { takeSeat } from "@/lib/sittings/seats";

const TRIED = "tried";

/** Somebody joins a meeting with its code: as their account, or as they choose to be named. */
export const POST = phoneRoute(async (asked) => {
  const { request, code, body, type } = asked;
  // A seat that the browser can't keep would count as somebody who has not voted, with each try another one.
  if (isPlainForm(request) && !keepsSeats(request.headers.get("cookie"))) {
    if (!new URL(request.url).searchParams.has(TRIED)) return sendAgain(code);
    return routeProblem(422, "refused", "This browser keeps no cookies of ours, so it would forget at once that you joined. Allow cookies for this site, or share a phone with somebody.");
  }
  const found = await enterCode(code, request.headers);
  if (found && isTooMany(found)) return tooManyProblem(found);
  if (!found) return routeProblem(404, "not-found", "We have nothing under this code. Look at the screen again.");
  const as = readJoinRequest(body, type);
  const who = as === "me" ? { userId: await requireAccount(request, found.teamId) } : { names: as };
  if ("names" in who) await requireNobodysNames(found.agencyId, who.names);
  const key = await takeSeat(found, who);
  const response = done(asked, { joined: true });
  setSeatCookies(response.headers, key, "userId" in who ? who.userId : null, SITTING_LIMITS.codeHours);
  return response;
});

/** The form comes once more, with what the browser was asked to keep if it keeps anything. */
function sendAgain(code: string): Response {
  const headers = new Headers({ Location: `/api/meet/${encodeURIComponent(code)}/join?${TRIED}`, "Cache-Control": "no-store" });
  trySeatCookies(headers);
  return new Response(null, { status: 307, headers });
}

/** Who is signed in, if they may sit there as themselves. */
async function requireAccount(request: Request, teamId: string): Promise<string> {
  const sid = await readSessionIdOf(request);
  const found = sid ? await authorizeTeamRequest({ sid, teamId, permission: "sitting:join", toolRef: undefined }) : null;
  if (!found?.access.ok) throw new RefusedError("You are not signed in as somebody of this team. Join with a name instead.");
  return found.session.userId;
}

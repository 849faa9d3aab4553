import { done, phoneRoute } from "@/app/api/meet/phone-route";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import { findRefusal, RefusedError } from "@/lib/platform/auth/refused-error";
import { setSeatCookies } from "@/lib/platform/auth/seat-cookie";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { routeProblem, tooManyProblem } from "@/lib/platform/entry/route";
import { enterCode, isTooMany } from "@/lib/sittings/enter-code";
import { readJoinRequest } from "@/lib/sittings/meet-requests";
import { takeSeat } from "@/lib/sittings/seats";

/** Somebody joins a meeting with its code: as their account, or as they choose to be named. */
export const POST = phoneRoute(async (asked) => {
  const { request, code, body, type } = asked;
  const found = await enterCode(code, request.headers);
  if (found && isTooMany(found)) return tooManyProblem(found);
  if (!found) return routeProblem(404, "not-found", "We have nothing under this code. Look at the screen again.");
  try {
    const as = readJoinRequest(body, type);
    const key = await takeSeat(found, as === "me" ? { userId: await requireAccount(request, found.teamId) } : { names: as });
    const response = done(asked, { joined: true });
    setSeatCookies(response.headers, key, SITTING_LIMITS.codeHours);
    return response;
  } catch (error) {
    // Without a script the form is shown again with what is wrong.
    const refusal = findRefusal(error);
    if (refusal && !type?.startsWith("application/json")) return done(asked, {}, `?wrong=${encodeURIComponent(refusal.message)}`);
    throw error;
  }
});

/** Who is signed in, if they may sit there as themselves. */
async function requireAccount(request: Request, teamId: string): Promise<string> {
  const sid = await readSessionIdOf(request);
  const found = sid ? await authorizeTeamRequest({ sid, teamId, permission: "sitting:join", toolRef: undefined }) : null;
  if (!found?.access.ok) throw new RefusedError("You are not signed in as somebody of this team. Join with a name instead.");
  return found.session.userId;
}

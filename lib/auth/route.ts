import "server-only";
import type { RouteRequest } from "@/lib/http/route-request";
import { USER_HEADER } from "@/lib/http/user-header";
import { recordAccountEvent } from "./audit";
import { authorizeTeamRequest, type Denial } from "./authorize";
import { addressOf } from "./client-address";
import type { TeamContext } from "./context";
import type { TeamPermission } from "./permissions";
import { type Rate, RATES } from "./rates";
import { findRefusal } from "./refused-error";
import { isSameOrigin, isStateChange } from "./same-origin";
import { readSessionIdOf, type SessionUser } from "./session";
import { touchSession } from "./session-store";
import { takeRate, type TooMany } from "./take-rate";

export type RouteProblem = "signed-out" | "someone-else" | "cross-origin" | "not-found" | "forbidden" | "refused" | "too-many" | "failed";

export interface TeamRequest<Sent extends RouteRequest = Request> {
  readonly request: Sent;
  readonly context: TeamContext;
  readonly user: SessionUser;
  /** From the address's [number]; undefined for a route without one. */
  readonly toolNumber: number | undefined;
  /** Every part of the address, as it was sent. */
  readonly params: Readonly<Record<string, string | undefined>>;
}

interface TeamRouteOptions<Sent extends RouteRequest> {
  readonly permission: TeamPermission;
  /** How often a person and an agency may ask this. It has no default, for reading neither. */
  readonly rate: Rate;
  /** What answers a request too many, where that is not `tooManyProblem`; only for someone who may ask at all. */
  readonly onTooMany?: (team: TeamRequest<Sent>, tooMany: TooMany) => Response | Promise<Response>;
  /** The page asks by itself: it does not count as the person's activity. Reading never does. */
  readonly isPolling?: boolean;
  readonly handler: (team: TeamRequest<Sent>) => Promise<Response>;
}

interface RouteArguments {
  readonly params: Promise<{ readonly teamId: string; readonly number?: string; readonly [name: string]: string | undefined }>;
}

/** A plain answer with a status: `{ error, message }`, never cached. */
export function routeProblem(status: number, error: RouteProblem, message: string): Response {
  return Response.json({ error, message }, { status, headers: { "Cache-Control": "no-store" } });
}

/** The answer to a request too many. */
export function tooManyProblem({ message, retryAfterSeconds }: TooMany): Response {
  const response = routeProblem(429, "too-many", message);
  response.headers.set("Retry-After", String(retryAfterSeconds));
  return response;
}

/**
 * A page that was opened by whoever was signed in before: nothing left in it goes under this person's name, and nothing
 * of theirs comes there. The page names whose it is in a header, or in `user` of the address, as a stream has to.
 */
function isOfSomeoneElse(request: RouteRequest, { userId }: SessionUser): boolean {
  const named = request.headers.get(USER_HEADER) ?? new URL(request.url).searchParams.get("user");
  return named !== null && named !== userId;
}

export const SIGNED_OUT = "You are signed out. Sign in again to go on.";

interface RefusedAccess {
  readonly request: RouteRequest;
  readonly user: SessionUser;
  readonly permission: string;
  readonly denial: Denial;
  /** Who can help: "an agency admin". */
  readonly helper: string;
}

/** The answer to someone signed in who may not have what they ask for, recorded as refused. */
export async function refuseAccess({ request, user, permission, denial, helper }: RefusedAccess): Promise<Response> {
  await recordAccountEvent({
    action: permission,
    outcome: "refused",
    userId: user.userId,
    source: addressOf(request.headers),
  });
  if (denial.reason === "not-found") {
    return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
  }
  return routeProblem(403, "forbidden", `Your role does not allow this. Ask ${helper}.`);
}

/**
 * A route handler under `/api/teams/[teamId]` (and `/tools/[number]`): session, permission and origin are settled
 * before `handler` runs. A state change needs an `Origin` header of our own. Only state changes put off the idle
 * limit, so polling doesn't. RefusedError becomes 422.
 */
export function teamRoute<Sent extends RouteRequest = Request>(options: TeamRouteOptions<Sent>) {
  const { permission, rate, onTooMany = (_team, tooMany) => tooManyProblem(tooMany), isPolling = false, handler } = options;
  return (request: Sent, route: RouteArguments): Promise<Response> =>
    withProblems(request, async () => {
      const changes = isStateChange(request);
      if (changes && !isSameOrigin(request)) {
        return routeProblem(403, "cross-origin", "This request did not come from the workbook's own pages.");
      }
      const params = await route.params;
      const { teamId, number } = params;
      const toolNumber = number === undefined ? undefined : parseToolNumber(number);
      const sid = await readSessionIdOf(request);
      const found = sid && (await authorizeTeamRequest({ sid, teamId, permission, toolNumber }));
      if (!found) return routeProblem(401, "signed-out", SIGNED_OUT);
      const { session: user, access } = found;
      if (isOfSomeoneElse(request, user)) {
        return routeProblem(401, "someone-else", "Someone else is signed in now. Sign in as yourself to go on.");
      }
      // A HEAD is answered by the same handler, which does none of the work then.
      const asked = request.method === "HEAD" ? RATES.read : rate;
      const tooMany = await takeRate(asked, { person: user.userId, agencyId: access.ok ? access.context.agencyId : null });
      if (tooMany && !access.ok) return tooManyProblem(tooMany);
      if (changes && !isPolling) await touchSession(user);
      if (!access.ok) {
        return refuseAccess({ request, user, permission, denial: access, helper: "a team lead or an agency admin" });
      }
      const team = { request, context: access.context, user, toolNumber, params };
      return await (tooMany ? onTooMany(team, tooMany) : handler(team));
    });
}

/** Runs a route's work; what it throws becomes a plain answer: RefusedError its words (422), anything else none (500). */
export async function withProblems(request: RouteRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const refusal = findRefusal(error);
    if (refusal) return routeProblem(422, "refused", refusal.message);
    console.error(`${request.method} ${new URL(request.url).pathname} failed:`, error);
    return routeProblem(500, "failed", "Something went wrong on our side. Please try again.");
  }
}

/** "07" and "7.0" are other addresses, not Tool 7; NaN is a tool nobody has. */
function parseToolNumber(text: string): number {
  return /^[1-9]\d?$/.test(text) ? Number(text) : Number.NaN;
}

import "server-only";
import { findToolBySlug } from "@/content/toolkits";
import { NO_TOOL, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { authorizeTeamRequest, type Denial } from "@/lib/platform/auth/authorize";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { TeamPermission } from "@/lib/platform/auth/permissions";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { readSessionIdOf, type SessionUser } from "@/lib/platform/auth/session";
import { type StoredSession, touchSession } from "@/lib/platform/auth/session-store";
import { type EndedStandingError, isEndedStanding } from "@/lib/platform/db/ended-standing";
import { isNamed } from "@/lib/platform/errors/is-named";
import { addressOf } from "@/lib/platform/http/client-address";
import { readBytes, type SentBytes } from "@/lib/platform/http/read-bytes";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { isSameOrigin, isStateChange } from "@/lib/platform/http/same-origin";
import { USER_HEADER } from "@/lib/platform/http/user-header";
import { type Rate, RATES } from "@/lib/platform/rates/rates";
import { FULL, takeRate, type TooMany } from "@/lib/platform/rates/take-rate";
import type { LineFullError } from "@/lib/platform/turns/fair-queue";

export type RouteProblem =
  | "signed-out"
  | "someone-else"
  | "cross-origin"
  | "not-found"
  | "forbidden"
  | "refused"
  | "refresh"
  | "too-many"
  | "too-slow"
  | "failed";

export interface TeamRequest<Sent extends RouteRequest = Request> {
  readonly request: Sent;
  readonly context: TeamContext;
  readonly user: StoredSession;
  /** From the address's [number]; undefined for a route without one. */
  readonly toolRef: ToolRef | undefined;
  /** Every part of the address, as it was sent. */
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** The same with the body: who asks and what they may do was checked after it had come. */
export interface TeamSubmission<Sent extends RouteRequest = Request> extends TeamRequest<Sent> {
  /** Empty for a route that reads none. */
  readonly body: SentBytes;
}

interface TeamRouteOptions<Sent extends RouteRequest> {
  readonly permission: TeamPermission;
  /** How often a person and an agency may ask this. It has no default, for reading neither. */
  readonly rate: Rate;
  /** What answers a request too many, where that is not `tooManyProblem`; only for someone who may ask at all. */
  readonly onTooMany?: (team: TeamRequest<Sent>, tooMany: TooMany) => Response | Promise<Response>;
  /** The page asks by itself: it does not count as the person's activity. Reading never does. */
  readonly isPolling?: boolean;
  /** Most bytes the body may have, for a route that reads one; `handler` must not read it itself. */
  readonly bodyMaxBytes?: number;
  /** Before a long body is read: an answer when it need not be read at all, e.g. because there were too many. */
  readonly admit?: (team: TeamRequest<Sent>) => Promise<Response | null>;
  readonly handler: (team: TeamSubmission<Sent>) => Promise<Response>;
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
  return denied(denial.reason, helper);
}

function denied(reason: Denial["reason"], helper: string): Response {
  if (reason === "not-found") return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
  return routeProblem(403, "forbidden", `Your role does not allow this. Ask ${helper}.`);
}

/** The answer when rights ended between their check and the write: as if they had ended before. */
function endedStanding({ reason }: EndedStandingError): Response {
  return reason === "signed-out" ? routeProblem(401, "signed-out", SIGNED_OUT) : denied(reason, "a team lead or an agency admin");
}

/** So much is read before rights are asked for, once; more is read between two checks. */
const SHORT_BODY_BYTES = 256 * 1024;

/**
 * A route handler under `/api/teams/[teamId]` (and `/tools/[number]`): origin, session and permission are settled when
 * everything has arrived and before `handler` runs. A state change needs an `Origin` header of our own. Only state changes
 * put off the idle limit, so polling doesn't. RefusedError becomes 422.
 */
export function teamRoute<Sent extends RouteRequest = Request>(options: TeamRouteOptions<Sent>) {
  const { permission, rate, onTooMany = (_team, tooMany) => tooManyProblem(tooMany), isPolling = false, bodyMaxBytes = 0, admit, handler } = options;
  return (request: Sent, route: RouteArguments): Promise<Response> =>
    withProblems(request, async () => {
      const changes = isStateChange(request);
      if (changes && !isSameOrigin(request)) {
        return routeProblem(403, "cross-origin", "This request did not come from the workbook's own pages.");
      }
      const params = await route.params;
      const sid = await readSessionIdOf(request);
      if (!sid) return routeProblem(401, "signed-out", SIGNED_OUT);
      const readBody = () => readBytes(request, bodyMaxBytes);
      const isShort = Number(request.headers.get("content-length") ?? Number.NaN) <= Math.min(bodyMaxBytes, SHORT_BODY_BYTES);
      // Whoever holds a cookie of ours may send this much; a save then costs one question.
      let body = bodyMaxBytes === 0 ? new Uint8Array() : isShort ? await readBody() : null;
      // A HEAD is answered by the same handler, which does none of the work then.
      const counted = { rate: request.method === "HEAD" ? RATES.read : rate, onTooMany };
      let team = await authorizeRequest({ request, params, sid, permission, counted });
      if (team instanceof Response) return team;
      if (changes && !isPolling) await touchSession(team.user);
      const answer = await admit?.(team);
      if (answer) return answer;
      if (body === null) {
        body = await readBody();
        // Much can have ended while a long body came.
        team = await authorizeRequest({ request, params, sid, permission, counted: null });
        if (team instanceof Response) return team;
      }
      return handler({ ...team, body });
    });
}

/** What a request that came too slowly is answered; the connection is of no more use. */
export function tooSlow(): Response {
  const response = routeProblem(408, "too-slow", "This took too long to arrive. Check your connection, then try again.");
  response.headers.set("Connection", "close");
  return response;
}

interface TeamAsked<Sent extends RouteRequest> {
  readonly request: Sent;
  readonly params: Awaited<RouteArguments["params"]>;
  readonly sid: string;
  readonly permission: TeamPermission;
  /** How often it may be asked, and what answers a request too many; null when it has been counted. */
  readonly counted: Required<Pick<TeamRouteOptions<Sent>, "rate" | "onTooMany">> | null;
}

/** Who asks and what they may do, as of now; or the answer that refuses them. */
async function authorizeRequest<Sent extends RouteRequest>(asked: TeamAsked<Sent>): Promise<TeamRequest<Sent> | Response> {
  const { request, params, sid, permission, counted } = asked;
  const { teamId, number } = params;
  const toolRef = number === undefined ? undefined : (findToolBySlug(number)?.ref ?? NO_TOOL);
  const found = await authorizeTeamRequest({ sid, teamId, permission, toolRef });
  if (!found) return routeProblem(401, "signed-out", SIGNED_OUT);
  const { session: user, access } = found;
  if (isOfSomeoneElse(request, user)) {
    return routeProblem(401, "someone-else", "Someone else is signed in now. Sign in as yourself to go on.");
  }
  const agencyId = access.ok ? access.context.agencyId : null;
  const tooMany = counted && (await takeRate(counted.rate, { person: user.userId, agencyId }));
  if (!access.ok) {
    if (tooMany) return tooManyProblem(tooMany);
    return refuseAccess({ request, user, permission, denial: access, helper: "a team lead or an agency admin" });
  }
  const team = { request, context: access.context, user, toolRef, params };
  return counted && tooMany ? counted.onTooMany(team, tooMany) : team;
}

/** Runs a route's work; what it throws becomes a plain answer: RefusedError its words (422), rights that ended a refusal, a line that is full 429, anything else none (500). */
export async function withProblems(request: RouteRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const refusal = findRefusal(error);
    if (refusal) return routeProblem(422, "refused", refusal.message);
    if (isEndedStanding(error)) return endedStanding(error);
    if (isNamed<LineFullError>(error, "LineFullError")) return tooManyProblem(FULL);
    console.error(`${request.method} ${new URL(request.url).pathname} failed:`, error);
    return routeProblem(500, "failed", "Something went wrong on our side. Please try again.");
  }
}

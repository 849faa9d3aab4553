import "server-only";
import { authorizeAgency } from "@/lib/platform/auth/authorize";
import type { AgencyContext } from "@/lib/platform/auth/context";
import type { AgencyPermission } from "@/lib/platform/auth/permissions";
import { readSessionIdOf, type SessionUser } from "@/lib/platform/auth/session";
import { findSessionById } from "@/lib/platform/auth/session-store";
import { type Rate, RATES } from "@/lib/platform/rates/rates";
import { takeRate, type TooMany } from "@/lib/platform/rates/take-rate";
import { refuseAccess, routeProblem, SIGNED_OUT, tooManyProblem, withProblems } from "./route";

export interface AgencyRequest {
  readonly request: Request;
  readonly context: AgencyContext;
  readonly user: SessionUser;
}

interface AgencyRouteOptions {
  readonly permission: AgencyPermission;
  /** How often a person and an agency may ask this. It has no default. */
  readonly rate: Rate;
  /** What answers a request too many, where that is not `tooManyProblem`; only for someone who may ask at all. */
  readonly onTooMany?: (tooMany: TooMany) => Response;
  readonly handler: (agency: AgencyRequest) => Promise<Response>;
}

interface RouteArguments {
  readonly params: Promise<{ readonly agencyId: string }>;
}

/** A route handler under `/api/agencies/[agencyId]`: like `teamRoute`, for reading what is the agency's. */
export function agencyRoute({ permission, rate, onTooMany = tooManyProblem, handler }: AgencyRouteOptions) {
  return (request: Request, route: RouteArguments): Promise<Response> =>
    withProblems(request, async () => {
      const { agencyId } = await route.params;
      const sid = await readSessionIdOf(request);
      const user = sid && (await findSessionById(sid));
      if (!user) return routeProblem(401, "signed-out", SIGNED_OUT);
      const access = await authorizeAgency(user.userId, agencyId, permission);
      // As in `teamRoute`: a HEAD does none of the work.
      const counted = request.method === "HEAD" ? RATES.read : rate;
      const tooMany = await takeRate(counted, { person: user.userId, agencyId: access.ok ? access.context.agencyId : null });
      if (tooMany) return (access.ok ? onTooMany : tooManyProblem)(tooMany);
      if (access.ok) return handler({ request, context: access.context, user });
      return refuseAccess({ request, user, permission, denial: access, helper: "an agency admin" });
    });
}

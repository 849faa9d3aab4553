import "server-only";
import { authorizeAgency } from "./authorize";
import type { AgencyContext } from "./context";
import type { AgencyPermission } from "./permissions";
import { refuseAccess, routeProblem, SIGNED_OUT, withProblems } from "./route";
import { readSessionIdOf, type SessionUser } from "./session";
import { findSessionById } from "./session-store";

export interface AgencyRequest {
  readonly request: Request;
  readonly context: AgencyContext;
  readonly user: SessionUser;
}

interface AgencyRouteOptions {
  readonly permission: AgencyPermission;
  readonly handler: (agency: AgencyRequest) => Promise<Response>;
}

interface RouteArguments {
  readonly params: Promise<{ readonly agencyId: string }>;
}

/** A route handler under `/api/agencies/[agencyId]`: like `teamRoute`, for reading what is the agency's. */
export function agencyRoute({ permission, handler }: AgencyRouteOptions) {
  return (request: Request, route: RouteArguments): Promise<Response> =>
    withProblems(request, async () => {
      const { agencyId } = await route.params;
      const sid = await readSessionIdOf(request);
      const user = sid && (await findSessionById(sid));
      if (!user) return routeProblem(401, "signed-out", SIGNED_OUT);
      const access = await authorizeAgency(user.userId, agencyId, permission);
      if (access.ok) return handler({ request, context: access.context, user });
      return refuseAccess({ request, user, permission, denial: access, helper: "an agency admin" });
    });
}

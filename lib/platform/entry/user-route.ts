import "server-only";
import { readSessionIdOf, type SessionUser } from "@/lib/platform/auth/session";
import { findSessionById } from "@/lib/platform/auth/session-store";
import { type Rate, RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";
import { tooManyProblem, withProblems } from "./route";

interface UserRouteOptions {
  /** How often a person may ask this. It has no default. */
  readonly rate: Rate;
  readonly handler: (user: SessionUser, request: Request) => Promise<Response>;
}

/** A route handler for a file of a person's own, opened by a link: whoever is not signed in is sent to sign in, and back. */
export function userRoute({ rate, handler }: UserRouteOptions) {
  return (request: Request): Promise<Response> =>
    withProblems(request, async () => {
      const sid = await readSessionIdOf(request);
      const user = sid && (await findSessionById(sid));
      if (!user) {
        const { pathname } = new URL(request.url);
        return new Response(null, { status: 307, headers: { Location: `/sign-in?next=${encodeURIComponent(pathname)}`, "Cache-Control": "no-store" } });
      }
      // As in `teamRoute`: a HEAD does none of the work.
      const tooMany = await takeRate(request.method === "HEAD" ? RATES.read : rate, { person: user.userId, agencyId: null });
      return tooMany ? tooManyProblem(tooMany) : handler(user, request);
    });
}

import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { routeProblem, teamRoute, tooManyProblem, withProblems } from "@/lib/platform/entry/route";
import { findKeptSeat } from "@/lib/platform/auth/kept-seat";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";
import { PLAN } from "@/lib/plan/load-plan";
import { findOpenTool } from "@/lib/responses/tool-access";
import { findRateLink } from "@/lib/rounds/rate-links";
import { findRound } from "@/lib/rounds/read-rounds";
import { findSeat } from "@/lib/sittings/seats";
import { findMeeting } from "@/lib/meetings/meetings";
import { networkOfRequest } from "@/lib/sittings/enter-code";
import { listSittings } from "@/lib/sittings/read-sittings";
import { mayWatchScreen } from "@/lib/sittings/watch-screen";
import { followSeat, followSitting } from "@/lib/screens/meeting-screens";
import { answerStateEvents, answerToolEvents, type FindStream } from "@/lib/screens/answer-events";
import { followBoard } from "@/lib/screens/board-screen";
import { followRateLink, followRound, followRounds } from "@/lib/screens/round-screens";
import { followTool } from "@/lib/screens/tool-screen";

// Every stream of the app in one place, because each of them may bring the others along for other tabs of the same browser.

/** What happens to a tool while it is open. */
export const toolEvents = teamRoute({
  permission: "response:view",
  rate: RATES.stream,
  handler: ({ request, context, toolRef }) => answerToolEvents({ request, findStream }, (sid) => followTool({ context, toolRef: toolRef ?? NO_TOOL, sid })),
});

/** How a round stands: who finished is counted, and nothing that anybody rated is in it. */
export const roundEvents = teamRoute({
  permission: "round:view",
  rate: RATES.stream,
  handler: async ({ request, context, params }) => {
    const round = await findRound(context, params.roundId ?? "");
    if (!round) return routeProblem(404, "not-found", "We could not find this round. It may have been removed.");
    return answerStateEvents({ request, findStream }, (sid) => followRound({ context, round, sid }));
  },
});

/** Whether the team's list of rounds has changed. */
export const roundsEvents = teamRoute({
  permission: "round:view",
  rate: RATES.stream,
  handler: ({ request, context }) => answerStateEvents({ request, findStream }, (sid) => followRounds({ context, sid })),
});

/** Whether the plan would say something else: for whoever may open its tool. */
export const boardEvents = teamRoute({
  permission: "response:view",
  rate: RATES.stream,
  handler: async ({ request, context }) => {
    if (!findOpenTool(context, PLAN.tool)) return routeProblem(404, "not-found", "We could not find this plan. It may not be open to you any more.");
    return answerStateEvents({ request, findStream }, (sid) => followBoard({ context, sid }));
  },
});

/** How a round stands, for somebody without an account, whose own link's secret alone is the right to it. */
export function rateLinkEvents(request: Request, { params }: { readonly params: Promise<{ readonly token: string }> }): Promise<Response> {
  return withProblems(request, async () => {
    const from = addressOf(request.headers);
    const tooMany = await takeRate(RATES.streamByLink, { person: from && networkOf(from), agencyId: null });
    if (tooMany) return tooManyProblem(tooMany);
    const { token } = await params;
    const link = await findRateLink(token);
    if (!link || link.kind !== "own" || link.isExpired) return routeProblem(404, "not-found", "This link no longer works. Ask your team lead for another one.");
    return answerStateEvents({ request, findStream }, () => followRateLink(link, token));
  });
}

/** How meeting mode stands, for the team's own screens: the newest of the meeting. */
export const meetingEvents = teamRoute({
  permission: "meeting:view",
  rate: RATES.stream,
  handler: async ({ request, context, params }) => {
    const meeting = await findMeeting(context, params.meetingId ?? "");
    const [sitting] = meeting ? await listSittings(context, meeting.id) : [];
    if (!sitting) return routeProblem(404, "not-found", "Meeting mode was not started in this meeting.");
    if (!(await mayWatchScreen(context, sitting.id))) return routeProblem(404, "not-found", "Join the meeting with its code to follow it.");
    return answerStateEvents({ request, findStream }, (sid) => followSitting({ context, sid, sittingId: sitting.id }));
  },
});

/** The same for a phone, whose seat's secret alone is the right to it. */
export function seatEvents(request: Request): Promise<Response> {
  return withProblems(request, async () => {
    const network = networkOfRequest(request.headers);
    const tooMany = await takeRate(RATES.streamByLink, { person: network, agencyId: null });
    if (tooMany) return tooManyProblem(tooMany);
    const kept = await findKeptSeat(request, false);
    const seat = await findSeat(kept === null || kept === "signed-out" ? null : kept.key, network);
    if (!seat) return routeProblem(404, "not-found", "Your place in this meeting was taken away, or you have none yet.");
    return answerStateEvents({ request, findStream }, () => followSeat(seat));
  });
}

type Handler = (request: Request, route: { readonly params: Promise<never> }) => Promise<Response>;

/** By address. The groups are the route's parameters. */
const STREAMS: readonly (readonly [at: RegExp, answer: Handler])[] = [
  [/^\/api\/teams\/(?<teamId>[^/?]+)\/tools\/(?<number>[^/?]+)\/events\?/, toolEvents],
  [/^\/api\/teams\/(?<teamId>[^/?]+)\/rounds\/(?<roundId>[^/?]+)\/events\?/, roundEvents],
  [/^\/api\/teams\/(?<teamId>[^/?]+)\/rounds\/events\?/, roundsEvents],
  [/^\/api\/teams\/(?<teamId>[^/?]+)\/board\/events\?/, boardEvents],
  [/^\/api\/teams\/(?<teamId>[^/?]+)\/meetings\/(?<meetingId>[^/?]+)\/events\?/, meetingEvents],
  [/^\/api\/meet\/[^/?]+\/events\?/, seatEvents],
  [/^\/api\/rate\/(?<token>[^/?]+)\/events\?/, rateLinkEvents],
];

const findStream: FindStream = (address) => {
  for (const [at, answer] of STREAMS) {
    const match = at.exec(address);
    if (match) return (request) => answer(request, { params: Promise.resolve({ ...match.groups } as never) });
  }
  return null;
};

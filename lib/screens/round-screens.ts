import "server-only";
import type { RoundFacts } from "@/lib/domain/rounds/round";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findRateLink, type RateLink } from "@/lib/rounds/rate-links";
import { readRoundStanding, readRoundsStanding } from "@/lib/rounds/watch-round";
import { checkTeam } from "./check-team";
import type { FollowedState } from "./screens";

/** A signed-in person's screen; `sid` is the session id from the request's cookie. */
interface Screen {
  readonly context: TeamContext;
  readonly sid: string;
}

/** A round, as whoever may open its tool may follow it. */
export function followRound({ context, sid, round }: Screen & { readonly round: Pick<RoundFacts, "id" | "tool"> }): FollowedState {
  const { agencyId, teamId, userId } = context;
  return {
    agencyId,
    teamId,
    follower: userId,
    about: { kind: "round", id: round.id },
    check: checkTeam({ sid, teamId, permission: "round:view", toolRef: round.tool }),
    readState: () => readRoundStanding({ agencyId, teamId, actorId: userId }, round.id),
  };
}

/** The team's rounds, all of them. */
export function followRounds({ context, sid }: Screen): FollowedState {
  const { agencyId, teamId, userId } = context;
  return {
    agencyId,
    teamId,
    follower: userId,
    about: { kind: "rounds", id: teamId },
    check: checkTeam({ sid, teamId, permission: "round:view" }),
    readState: () => readRoundsStanding({ agencyId, teamId, actorId: userId }),
  };
}

/** A round, as somebody without an account may follow it as long as their own link works. */
export function followRateLink({ agencyId, teamId, roundId, raterId }: RateLink, token: string): FollowedState {
  return {
    agencyId,
    teamId,
    follower: `rater ${raterId}`,
    about: { kind: "round", id: roundId },
    check: async () => {
      const link = await findRateLink(token);
      return link?.kind === "own" && !link.isExpired ? null : "no-access";
    },
    readState: () => readRoundStanding({ agencyId, teamId, actorId: raterId }, roundId),
  };
}

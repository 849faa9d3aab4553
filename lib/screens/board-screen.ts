import "server-only";
import { PLAN } from "@/lib/plan/load-plan";
import { readBoardStanding } from "@/lib/plan/watch-board";
import type { TeamContext } from "@/lib/platform/auth/context";
import { checkTeam } from "./check-team";
import type { FollowedState } from "./screens";

/** The team's plan, as whoever may open its tool may follow it. @param sid the session id from the request's cookie */
export function followBoard({ context, sid }: { readonly context: TeamContext; readonly sid: string }): FollowedState {
  const { agencyId, teamId, userId } = context;
  return {
    agencyId,
    teamId,
    follower: userId,
    about: { kind: "board", id: teamId },
    check: checkTeam({ sid, teamId, permission: "response:view", toolRef: PLAN.tool }),
    readState: () => readBoardStanding({ agencyId, userId }, teamId),
  };
}

import "server-only";
import { forPhones } from "@/lib/domain/sittings/sitting-state";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readSittingState } from "@/lib/sittings/read-state";
import { mayWatchScreen } from "@/lib/sittings/watch-screen";
import { findSeat, followerOf, readOwnSeat, type SeatPlace } from "@/lib/sittings/seats";
import { phonesTopic, screensTopic } from "@/lib/sittings/tell-screens";
import { checkTeam } from "./check-team";
import type { FollowedState } from "./screens";

/** A sitting, as whoever may watch its big screen may follow it. */
export function followSitting({ context, sid, sittingId }: { readonly context: TeamContext; readonly sid: string; readonly sittingId: string }): FollowedState {
  const { agencyId, teamId, userId } = context;
  const checkMember = checkTeam({ sid, teamId, permission: "meeting:view" });
  return {
    agencyId,
    teamId,
    follower: userId,
    about: screensTopic(sittingId),
    check: async () => (await checkMember()) ?? ((await mayWatchScreen(context, sittingId)) ? null : "no-access"),
    readState: () => readSittingState({ agencyId, teamId }, sittingId),
  };
}

/** A sitting, as a phone may follow it as long as its seat is one. */
export function followSeat(seat: SeatPlace): FollowedState {
  const { agencyId, teamId, sittingId, seatId, key } = seat;
  return {
    agencyId,
    teamId,
    follower: followerOf(seatId),
    about: phonesTopic(sittingId),
    check: async () => ((await findSeat(key, agencyId)) && (await readOwnSeat(seat)) ? null : "no-access"),
    readState: async () => {
      const state = await readSittingState({ agencyId, teamId }, sittingId);
      return state && forPhones(state);
    },
  };
}

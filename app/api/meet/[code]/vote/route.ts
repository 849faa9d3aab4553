import { done, seatRoute } from "@/app/api/meet/phone-route";
import { castVote } from "@/lib/sittings/cast-vote";
import { readVoteRequest } from "@/lib/sittings/meet-requests";

/** A vote. Sent again it is counted once; nothing of it is recorded but the vote itself. */
export const POST = seatRoute(async (asked) => done(asked, { counted: true, ...(await castVote(asked.seat, readVoteRequest(asked.body, asked.type))) }));

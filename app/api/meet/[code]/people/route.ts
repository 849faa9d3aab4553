import { done, seatRoute } from "@/app/api/meet/phone-route";
import { readPeopleRequest } from "@/lib/sittings/meet-requests";
import { addToSharedSeat } from "@/lib/sittings/seats";

/** More people come to a phone that is shared. */
export const POST = seatRoute(async (asked) => {
  await addToSharedSeat(asked.seat, readPeopleRequest(asked.body, asked.type));
  return done(asked, { added: true });
});

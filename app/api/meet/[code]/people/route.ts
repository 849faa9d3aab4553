import { done, seatRoute } from "@/app/api/meet/phone-route";
import { requireNewNames } from "@/lib/sittings/new-names";
import { readPeopleRequest } from "@/lib/sittings/meet-requests";
import { addToSharedSeat } from "@/lib/sittings/seats";

/** More people come to a phone that is shared. */
export const POST = seatRoute(async (asked) => {
  const names = readPeopleRequest(asked.body, asked.type);
  await requireNewNames(asked.seat, names);
  await addToSharedSeat(asked.seat, names);
  return done(asked, { added: true });
});

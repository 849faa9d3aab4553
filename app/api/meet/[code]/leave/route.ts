import { done, seatRoute } from "@/app/api/meet/phone-route";
import { forgetSeat } from "@/lib/platform/auth/seat-cookie";
import { leaveSeat } from "@/lib/sittings/seats";

/** A phone leaves the meeting, which forgets it. */
export const POST = seatRoute(async (asked) => {
  await leaveSeat(asked.seat);
  const response = done(asked, { left: true });
  forgetSeat(response.headers);
  return response;
});

import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import type { SeatMarking } from "./roster-schemas";

/** What the team itself says of a seat; it says nothing of a person. Of two people who mark at once the later one's stands. */
export async function markSeat(context: TeamContext, { seat, mark, words }: SeatMarking): Promise<void> {
  const { agencyId, teamId } = context;
  const key = { agencyId, teamId, seat };
  await withAgency(context, async (tx) => {
    if (mark === "none") await tx.seatMark.deleteMany({ where: key });
    else await tx.seatMark.upsert({ where: { agencyId_teamId_seat: key }, create: { ...key, mark, words }, update: { mark, words }, select: { seat: true } });
  });
}

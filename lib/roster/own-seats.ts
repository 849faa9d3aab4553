import "server-only";
import { nextLook, type SeatId, SEATS } from "@/lib/domain/toolkit/roster";
import type { TeamContext } from "@/lib/platform/auth/context";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { withAgency } from "@/lib/platform/db/with-agency";

// How one person takes part, as far as they chose to say it. The database shows a row to its person alone (row level
// security); no history, audit, download or archive reads or names the table.

/** What the person said of themselves in this team; nobody else's request can name it. */
export async function listOwnSeats({ agencyId, teamId, userId }: TeamContext): Promise<readonly SeatId[]> {
  const rows = await withAgency({ agencyId, userId }, (tx) => tx.ownSeat.findMany({ where: { agencyId, teamId, userId }, select: { seat: true } }));
  return SEATS.filter((seat) => rows.some((row) => row.seat === seat));
}

/**
 * Says these of oneself and no others: what is not among them is deleted. With none, nothing is kept at all. What was said
 * before goes on counting.
 * @param now from the next month after it counts what is new
 */
export async function saveOwnSeats(context: TeamContext, seats: readonly SeatId[], now = new Date()): Promise<void> {
  const { agencyId, teamId, userId } = context;
  const countsFrom = new Date(nextLook(now));
  await withAgency(context, async (tx) => {
    // No audit row asks for it here.
    await requireStanding(tx, context, { permission: "roster:say" });
    await tx.ownSeat.deleteMany({ where: { agencyId, teamId, userId, seat: { notIn: [...seats] } } });
    await tx.ownSeat.createMany({ data: seats.map((seat) => ({ agencyId, teamId, userId, seat, countsFrom })), skipDuplicates: true });
  });
}

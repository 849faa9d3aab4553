import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { createSecret, hashSecret, SECRET_MAX } from "@/lib/platform/auth/secrets";
import { queryAuth } from "@/lib/platform/db/client";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { publishStanding } from "@/lib/platform/events/standing";
import { inWords } from "@/lib/rounds/round-errors";
import { holdSitting } from "./lead-sitting";
import type { FoundSitting } from "./meet-codes";
import { tellScreens } from "./tell-screens";

// Who sits there is told to phones too, which say how many a vote asks: outside one nothing of theirs changes, and nothing is sent.
// A seat is known by a secret that its phone alone was given. The database holds its hash.

/** The phone that asks. */
export interface SeatPlace {
  readonly agencyId: string;
  readonly teamId: string;
  readonly sittingId: string;
  readonly seatId: string;
  /** Its secret, which row level security asks for. */
  readonly key: string;
}

interface PlaceRow {
  agency_id: string;
  team_id: string;
  sitting_id: string;
  id: string;
}

/** The seat of this secret; null for none, or one that was taken away. @param by whose turn the question takes */
export async function findSeat(key: string | null, by: string): Promise<SeatPlace | null> {
  if (!key || key.length > SECRET_MAX) return null;
  const [row] = await queryAuth<PlaceRow>(
    { name: "seat-by-key", text: "select agency_id, team_id, sitting_id, id from sitting_seat where key_hash = $1 and removed_at is null", values: [Buffer.from(hashSecret(key))] },
    by,
  );
  return row ? { agencyId: row.agency_id, teamId: row.team_id, sittingId: row.sitting_id, seatId: row.id, key } : null;
}

/** Does the phone's own work: row level security knows it by its seat's secret. */
function asSeat<T>({ agencyId, seatId, key }: SeatPlace, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inWords(() =>
    withAgencyConnection({ agencyId, userId: seatId }, async (client) => {
      await client.query("select set_config('app.seat_key', $1, true)", [key]);
      return work(client);
    }),
  );
}

/** What a phone is told of itself. */
export interface OwnSeat {
  readonly meetingHeldOn: string;
  readonly teamName: string;
  readonly agencyName: string;
  /** Empty for a member, who is there as themselves. */
  readonly names: readonly string[];
  readonly isEnded: boolean;
  /** How many codes the sitting has had. */
  readonly codeNumber: number;
}

interface OwnRow {
  held_on: string;
  team_name: string;
  agency_name: string;
  names: string[];
  is_live: boolean;
  is_ended: boolean;
  code_number: number;
}

/** Null once the seat is no seat any more: taken away, or of a member who left the team. */
export async function readOwnSeat({ agencyId, teamId, sittingId, seatId }: SeatPlace): Promise<OwnSeat | null> {
  const { rows } = await withAgencyConnection({ agencyId, userId: seatId }, (client) =>
    client.query<OwnRow>(
      `select to_char(m.held_on, 'YYYY-MM-DD') as held_on, t.name as team_name, a.name as agency_name, p.names, s.code_number, s.ended_at is not null as is_ended,
              s.ended_at is not null or is_live_seat(p.agency_id, p.team_id, p.id) as is_live
         from sitting_seat p
         join sitting s on s.agency_id = p.agency_id and s.team_id = p.team_id and s.id = p.sitting_id
         join meeting m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.meeting_id
         join team t on t.agency_id = p.agency_id and t.id = p.team_id
         join agency a on a.id = p.agency_id
        where p.agency_id = $1 and p.team_id = $2 and p.sitting_id = $3 and p.id = $4 and p.removed_at is null`,
      [agencyId, teamId, sittingId, seatId],
    ),
  );
  const [row] = rows;
  if (!row?.is_live) return null;
  return { meetingHeldOn: row.held_on, teamName: row.team_name, agencyName: row.agency_name, names: row.names, isEnded: row.is_ended, codeNumber: row.code_number };
}

const CLOSED = "This meeting takes no newcomers now. Ask whoever leads it.";
const FULL = `This meeting has ${SITTING_LIMITS.seats} phones already. Share one with somebody.`;

/**
 * Takes a seat: a member as themselves, others as they choose to be named. A member who comes again goes on with their seat on
 * the phone they hold now, so that nobody has two. @returns the seat's secret, for that phone alone.
 */
export async function takeSeat(found: FoundSitting, who: { readonly userId: string } | { readonly names: readonly string[] }): Promise<string> {
  if (!found.isJoinable) throw new RefusedError(CLOSED);
  const { agencyId, teamId, sittingId } = found;
  const key = createSecret();
  const seatId = randomUUID();
  const isMember = "userId" in who;
  await inWords(() =>
    withAgencyConnection({ agencyId, userId: isMember ? who.userId : seatId }, async (client) => {
      await client.query("select set_config('app.seat_key', $1, true)", [key]);
      const place = [agencyId, teamId, sittingId];
      const hash = Buffer.from(hashSecret(key));
      if (isMember) {
        const { rows } = await client.query<{ is_removed: boolean }>(
          "select removed_at is not null as is_removed from sitting_seat where agency_id = $1 and team_id = $2 and sitting_id = $3 and user_id = $4",
          [...place, who.userId],
        );
        if (rows[0]?.is_removed) throw new RefusedError("You left this meeting, or were taken out of it. Join with a name instead, or ask whoever leads it.");
        if (rows[0]) {
          await client.query("update sitting_seat set key_hash = $5 where agency_id = $1 and team_id = $2 and sitting_id = $3 and user_id = $4", [...place, who.userId, hash]);
          return;
        }
      }
      const { rowCount } = await client.query(
        `insert into sitting_seat (agency_id, team_id, sitting_id, id, user_id, names, key_hash)
         select $1, $2, $3, $4, $5, $6, $7
          from (select count(*) as ever, count(*) filter (where removed_at is null) as now from sitting_seat where agency_id = $1 and team_id = $2 and sitting_id = $3) n
          where n.now < $8 and n.ever < $9`,
        [...place, seatId, isMember ? who.userId : null, isMember ? [] : [...who.names], hash, SITTING_LIMITS.seats, SITTING_LIMITS.seatsEver],
      );
      if (rowCount === 0) throw new RefusedError(FULL);
    }),
  );
  tellScreens(found, sittingId);
  return key;
}

/** Adds people to a shared phone; whoever is there already keeps their place. */
export async function addToSharedSeat(seat: SeatPlace, names: readonly string[]): Promise<void> {
  const { agencyId, teamId, sittingId, seatId } = seat;
  const { rowCount } = await asSeat(seat, (client) =>
    client.query(
      `update sitting_seat set names = names || $5::text[]
        where agency_id = $1 and team_id = $2 and sitting_id = $3 and id = $4 and user_id is null and removed_at is null and cardinality(names) + cardinality($5::text[]) <= $6`,
      [agencyId, teamId, sittingId, seatId, [...names], SITTING_LIMITS.sharing],
    ),
  );
  if (rowCount === 0) throw new RefusedError(`One phone can be shared by ${SITTING_LIMITS.sharing} people.`);
  tellScreens({ agencyId, teamId }, sittingId);
}

/** Takes a seat away: it is out at once, and its votes that were not shown yet go with it. */
export async function takeSeatAway(context: TeamContext, sittingId: string, seatId: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await inWords(() =>
    withAgency(context, async (tx) => {
      await holdSitting(tx, context, sittingId);
      await tx.$executeRaw`
        update sitting_seat set removed_at = now(), removed_by = ${userId}::uuid
         where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and sitting_id = ${sittingId}::uuid and id = ${seatId}::uuid and removed_at is null`;
      // Its stream ends now, not when it is asked next.
      publishStanding(followerOf(seatId));
    }),
  );
  tellScreens(context, sittingId);
}

/** By what a phone's streams are counted and told apart. */
export function followerOf(seatId: string): string {
  return `seat ${seatId}`;
}

/** Gives a seat up, as its people say they leave; they are still among those who attended. */
export async function leaveSeat(seat: SeatPlace): Promise<void> {
  const { agencyId, teamId, sittingId, seatId } = seat;
  await asSeat(seat, (client) =>
    client.query("update sitting_seat set removed_at = now(), removed_by = $4 where agency_id = $1 and team_id = $2 and sitting_id = $3 and id = $4 and removed_at is null", [
      agencyId, teamId, sittingId, seatId,
    ]),
  );
  tellScreens({ agencyId, teamId }, sittingId);
}

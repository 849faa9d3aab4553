import "server-only";
import { createHash } from "node:crypto";
import { findTool } from "@/content/toolkits";
import { isChoosable, scaleOf } from "@/lib/domain/rounds/round-values";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";
import { inWords } from "@/lib/rounds/round-errors";
import type { SeatPlace } from "./seats";
import { tellOfCount } from "./tell-screens";

// A vote is a rating of a round of one item. Nothing says what or when somebody voted but the rating itself, which row level
// security shows to its maker alone.

export interface Ballot {
  readonly roundId: string;
  readonly value: string;
  /** Which of the people who share the phone; 1 for a phone of one's own. */
  readonly turn: number;
  /** Of a shared phone: a secret made for this turn, which the phone forgets when it is handed on. Then nobody can look or change. */
  readonly turnKey: string | null;
}

/** By what a vote's maker is known: made of the phone's secret, or of the turn's, and of another for each vote. */
function raterKeyOf({ key }: SeatPlace, { roundId, turnKey }: Pick<Ballot, "roundId" | "turnKey">): string {
  return createHash("sha256").update(JSON.stringify(["ballot", turnKey ?? key, key, roundId])).digest("base64url");
}

const MOVED_ON = "The meeting has moved on. This vote is not taken any more.";
const REVEALED = "The votes were shown before this answer came. What you had voted stands.";
const COUNTED_BEFORE = "You have voted already. It stays as it is.";

interface RoundRow {
  item_id: string;
  toolkit_id: string;
  tool_id: string;
  is_shared: boolean;
}

/** Of seat `t`: several people vote with its phone, which forgets each. */
const IS_SHARED = "cardinality(t.names) > 1";

/**
 * Counts a vote, in place of an earlier one of the same person; sent again it is counted once.
 * @returns whether it came after the reveal. @throws RefusedError for a value that is no answer, a vote that is over, a seat that was
 * taken away, a turn that somebody has had.
 */
export async function castVote(seat: SeatPlace, ballot: Ballot): Promise<{ readonly isLate: boolean }> {
  const { agencyId, teamId, sittingId, seatId } = seat;
  const { roundId, value } = ballot;
  const raterKey = raterKeyOf(seat, ballot);
  const isLate = await inWords(() =>
    withAgencyConnection({ agencyId, userId: seatId }, async (client) => {
      const found = await client.query<RoundRow>(
        `select r.item_ids[1] as item_id, r.toolkit_id, r.tool_id, ${IS_SHARED} as is_shared, set_config('app.seat_key', $5, true), set_config('app.rater_key', $6, true)
           from rating_round r
           join sitting_seat t on t.agency_id = r.agency_id and t.team_id = r.team_id and t.sitting_id = r.sitting_id and t.id = $7
          where r.agency_id = $1 and r.team_id = $2 and r.id = $3 and r.sitting_id = $4 and r.closed_at is null`,
        [agencyId, teamId, roundId, sittingId, seat.key, raterKey, seatId],
      );
      const [round] = found.rows;
      if (!round) throw new RefusedError(MOVED_ON);
      if (round.is_shared && ballot.turnKey === null) throw new RefusedError("Several people share this phone now. Load the page again, and choose whose turn it is.");
      const tool = findTool({ toolkitId: round.toolkit_id, toolId: round.tool_id });
      const scale = tool && scaleOf(itemIndexOf(tool).get(round.item_id)?.kind ?? "text");
      if (!scale || !isChoosable(scale, value)) throw new RefusedError("Choose one of the answers.");
      const raterId = await findRater(client, seat, ballot, raterKey);
      const saved = await client.query<{ is_late: boolean }>(
        `insert into round_rating (agency_id, team_id, round_id, rater_id, item_id, value) values ($1, $2, $3, $4, $5, $6)
         on conflict (agency_id, team_id, round_id, rater_id, item_id) do update set value = excluded.value where round_rating.value <> excluded.value
         returning is_late`,
        [agencyId, teamId, roundId, raterId, round.item_id, value],
      );
      return saved.rows[0]?.is_late ?? false;
    }),
    { WB409: REVEALED },
  ).catch((error: unknown) => {
    // A policy refused the place: the seat was taken away, or took its place after the reveal.
    if (isPolicy(error)) throw new RefusedError(MOVED_ON);
    throw error;
  });
  tellOfCount({ agencyId, teamId }, sittingId);
  return { isLate };
}

type Client = Parameters<Parameters<typeof withAgencyConnection>[1]>[0];

/** The voter's place in the round, made with their first vote. */
async function findRater(client: Client, { agencyId, teamId, seatId }: SeatPlace, { roundId, turn }: Ballot, raterKey: string): Promise<string> {
  const token = createHash("sha256").update(raterKey).digest();
  // Of two tries at the same time the place and its secret are there already: either may be what is met first.
  const made = await client.query<{ id: string }>(
    `insert into round_rater (agency_id, team_id, round_id, id, seat_id, turn, token_hash) values ($1, $2, $3, gen_random_uuid(), $4, $5, $6)
     on conflict do nothing returning id`,
    [agencyId, teamId, roundId, seatId, turn, token],
  );
  if (made.rows[0]) return made.rows[0].id;
  const { rows } = await client.query<{ id: string; token_hash: Buffer }>(
    "select id, token_hash from round_rater where agency_id = $1 and team_id = $2 and round_id = $3 and seat_id = $4 and turn = $5",
    [agencyId, teamId, roundId, seatId, turn],
  );
  const [rater] = rows;
  if (!rater || Buffer.compare(rater.token_hash, token) !== 0) throw new RefusedError(COUNTED_BEFORE);
  return rater.id;
}

const INSUFFICIENT_PRIVILEGE = "42501";

function isPolicy(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === INSUFFICIENT_PRIVILEGE;
}

/** What this phone voted in a round, and which of the people who share it have voted. */
export interface OwnVote {
  readonly roundId: string;
  /** Null where it has none, and of a shared phone, which forgets. */
  readonly value: string | null;
  readonly turns: readonly number[];
}

export async function readOwnVote(seat: SeatPlace, roundId: string): Promise<OwnVote> {
  const { agencyId, teamId, seatId, key } = seat;
  const { rows } = await withAgencyConnection({ agencyId, userId: seatId }, async (client) => {
    await client.query("select set_config('app.seat_key', $1, true), set_config('app.rater_key', $2, true)", [key, raterKeyOf(seat, { roundId, turnKey: null })]);
    return client.query<{ turn: number; value: string | null }>(
      `select p.turn, case when ${IS_SHARED} then null else a.value end as value from round_rater p
         join sitting_seat t on t.agency_id = p.agency_id and t.team_id = p.team_id and t.id = p.seat_id
         left join round_rating a on a.agency_id = p.agency_id and a.team_id = p.team_id and a.round_id = p.round_id and a.rater_id = p.id
        where p.agency_id = $1 and p.team_id = $2 and p.round_id = $3 and p.seat_id = $4 order by p.turn`,
      [agencyId, teamId, roundId, seatId],
    );
  });
  return { roundId, value: rows.find(({ value }) => value !== null)?.value ?? null, turns: rows.map(({ turn }) => turn) };
}

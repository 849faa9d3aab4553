import "server-only";
import type { PoolClient } from "pg";
import { findTool } from "@/content/toolkits";
import type { OwnRating, RoundFacts } from "@/lib/domain/rounds/round";
import { isChoosable, scaleOf } from "@/lib/domain/rounds/round-values";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";
import { inWords } from "./round-errors";
import { publishRound } from "./watch-round";

// A person's own ratings. Nothing here is recorded anywhere else: no audit row, no event, no time, no log says what or when
// somebody rated, and no open screen is told; who has finished is told, as everyone knew it would be. Row level security keeps every row to its rater, whatever is asked for.

/** One rater's place in a round, and by what they are known: their account, or the secret of their own link. */
export interface RaterSeat {
  readonly agencyId: string;
  readonly teamId: string;
  readonly roundId: string;
  readonly raterId: string;
  /** Whom the transaction runs for: the account, or for a link the rater's own id, which no account has. */
  readonly actorId: string;
  readonly key: string | null;
  /** A member's rights, which are asked for once more when something is written. */
  readonly member?: { readonly context: TeamContext; readonly tool: RoundFacts["tool"] };
}

/** A member's own place; null for who is not asked. */
export function seatOf(context: TeamContext, { id, ownRaterId, tool }: Pick<RoundFacts, "id" | "ownRaterId" | "tool">): RaterSeat | null {
  const { agencyId, teamId, userId } = context;
  return ownRaterId === null ? null : { agencyId, teamId, roundId: id, raterId: ownRaterId, actorId: userId, key: null, member: { context, tool } };
}

type RaterWork<T> = (client: PoolClient, key: readonly string[]) => Promise<T>;

function asRater<T>(seat: RaterSeat, work: RaterWork<T>, isWrite = true, words: Readonly<Record<string, string>> = {}): Promise<T> {
  return inWords(
    () => withAgencyConnection({ agencyId: seat.agencyId, userId: seat.actorId }, async (client) => {
      if (seat.key !== null) await client.query("select set_config('app.rater_key', $1, true)", [seat.key]);
      if (isWrite && seat.member) await requireStanding(client, seat.member.context, { permission: "round:rate", toolRef: seat.member.tool });
      return work(client, [seat.agencyId, seat.teamId, seat.roundId, seat.raterId]);
    }),
    words,
  );
}

interface OwnRow {
  item_id: string;
  value: string | null;
  words: string | null;
  is_shown: boolean | null;
  is_late: boolean | null;
}

/** Everything the person rated and noted, by item. */
export async function readOwnRatings(seat: RaterSeat): Promise<ReadonlyMap<string, OwnRating>> {
  const { rows } = await asRater(seat, (client, key) =>
    client.query<OwnRow>(
      `select coalesce(a.item_id, n.item_id) as item_id, a.value, a.is_late, n.words, n.is_shown
         from (select * from round_rating where agency_id = $1 and team_id = $2 and round_id = $3 and rater_id = $4) a
         full join (select * from round_note where agency_id = $1 and team_id = $2 and round_id = $3 and rater_id = $4) n on n.item_id = a.item_id`,
      [...key],
    ),
    false,
  );
  return new Map(rows.map((row) => [row.item_id, { value: row.value, note: row.words ?? "", isNoteShown: row.is_shown ?? false, isLate: row.is_late ?? false }]));
}

const NOT_A_CHOICE = "Choose one of the answers.";

/** The tool's item with its scale. @throws RefusedError for what its round can't ask. */
function requireChoice(tool: RoundFacts["tool"], itemId: string, value: string): void {
  const found = findTool(tool);
  const item = found && itemIndexOf(found).get(itemId);
  const scale = item ? scaleOf(item.kind) : null;
  if (!scale || !isChoosable(scale, value)) throw new RefusedError(NOT_A_CHOICE);
}

/**
 * Saves one rating, in place of one there was; empty takes it away.
 * @throws RefusedError for a value that is no answer, an item that the round does not ask, a rating that was revealed, a closed round.
 */
export async function saveRating(seat: RaterSeat, tool: RoundFacts["tool"], itemId: string, value: string): Promise<void> {
  if (value !== "") requireChoice(tool, itemId, value);
  await asRater(seat, async (client, key) => {
    if (value === "") {
      await client.query("delete from round_rating where agency_id = $1 and team_id = $2 and round_id = $3 and rater_id = $4 and item_id = $5", [...key, itemId]);
      return;
    }
    await client.query(
      `insert into round_rating (agency_id, team_id, round_id, rater_id, item_id, value) values ($1, $2, $3, $4, $5, $6)
       on conflict (agency_id, team_id, round_id, rater_id, item_id) do update set value = excluded.value where round_rating.value <> excluded.value`,
      [...key, itemId, value],
    );
  });
}

/** Saves the person's private note on an item; empty takes it away. It stays private, or shown, as it was. */
export async function saveOwnNote(seat: RaterSeat, itemId: string, words: string): Promise<void> {
  await asRater(seat, async (client, key) => {
    if (words === "") {
      await client.query("delete from round_note where agency_id = $1 and team_id = $2 and round_id = $3 and rater_id = $4 and item_id = $5", [...key, itemId]);
      return;
    }
    await client.query(
      `insert into round_note (agency_id, team_id, round_id, rater_id, item_id, words) values ($1, $2, $3, $4, $5, $6)
       on conflict (agency_id, team_id, round_id, rater_id, item_id) do update set words = excluded.words`,
      [...key, itemId, words],
    );
  });
}

/** Shows the words of the person's own note to the team, without a name, or takes them back while the round is open. */
export async function setOwnNoteShown(seat: RaterSeat, itemId: string, isShown: boolean): Promise<void> {
  const { rowCount } = await asRater(
    seat,
    (client, key) => client.query("update round_note set is_shown = $6 where agency_id = $1 and team_id = $2 and round_id = $3 and rater_id = $4 and item_id = $5", [...key, itemId, isShown]),
    true,
    { WB409: "A note can be shown after the reveal, not before. It stays private." },
  );
  if (rowCount === 0) throw new RefusedError("You have no note on this.");
  publishRound(seat, seat.roundId);
}

/** Says that the person has finished, or that they go on. @throws RefusedError once the round is closed */
export async function setFinished(seat: RaterSeat, hasFinished: boolean): Promise<void> {
  const { rowCount } = await asRater(seat, (client, key) =>
    client.query(
      `update round_rater p set finished_at = case when $5 then coalesce(p.finished_at, now()) end
         from rating_round r
        where p.agency_id = $1 and p.team_id = $2 and p.round_id = $3 and p.id = $4
          and r.agency_id = p.agency_id and r.team_id = p.team_id and r.id = p.round_id and r.closed_at is null`,
      [...key, hasFinished],
    ),
  );
  if (rowCount === 0) throw new RefusedError("This round is closed. Load the page again.");
  publishRound(seat, seat.roundId);
}

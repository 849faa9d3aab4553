import "server-only";
import type { RoundsStanding, RoundStanding } from "@/lib/domain/rounds/round-standing";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { publishChanged } from "@/lib/sync/server/publish";

/** For whom it is read: the account, or for somebody without one the rater's own id. What is read is the same for everybody. */
interface Reader {
  readonly agencyId: string;
  readonly teamId: string;
  readonly actorId: string;
}

interface StandingRow {
  state: RoundStanding["state"];
  asked: number;
  guests: number;
  finished: number;
  missing: number;
  until_on: string | null;
  mark: string;
}

/** Who has finished and how each was asked, as anybody in the team may see it; never a rating. */
const RATERS = `
  select count(*) filter (where p.finished_at is not null)::int as finished, count(*) filter (where p.finished_at is null)::int as missing,
         count(*) filter (where p.guest_name is not null)::int as guests, string_agg(concat_ws(' ', p.id, p.finished_at is not null, p.key_hash is null, p.link_number), ',' order by p.id) as line
    from round_rater p where p.agency_id = r.agency_id and p.team_id = r.team_id and p.round_id = r.id`;

const STATE = `case when r.closed_at is not null then case when r.revealed_at is null then 'called-off' else 'closed' end when r.revealed_at is not null then 'revealed' else 'open' end`;

/** How a round stands; null when there is none of this id any more. */
export async function readRoundStanding({ agencyId, teamId, actorId }: Reader, roundId: string): Promise<RoundStanding | null> {
  if (!isUuid(roundId)) return null;
  const { rows } = await withAgencyConnection({ agencyId, userId: actorId }, (client) =>
    client.query<StandingRow>(
      `select ${STATE} as state, r.asked, p.guests, p.finished, p.missing, to_char(r.until_on, 'YYYY-MM-DD') as until_on, md5(concat_ws('|', r.revealed_at, r.closed_at, p.line, d.line, n.line)) as mark
         from rating_round r
         cross join lateral (${RATERS}) p
         cross join lateral (select string_agg(concat_ws(' ', d.id, d.undone_at is null), ',' order by d.id) as line
                               from round_decision d where d.agency_id = r.agency_id and d.team_id = r.team_id and d.round_id = r.id) d
         cross join lateral (select md5(string_agg(n.item_id || ' ' || n.words, ',')) as line from round_notes(r.team_id, r.id) n) n
        where r.agency_id = $1 and r.team_id = $2 and r.id = $3`,
      [agencyId, teamId, roundId],
    ),
  );
  const [row] = rows;
  return row ? { state: row.state, asked: row.asked, guests: row.guests, finished: row.finished, missing: row.missing, untilOn: row.until_on, mark: row.mark } : null;
}

/** Whether anything in the team's list of rounds is new. */
export async function readRoundsStanding({ agencyId, teamId, actorId }: Reader): Promise<RoundsStanding> {
  const { rows } = await withAgencyConnection({ agencyId, userId: actorId }, (client) =>
    client.query<{ mark: string }>(
      `select md5(coalesce(string_agg(concat_ws(' ', r.id, ${STATE}, p.finished, p.missing), ',' order by r.id), '')) as mark
         from rating_round r cross join lateral (${RATERS}) p where r.agency_id = $1 and r.team_id = $2`,
      [agencyId, teamId],
    ),
  );
  return { mark: rows[0]?.mark ?? "" };
}

/** Whoever has the round, or the team's list of rounds, open is to see how it stands now, once it is committed. */
export function publishRound({ agencyId, teamId }: Omit<Reader, "actorId">, roundId: string): void {
  publishChanged({ agencyId, teamId }, { kind: "round", id: roundId });
  publishChanged({ agencyId, teamId }, { kind: "rounds", id: teamId });
}

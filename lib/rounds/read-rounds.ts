import "server-only";
import { personOf } from "@/lib/domain/people/person";
import type { RaterLine, RoundFacts, RoundState } from "@/lib/domain/rounds/round";
import type { Side } from "@/lib/domain/rounds/shown-item";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool } from "@/lib/responses/tool-access";

interface RoundRow {
  id: string;
  number: number;
  toolkit_id: string;
  tool_id: string;
  item_ids: string[];
  is_named: boolean;
  is_split: boolean;
  until_on: string | null;
  follows_id: string | null;
  asked: number;
  finished: number;
  missing: number;
  links_again: number;
  opened_at: Date;
  opened_by: string | null;
  revealed_at: Date | null;
  revealed_by: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  missing_at_reveal: number | null;
  answered: number | null;
  answered_late: number | null;
  deputy: string | null;
  may_lead: boolean;
  own_rater_id: string | null;
  own_side: Side | null;
  own_finished: boolean;
}

/** `$1` agency, `$2` team, `$3` the reader. */
const ROUNDS = `
  select r.id, r.number, r.toolkit_id, r.tool_id, r.item_ids, r.is_named, r.is_split, to_char(r.until_on, 'YYYY-MM-DD') as until_on, r.follows_id,
         r.asked, r.opened_at, r.revealed_at, r.closed_at, r.missing_at_reveal, r.answered, r.answered_late,
         ${shownPerson("r.agency_id", "r.opened_by", "r.opened_at")} as opened_by, ${shownPerson("r.agency_id", "r.revealed_by", "r.revealed_at")} as revealed_by,
         ${shownPerson("r.agency_id", "r.closed_by", "r.closed_at")} as closed_by, ${shownPerson("r.agency_id", "r.deputy_id", "r.opened_at")} as deputy,
         coalesce(r.deputy_id = $3, false) or leads_team(r.agency_id, r.team_id) as may_lead,
         p.finished, p.missing, p.links_again,
         o.id as own_rater_id, o.side as own_side, o.finished_at is not null as own_finished
    from rating_round r
    left join round_rater o on o.agency_id = r.agency_id and o.team_id = r.team_id and o.round_id = r.id and o.user_id = $3
    cross join lateral (select count(*) filter (where p.finished_at is not null)::int as finished, count(*) filter (where p.finished_at is null)::int as missing, coalesce(sum(p.link_number), 0)::int as links_again
                          from round_rater p where p.agency_id = r.agency_id and p.team_id = r.team_id and p.round_id = r.id) p
   where r.agency_id = $1 and r.team_id = $2`;

function stateOf({ revealed_at, closed_at }: Pick<RoundRow, "revealed_at" | "closed_at">): RoundState {
  if (closed_at) return revealed_at ? "closed" : "called-off";
  return revealed_at ? "revealed" : "open";
}

function factsOf(row: RoundRow): RoundFacts {
  return {
    id: row.id,
    number: row.number,
    tool: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    itemIds: row.item_ids,
    isNamed: row.is_named,
    isSplit: row.is_split,
    untilOn: row.until_on,
    followsId: row.follows_id,
    state: stateOf(row),
    asked: row.asked,
    finished: row.finished,
    missing: row.missing,
    linksAgain: row.links_again,
    opened: eventOf(row.opened_at, personOf(row.opened_by)),
    revealed: row.revealed_at && eventOf(row.revealed_at, personOf(row.revealed_by)),
    closed: row.closed_at && eventOf(row.closed_at, personOf(row.closed_by)),
    missingAtReveal: row.missing_at_reveal,
    answered: row.answered,
    answeredLate: row.answered_late,
    deputy: row.deputy === null ? null : personOf(row.deputy),
    mayLead: row.may_lead,
    ownRaterId: row.own_rater_id,
    ownSide: row.own_side,
    ownFinished: row.own_finished,
  };
}

/** The team's rounds about tools that this person may open, the newest first; votes of meetings stand with their meetings. */
export async function listRounds(context: TeamContext): Promise<readonly RoundFacts[]> {
  return (await listOpenRounds(context)).rounds;
}

/** The same, and whether the team has others, about tools that are not this person's: an empty list is no empty team. */
export async function listOpenRounds(context: TeamContext): Promise<{ readonly rounds: readonly RoundFacts[]; readonly isWithheld: boolean }> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<RoundRow>(`${ROUNDS} and r.sitting_id is null order by r.number desc`, [context.agencyId, context.teamId, context.userId]),
  );
  const rounds = rows.map(factsOf).filter(({ tool }) => findOpenTool(context, tool) !== null);
  return { rounds, isWithheld: rounds.length < rows.length };
}

/** One round; null when the team has none of this id, or its tool is not open to this person. */
export function findRound(context: TeamContext, roundId: string): Promise<RoundFacts | null> {
  return findOne(context, roundId, "r.sitting_id is null");
}

/** Most rounds that are looked at over time. */
const LONGEST_CHAIN = 12;

/** A round and those that it asks again, the oldest first. */
export async function listEarlierRounds(context: TeamContext, round: RoundFacts): Promise<readonly RoundFacts[]> {
  const chain = [round];
  for (let next = round.followsId; next !== null && chain.length < LONGEST_CHAIN; ) {
    const found = await findRound(context, next);
    if (!found) break;
    chain.unshift(found);
    next = found.followsId;
  }
  return chain;
}

/** The same for a vote in a meeting, which is a round of one item. */
export function findVote(context: TeamContext, roundId: string): Promise<RoundFacts | null> {
  return findOne(context, roundId, "r.sitting_id is not null");
}

async function findOne(context: TeamContext, roundId: string, kind: "r.sitting_id is null" | "r.sitting_id is not null"): Promise<RoundFacts | null> {
  if (!isUuid(roundId)) return null;
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<RoundRow>(`${ROUNDS} and ${kind} and r.id = $4`, [context.agencyId, context.teamId, context.userId, roundId]),
  );
  const found = rows[0] && factsOf(rows[0]);
  return found && findOpenTool(context, found.tool) ? found : null;
}

/** Who is asked and who has finished, which everyone was told is visible. In no order that tells when. */
export async function listRaters(context: TeamContext, roundId: string): Promise<readonly RaterLine[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ id: string; user_id: string | null; guest_name: string | null; has_finished: boolean; is_link_unused: boolean; link_number: number }>(
      `select p.id, ${shownPerson("p.agency_id", "p.user_id", "r.opened_at")} as user_id, p.guest_name, p.finished_at is not null as has_finished,
              p.token_hash is not null and p.key_hash is null as is_link_unused, p.link_number
         from round_rater p
         join rating_round r on r.agency_id = p.agency_id and r.team_id = p.team_id and r.id = p.round_id
        where p.agency_id = $1 and p.team_id = $2 and p.round_id = $3 order by p.guest_name nulls first, p.id`,
      [context.agencyId, context.teamId, roundId],
    ),
  );
  return rows.map(({ id, user_id, guest_name, has_finished, is_link_unused, link_number }) => ({
    id,
    person: user_id === null ? null : personOf(user_id),
    guestName: guest_name,
    hasFinished: has_finished,
    isLinkUnused: is_link_unused,
    linkNumber: link_number,
  }));
}

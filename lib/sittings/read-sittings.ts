import "server-only";
import { personOf } from "@/lib/domain/people/person";
import type { Seat, SittingFacts, SittingItem } from "@/lib/domain/sittings/sitting";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";

interface SittingRow {
  id: string;
  meeting_id: string;
  started_at: Date;
  started_by: string;
  facilitator: string;
  deputies: string[];
  deputy_ids: string[];
  is_yours: boolean;
  may_take_over: boolean;
  is_joinable: boolean;
  code_number: number;
  current_id: string | null;
  ended_at: Date | null;
  ended_by: string | null;
}

interface ItemRow {
  sitting_id: string;
  id: string;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  row_id: string | null;
  round_id: string | null;
  is_settled: boolean;
}

/** `$1` agency, `$2` team, `$3` the reader. */
const SITTINGS = `
  select s.id, s.meeting_id, s.started_at, ${shownPerson("s.agency_id", "s.started_by", "s.started_at")} as started_by,
         ${shownPerson("s.agency_id", "s.facilitator_id", "coalesce(s.ended_at, now())")} as facilitator,
         array(select ${shownPerson("s.agency_id", "d.id", "coalesce(s.ended_at, now())")} from unnest(s.deputy_ids) with ordinality d(id, n) order by d.n)::text[] as deputies, s.deputy_ids::text[] as deputy_ids,
         s.facilitator_id = $3 as is_yours, $3 = any(s.deputy_ids) or leads_team(s.agency_id, s.team_id) as may_take_over,
         s.is_joinable, s.code_number, s.current_id, s.ended_at, ${shownPerson("s.agency_id", "s.ended_by", "s.ended_at")} as ended_by
    from sitting s where s.agency_id = $1 and s.team_id = $2`;

function itemOf(row: ItemRow): SittingItem {
  return { id: row.id, tool: { toolkitId: row.toolkit_id, toolId: row.tool_id }, itemId: row.item_id, rowId: row.row_id, roundId: row.round_id, isSettled: row.is_settled };
}

function factsOf(row: SittingRow, items: readonly ItemRow[]): SittingFacts {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    started: eventOf(row.started_at, personOf(row.started_by)),
    ended: row.ended_at && eventOf(row.ended_at, personOf(row.ended_by)),
    facilitator: personOf(row.facilitator),
    deputies: row.deputies.map(personOf),
    deputyIds: row.deputy_ids,
    isYours: row.is_yours,
    mayTakeOver: row.may_take_over,
    isJoinable: row.is_joinable,
    codeNumber: row.code_number,
    currentId: row.current_id,
    items: items.filter(({ sitting_id }) => sitting_id === row.id).map(itemOf),
  };
}

/** The sittings of a meeting, the newest first. */
export async function listSittings(context: TeamContext, meetingId: string): Promise<readonly SittingFacts[]> {
  if (!isUuid(meetingId)) return [];
  return withAgencyConnection(context, async (client) => {
    const key = [context.agencyId, context.teamId];
    const sittings = await client.query<SittingRow>(`${SITTINGS} and s.meeting_id = $4 order by s.started_at desc, s.id`, [...key, context.userId, meetingId]);
    const items = await client.query<ItemRow>(
      `select i.sitting_id, i.id, i.toolkit_id, i.tool_id, i.item_id, i.row_id, i.round_id, i.settled_at is not null as is_settled
         from sitting_item i join sitting s on s.agency_id = i.agency_id and s.team_id = i.team_id and s.id = i.sitting_id
        where i.agency_id = $1 and i.team_id = $2 and s.meeting_id = $3 order by i.position, i.id`,
      [...key, meetingId],
    );
    return sittings.rows.map((row) => factsOf(row, items.rows));
  });
}

/** The one that is going on in a meeting; null where none is. */
export async function findRunningSitting(context: TeamContext, meetingId: string): Promise<SittingFacts | null> {
  return (await listSittings(context, meetingId)).find(({ ended }) => ended === null) ?? null;
}

/** Who sits there or sat there, as they chose to be named, in the order in which they came. */
export async function listSeats(context: TeamContext, sittingId: string): Promise<readonly Seat[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ id: string; user_id: string | null; names: string[]; is_removed: boolean }>(
      `select t.id, ${shownPerson("t.agency_id", "t.user_id", "t.joined_at")} as user_id, t.names, coalesce(t.removed_by <> t.id, false) as is_removed
         from sitting_seat t where t.agency_id = $1 and t.team_id = $2 and t.sitting_id = $3 order by t.joined_at, t.id`,
      [context.agencyId, context.teamId, sittingId],
    ),
  );
  return rows.map((row) => ({ id: row.id, person: row.user_id === null ? null : personOf(row.user_id), names: row.names, isRemoved: row.is_removed }));
}

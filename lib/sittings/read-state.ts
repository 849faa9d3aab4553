import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { findTool } from "@/content/toolkits";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { formatAnswer, formatCell } from "@/lib/domain/item/item-readers";
import type { Frozen } from "@/lib/domain/rounds/frozen-words";
import { placeInTool } from "@/lib/domain/rounds/item-place";
import { type RoundScale, scaleOf } from "@/lib/domain/rounds/round-values";
import { type ShownCount, showItem } from "@/lib/domain/rounds/shown-item";
import type { AnswerState, CurrentItem, SittingPhase, SittingState, VoteState } from "@/lib/domain/sittings/sitting-state";
import type { Item } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";

/** Longest answer that the screens show, in UTF-16 code units; the tool has all of it. */
const LONGEST_SHOWN = 4_000;

interface StateRow {
  is_ended: boolean;
  is_joinable: boolean;
  mark: string;
  people: number;
  guests: number;
  place: number;
  count: number;
  item_row: string | null;
  toolkit_id: string | null;
  tool_id: string | null;
  item_id: string | null;
  row_id: string | null;
  is_settled: boolean;
  round_id: string | null;
  voted: number;
  answered: number | null;
  asked: number | null;
  missing_at_reveal: number | null;
  is_revealed: boolean;
  is_closed: boolean;
  /** Of the vote on the screen, or of one before it on the same item. */
  decided_in: string | null;
  decision_id: string | null;
  value: string | null;
  rationale: string | null;
  dissent: string | null;
  /** The vote before it. */
  earlier_id: string | null;
  frozen: Frozen | null;
  timer_ends_at: Date | null;
  now: Date;
}

/** `$1` agency, `$2` team, `$3` sitting. Everything but the counts of a reveal, and the tool's answer. */
const STATE = `
  select s.ended_at is not null as is_ended, s.is_joinable, s.timer_ends_at, clock_timestamp() as now,
         s.facilitator_id::text || s.code_number || s.deputy_ids::text || n.marks as mark,
         voters_of(s.agency_id, s.team_id, s.id) as people, (select coalesce(sum(cardinality(t.names)), 0)::int from sitting_seat t where t.agency_id = s.agency_id and t.team_id = s.team_id and t.sitting_id = s.id and t.user_id is null and t.removed_at is null) as guests, n.count, coalesce(n.place, 0) as place,
         i.id as item_row, i.toolkit_id, i.tool_id, i.item_id, i.row_id, i.settled_at is not null as is_settled,
         r.id as round_id, r.answered, r.asked, r.missing_at_reveal, r.revealed_at is not null as is_revealed, r.closed_at is not null as is_closed,
         (select count(*)::int from round_rater p where p.agency_id = r.agency_id and p.team_id = r.team_id and p.round_id = r.id) as voted,
         d.round_id as decided_in, d.id as decision_id, d.value, d.rationale, d.dissent, (select e.id from rating_round e where e.agency_id = r.agency_id and e.team_id = r.team_id and e.id = r.follows_id and e.revealed_at is not null) as earlier_id,
         (select case when p.locked_at is not null then 'locked' when p.completed_at is not null then 'complete' end from response p
           where p.agency_id = i.agency_id and p.team_id = i.team_id and p.toolkit_id = i.toolkit_id and p.tool_id = i.tool_id) as frozen
    from sitting s
    left join sitting_item i on i.agency_id = s.agency_id and i.team_id = s.team_id and i.sitting_id = s.id and i.id = s.current_id
    left join rating_round r on r.agency_id = i.agency_id and r.team_id = i.team_id and r.id = i.round_id
    left join lateral (select d.* from round_decision d
                         join rating_round o on o.agency_id = d.agency_id and o.team_id = d.team_id and o.id = d.round_id
                        where o.agency_id = s.agency_id and o.team_id = s.team_id and o.sitting_id = s.id and o.item_ids[1] = i.item_id and d.undone_at is null
                        order by d.round_id = r.id desc, d.value is not null desc, d.decided_at desc, d.id desc limit 1) d on true
    cross join lateral (select count(*)::int as count, (count(*) filter (where o.position <= i.position))::int as place, coalesce(string_agg(o.id::text, '' order by o.position), '') as marks
                          from sitting_item o where o.agency_id = s.agency_id and o.team_id = s.team_id and o.sitting_id = s.id) n
   where s.agency_id = $1 and s.team_id = $2 and s.id = $3`;

/**
 * How a sitting stands, the same for whoever looks: no name, no vote before the reveal, and after it what the database hands out
 * to everyone. Null where there is none. Asked once for all screens of an instance, so it runs for nobody in particular.
 */
export async function readSittingState({ agencyId, teamId }: { readonly agencyId: string; readonly teamId: string }, sittingId: string): Promise<SittingState | null> {
  return withAgencyConnection({ agencyId, userId: sittingId }, async (client) => {
    const { rows } = await client.query<StateRow>(STATE, [agencyId, teamId, sittingId]);
    const [row] = rows;
    if (!row) return null;
    return {
      sittingId,
      isEnded: row.is_ended,
      mark: createHash("sha256").update(row.mark).digest("base64url").slice(0, 12),
      isJoinable: row.is_joinable,
      people: row.people,
      guests: row.guests,
      place: row.item_row === null ? 0 : row.place,
      count: row.count,
      item: await currentItem(client, { agencyId, teamId }, row),
      timerEndsAt: row.timer_ends_at?.getTime() ?? null,
      // Without a timer the same state is the same bytes, and is sent to nobody twice.
      readAt: row.timer_ends_at === null ? 0 : row.now.getTime(),
    };
  });
}

interface Place {
  readonly agencyId: string;
  readonly teamId: string;
}

async function currentItem(client: PoolClient, place: Place, row: StateRow): Promise<CurrentItem | null> {
  if (row.item_row === null || !row.toolkit_id || !row.tool_id || !row.item_id) return null;
  const ref: ToolRef = { toolkitId: row.toolkit_id, toolId: row.tool_id };
  const tool = findTool(ref);
  const item = tool && itemIndexOf(tool).get(row.item_id);
  if (!tool || !item) return null;
  const scale = scaleOf(item.kind);
  const vote = scale && (await voteOf(client, place, row, scale));
  return {
    id: row.item_row,
    kind: item.kind === "rating" || item.kind === "status" ? item.kind : "other",
    toolLabel: tool.label,
    place: placeInTool(tool, item),
    prompt: itemName(item),
    bullets: item.kind === "status" ? (item.bullets ?? []) : [],
    phase: phaseOf(row, vote),
    vote,
    frozen: row.frozen,
    decision:
      row.decided_in === null || row.decision_id === null
        ? null
        : { id: row.decision_id, roundId: row.decided_in, isEarlier: row.decided_in !== row.round_id, value: row.value, rationale: row.rationale ?? "", dissent: row.dissent ?? "" },
    answer: scale ? null : await answerOf(client, place, ref, item, row.row_id),
  };
}

function phaseOf({ decided_in, round_id, is_settled }: StateRow, vote: VoteState | null): SittingPhase {
  // What an earlier vote led to stands beside a later one, and ends nothing of it.
  if ((decided_in !== null && decided_in === round_id) || is_settled) return "decided";
  if (!vote || (vote.isClosed && !vote.shown)) return "waiting";
  return vote.shown ? "revealed" : "voting";
}

async function voteOf(client: PoolClient, { teamId }: Place, row: StateRow, scale: RoundScale): Promise<VoteState | null> {
  if (row.round_id === null) return null;
  const shownOf = async (roundId: string) => {
    const { rows } = await client.query<{ item_id: string; value: string; n: number }>("select item_id, value, n from round_counts($1, $2)", [teamId, roundId]);
    return showItem(scale, rows.map(({ item_id, value, n }): ShownCount => ({ itemId: item_id, value, count: n })), null);
  };
  return {
    roundId: row.round_id,
    isAgain: row.earlier_id !== null,
    // From the reveal on: late ones are told apart, and at the close nothing is kept of who voted.
    voted: row.is_revealed || row.is_closed ? (row.answered ?? 0) : row.voted,
    of: row.is_revealed ? (row.asked ?? 0) : row.people,
    shown: row.is_revealed ? await shownOf(row.round_id) : null,
    // Not while people vote: they would see what others thought.
    earlier: row.is_revealed && row.earlier_id !== null ? await shownOf(row.earlier_id) : null,
    missing: row.missing_at_reveal ?? 0,
    isClosed: row.is_closed,
  };
}

async function answerOf(client: PoolClient, { agencyId, teamId }: Place, { toolkitId, toolId }: ToolRef, item: Item, rowId: string | null): Promise<AnswerState> {
  const { rows } = await client.query<{ value: Answer }>(
    `select a.value from response r join answer a on a.agency_id = r.agency_id and a.response_id = r.id
      where r.agency_id = $1 and r.team_id = $2 and r.toolkit_id = $3 and r.tool_id = $4 and a.item_id = $5`,
    [agencyId, teamId, toolkitId, toolId, item.id],
  );
  const answer = rows[0]?.value ?? null;
  if (item.kind !== "table") return { text: formatAnswer(item, answer).slice(0, LONGEST_SHOWN), row: null, rows: null };
  const table = (answer ?? []) as readonly TableRow[];
  const at = Math.max(0, rowId === null ? table.length - 1 : table.findIndex(({ id }) => id === rowId));
  const shown = table[at];
  return {
    text: "",
    rows: table.length,
    row: shown
      ? {
          place: at + 1,
          cells: item.columns.map((column) => ({ label: column.label, value: formatCell(column, shown).slice(0, LONGEST_SHOWN) })),
          previousId: table[at - 1]?.id ?? null,
          nextId: table[at + 1]?.id ?? null,
        }
      : null,
  };
}

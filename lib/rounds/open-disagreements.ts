import "server-only";
import { findTool } from "@/content/toolkits";
import { flaggedItems, type OpenDisagreement } from "@/lib/domain/rounds/open-disagreement";
import { scaleOf } from "@/lib/domain/rounds/round-values";
import { type ShownCount, showItem } from "@/lib/domain/rounds/shown-item";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";

interface CountedRow {
  round_id: string;
  number: number;
  sitting_id: string | null;
  held_on: string | null;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  value: string;
  n: number;
}

/**
 * What the rounds show of items without a decision. A decision settles its item in its own round and in every earlier one; one that
 * left it open, or was taken back, settles nothing. `$3` as of when.
 */
const UNDECIDED = `
  with asked as (
    select r.id, r.number, r.sitting_id, r.toolkit_id, r.tool_id, r.revealed_at, i.item_id
      from rating_round r cross join lateral unnest(r.item_ids) as i(item_id)
     where r.agency_id = $1 and r.team_id = $2 and r.revealed_at <= $3
  ), standing as (
    select distinct on (d.round_id, d.item_id) d.item_id, d.value, d.decided_at
      from round_decision d
     where d.agency_id = $1 and d.team_id = $2 and d.decided_at <= $3 and (d.undone_at is null or d.undone_at > $3)
     order by d.round_id, d.item_id, d.decided_at desc, d.id desc
  ), undecided as (
    select a.* from asked a
     where not exists (select from standing s where s.item_id = a.item_id and s.value is not null and s.decided_at >= a.revealed_at)
  )
  select u.id as round_id, u.number, u.sitting_id, to_char(m.held_on, 'YYYY-MM-DD') as held_on, u.toolkit_id, u.tool_id, u.item_id, c.value, c.n
    from (select distinct id from undecided) o
    cross join lateral round_counts($2, o.id) c
    join undecided u on u.id = o.id and u.item_id = c.item_id
    left join sitting s on s.agency_id = $1 and s.team_id = $2 and s.id = u.sitting_id
    left join meeting m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.meeting_id and m.removed_at is null
   order by u.revealed_at desc, u.id, u.item_id`;

type Group = readonly [CountedRow, ...CountedRow[]];

/** Rows of one item in one round stand together. */
function groupRows(rows: readonly CountedRow[]): readonly Group[] {
  const groups: [CountedRow, ...CountedRow[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0].round_id === row.round_id && last[0].item_id === row.item_id) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The disagreements that wait for the team, the newest round first, about tools that this person may open; with one reading of the database. @param at as of when; now without it */
export async function listOpenDisagreements(context: TeamContext, at: Date | null = null): Promise<readonly OpenDisagreement[]> {
  const { agencyId, teamId, userId } = context;
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) => client.query<CountedRow>(UNDECIDED, [agencyId, teamId, at ?? "infinity"]));
  const found: OpenDisagreement[] = [];
  const seen = new Set<string>();
  for (const group of groupRows(rows)) {
    const [{ round_id: roundId, number, sitting_id: sittingId, held_on: heldOn, toolkit_id: toolkitId, tool_id: toolId, item_id: itemId }] = group;
    const tool = { toolkitId, toolId };
    const definition = findTool(tool);
    const scale = definition && findOpenTool(context, tool) ? scaleOf(itemIndexOf(definition).get(itemId)?.kind ?? "text") : null;
    const agreement = scale && showItem(scale, group.map(({ value, n }): ShownCount => ({ itemId, value, count: n })), null).agreement;
    if (!agreement) continue;
    if (agreement.isFlagged) found.push({ roundId, number, sittingId, heldOn, tool, itemId, isNewest: !seen.has(itemId) });
    seen.add(itemId);
  }
  return found;
}

/** What readiness knows of them. @param at as of when; now without it */
export async function listFlaggedItems(context: TeamContext, at: Date | null = null): Promise<ReadonlySet<string>> {
  return flaggedItems(await listOpenDisagreements(context, at));
}

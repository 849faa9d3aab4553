import "server-only";
import type { PoolClient } from "pg";
import type { ActionColumns, IdeaPlace, PlanFlow } from "@/lib/domain/plan/plan-flow";
import type { ActionMoments } from "@/lib/domain/plan/planned-action";
import { gridCellId } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";

const COLUMNS = ["what", "lead", "owner", "due", "status", "why"] as const satisfies readonly (keyof ActionColumns)[];

/** Each entry holds the whole table twice: so many of a table's newest are looked through. */
const ENTRIES_READ = 300;

const RESPONSE_ID = "(select id from response where agency_id = $1 and team_id = $2 and toolkit_id = $3 and tool_id = $4)";

// Of a printed line every cell is an answer with a history of its own.
const PRINTED = `
  select item_id, max(changed_at) as at
    from answer_revision
   where agency_id = $1 and response_id = ${RESPONSE_ID} and item_id = any($5::text[])
   group by item_id`;

// An added line is a row of a table: changed where it reads otherwise after than before, moved where its status does.
// Rows at the same place are compared first, which is most of them and cheap. The rest, changed or at another place, are
// compared as sets ("except"): joined to each other, a long table would take the square of its length.
const ADDED = `
  with entries as (
    select v.item_id, v.changed_at, v.before, v.after, c.status
      from unnest($5::text[], $6::text[]) c(item_id, status)
     cross join lateral (
       select item_id, changed_at, before, after
         from answer_revision
        where agency_id = $1 and response_id = ${RESPONSE_ID} and item_id = c.item_id
        order by minute desc
        limit ${ENTRIES_READ}) v
  ), changes as (
    select e.item_id, e.changed_at, n.id, n.is_move
      from entries e
     cross join lateral (
       with pairs as materialized (
         select a ->> 'id' as id, a -> 'cells' as cells, b ->> 'id' as old_id, b -> 'cells' as old_cells
           from rows from (jsonb_array_elements(e.after), jsonb_array_elements(e.before)) r(a, b)
          where a is distinct from b
       )
       select id, false as is_move from (select id, cells from pairs except select old_id, old_cells from pairs) changed
        union all
       select id, true
         from (select id, cells ->> e.status as status from pairs except select old_id, old_cells ->> e.status from pairs) moved
        where status is not null) n
     where n.id is not null
  )
  select item_id, id, max(changed_at) as at, max(changed_at) filter (where is_move) as moved_at
    from changes
   group by item_id, id`;

interface PrintedRow {
  item_id: string;
  at: Date;
}

interface AddedRow {
  item_id: string;
  id: string;
  at: Date;
  moved_at: Date | null;
}

interface LineCell {
  readonly line: string;
  readonly isStatus: boolean;
}

const lines = new WeakMap<readonly IdeaPlace[], ReadonlyMap<string, LineCell>>();

/** To which printed line each of its cells belongs: the toolkit's own, the same each time. */
function linesByCell(ideas: readonly IdeaPlace[]): ReadonlyMap<string, LineCell> {
  const cellsOf = ({ lines: printed, columns }: IdeaPlace) =>
    printed.flatMap((line) => COLUMNS.map((column) => [gridCellId(line, columns[column]), { line, isStatus: column === "status" }] as const));
  const known = lines.get(ideas) ?? new Map(ideas.flatMap(cellsOf));
  lines.set(ideas, known);
  return known;
}

/** What the history tells of the actions of a plan, by their ids. Of those that nobody ever changed there is nothing. */
export async function readActionMoments(
  client: PoolClient,
  { agencyId, teamId }: TeamContext,
  { tool: { toolkitId, toolId }, ideas }: PlanFlow["plan"],
): Promise<ReadonlyMap<string, ActionMoments>> {
  const lineOf = linesByCell(ideas);
  const place = [agencyId, teamId, toolkitId, toolId];
  const printed = await client.query<PrintedRow>({ name: "plan-printed-moments", text: PRINTED, values: [...place, [...lineOf.keys()]] });
  const added = await client.query<AddedRow>({
    name: "plan-added-moments",
    text: ADDED,
    values: [...place, ideas.map(({ more }) => more), ideas.map(({ columns }) => columns.status)],
  });
  const moments = new Map<string, ActionMoments>();
  for (const { item_id, at } of printed.rows) {
    const cell = lineOf.get(item_id);
    if (!cell) continue;
    const { changedAt, movedAt } = moments.get(cell.line) ?? { changedAt: null, movedAt: null };
    const iso = at.toISOString();
    moments.set(cell.line, { changedAt: changedAt !== null && changedAt > iso ? changedAt : iso, movedAt: cell.isStatus ? iso : movedAt });
  }
  for (const { item_id, id, at, moved_at } of added.rows) {
    moments.set(`${item_id}/${id}`, { changedAt: at.toISOString(), movedAt: moved_at?.toISOString() ?? null });
  }
  return moments;
}

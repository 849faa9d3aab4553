import "server-only";
import type { PoolClient } from "pg";
import type { EarlierValue, Indicator, IndicatorDirection, IndicatorUnit, IndicatorValue } from "@/lib/domain/indicators/indicator";
import { compareMeasured } from "@/lib/domain/indicators/measured-on";
import { personOf } from "@/lib/domain/people/person";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import { instantText } from "@/lib/responses/response-facts";

interface IndicatorRow {
  id: string;
  item_id: string;
  row_id: string;
  unit: IndicatorUnit;
  unit_words: string;
  direction: IndicatorDirection;
  target: string | null;
  target_on: string | null;
}

interface ValueRow {
  id: string;
  indicator_id: string;
  day: string;
  is_month: boolean;
  value: string;
  whole: string | null;
  source: string;
  note: string;
  entered_at: string;
  entered_by: string;
}

/** A value that does not stand any more: put right by another one, or removed. */
interface FormerRow extends ValueRow {
  replaced_by: string | null;
  removed_at: string | null;
  removed_by: string | null;
}

const valueColumns = (context: TeamContext) => `
  v.id, v.indicator_id, to_char(v.measured_on, 'YYYY-MM-DD') as day, v.is_month, v.value::text, v.whole::text, v.source, v.note,
  ${instantText("v.entered_at")} as entered_at, ${shownAuthor(context, "v.agency_id", "v.entered_by", "v.entered_at")} as entered_by`;

// Most stand, and there may be very many: what only former ones have is not read of them.
const standing = (context: TeamContext) => `
  select ${valueColumns(context)}
    from indicator_value v
   where v.agency_id = $1 and v.indicator_id = any($2::uuid[]) and v.replaced_by is null and v.removed_at is null`;

const former = (context: TeamContext) => `
  select ${valueColumns(context)}, v.replaced_by,
         ${instantText("v.removed_at")} as removed_at, ${shownAuthor(context, "v.agency_id", "v.removed_by", "v.removed_at")} as removed_by
    from indicator_value v
   where v.agency_id = $1 and v.indicator_id = any($2::uuid[]) and (v.replaced_by is not null or v.removed_at is not null)`;

/** What the rows of a tool's tables measure, with all values. @param itemIds of these tables alone; null for all */
export async function readIndicators(
  client: PoolClient,
  context: TeamContext,
  toolRef: ToolRef,
  itemIds: readonly string[] | null = null,
): Promise<readonly Indicator[]> {
  const { agencyId, teamId } = context;
  const place = [agencyId, teamId, toolRef.toolkitId, toolRef.toolId, itemIds];
  const { rows: indicators } = await client.query<IndicatorRow>(
    `select i.id, i.item_id, i.row_id, i.unit, i.unit_words, i.direction, i.target::text, to_char(i.target_on, 'YYYY-MM-DD') as target_on
       from indicator i
      where i.agency_id = $1 and i.team_id = $2 and i.toolkit_id = $3 and i.tool_id = $4 and ($5::text[] is null or i.item_id = any($5))
      order by i.id`,
    place,
  );
  if (indicators.length === 0) return [];
  const values = [agencyId, indicators.map(({ id }) => id)];
  const stand = groupByIndicator((await client.query<ValueRow>(standing(context), values)).rows);
  const gone = groupByIndicator((await client.query<FormerRow>(former(context), values)).rows);
  return indicators.map((row) => toIndicator(row, stand.get(row.id) ?? [], gone.get(row.id) ?? []));
}

function groupByIndicator<Row extends ValueRow>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.indicator_id);
    if (known) known.push(row);
    else groups.set(row.indicator_id, [row]);
  }
  return groups;
}

function toIndicator(row: IndicatorRow, stand: readonly ValueRow[], gone: readonly FormerRow[]): Indicator {
  const replaced = new Map(gone.flatMap((value) => (value.replaced_by === null ? [] : [[value.replaced_by, value]])));
  const byTime = (a: IndicatorValue, b: IndicatorValue) => compareMeasured(a.on, b.on);
  const removedOf = ({ removed_at, removed_by }: FormerRow) => (removed_at === null ? null : { by: personOf(removed_by), at: removed_at });
  return {
    id: row.id,
    itemId: row.item_id,
    rowId: row.row_id,
    unit: row.unit,
    unitWords: row.unit_words,
    direction: row.direction,
    target: row.target,
    targetOn: row.target_on,
    values: stand.map((value) => toValue(value, replaced, null)).sort(byTime),
    removedValues: gone.filter((value) => value.replaced_by === null).map((value) => toValue(value, replaced, removedOf(value))).sort(byTime),
  };
}

function toEarlier({ day, is_month, value, whole, note, entered_at, entered_by }: ValueRow): EarlierValue {
  return { on: { day, isMonth: is_month }, value, of: whole, note, entered: { by: personOf(entered_by), at: entered_at } };
}

function toValue(row: ValueRow, replaced: ReadonlyMap<string, FormerRow>, removed: IndicatorValue["removed"]): IndicatorValue {
  const earlier: EarlierValue[] = [];
  for (let before = replaced.get(row.id); before; before = replaced.get(before.id)) earlier.push(toEarlier(before));
  return { id: row.id, ...toEarlier(row), source: row.source, earlier, removed };
}

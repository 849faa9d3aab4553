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
  replaced_by: string | null;
  removed_at: string | null;
  removed_by: string | null;
}

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
  const { rows } = await client.query<ValueRow>(
    `select v.id, v.indicator_id, to_char(v.measured_on, 'YYYY-MM-DD') as day, v.is_month, v.value::text, v.whole::text, v.source, v.note,
            ${instantText("v.entered_at")} as entered_at, ${shownAuthor(context, "v.agency_id", "v.entered_by", "v.entered_at")} as entered_by,
            v.replaced_by, ${instantText("v.removed_at")} as removed_at, ${shownAuthor(context, "v.agency_id", "v.removed_by", "v.removed_at")} as removed_by
       from indicator_value v
      where v.agency_id = $1 and v.indicator_id = any($2::uuid[])`,
    [agencyId, indicators.map(({ id }) => id)],
  );
  const byIndicator = new Map<string, ValueRow[]>(indicators.map(({ id }) => [id, []]));
  for (const row of rows) byIndicator.get(row.indicator_id)?.push(row);
  return indicators.map((row) => toIndicator(row, byIndicator.get(row.id) ?? []));
}

function toIndicator(row: IndicatorRow, values: readonly ValueRow[]): Indicator {
  const replaced = new Map(values.flatMap((value) => (value.replaced_by === null ? [] : [[value.replaced_by, value]])));
  const newest = values
    .filter((value) => value.replaced_by === null)
    .map((value) => toValue(value, replaced))
    .sort((a, b) => compareMeasured(a.on, b.on));
  return {
    id: row.id,
    itemId: row.item_id,
    rowId: row.row_id,
    unit: row.unit,
    unitWords: row.unit_words,
    direction: row.direction,
    target: row.target,
    targetOn: row.target_on,
    values: newest.filter(({ removed }) => removed === null),
    removedValues: newest.filter(({ removed }) => removed !== null),
  };
}

function toEarlier({ day, is_month, value, whole, note, entered_at, entered_by }: ValueRow): EarlierValue {
  return { on: { day, isMonth: is_month }, value, of: whole, note, entered: { by: personOf(entered_by), at: entered_at } };
}

function toValue(row: ValueRow, replaced: ReadonlyMap<string, ValueRow>): IndicatorValue {
  const earlier: EarlierValue[] = [];
  for (let before = replaced.get(row.id); before; before = replaced.get(before.id)) earlier.push(toEarlier(before));
  const removed = row.removed_at === null ? null : { by: personOf(row.removed_by), at: row.removed_at };
  return { id: row.id, ...toEarlier(row), source: row.source, earlier, removed };
}

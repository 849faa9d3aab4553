import "server-only";
import { findTool } from "@/content/toolkits";
import type { RoundFacts } from "@/lib/domain/rounds/round";
import { scaleOf, VALUE_GROUPS, type ValueGroup } from "@/lib/domain/rounds/round-values";
import { type ShownCount, type ShownItem, showItem, SIDES, type Side, type Split } from "@/lib/domain/rounds/shown-item";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";

/** What everyone who may open the round is shown of it after the reveal. */
export interface ShownRound {
  readonly items: ReadonlyMap<string, ShownItem>;
  /** Words of notes that their writers show, by item, in no order that tells of anybody. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Of a named round who rated what, by item: the rater's id and the value. */
  readonly names: ReadonlyMap<string, readonly { readonly raterId: string; readonly value: string }[]>;
}

interface SplitRow {
  item_id: string;
  side: Side;
  value_group: ValueGroup;
  n: number;
}

function gather<Row extends { readonly item_id: string }, Out>(rows: readonly Row[], toOut: (row: Row) => Out): ReadonlyMap<string, readonly Out[]> {
  const found = new Map<string, Out[]>();
  for (const row of rows) found.set(row.item_id, [...(found.get(row.item_id) ?? []), toOut(row)]);
  return found;
}

function splitOf(rows: readonly SplitRow[]): Split | null {
  if (rows.length === 0) return null;
  const count = (side: Side, group: ValueGroup) => rows.find((row) => row.side === side && row.value_group === group)?.n ?? 0;
  const groups = (side: Side) => Object.fromEntries(VALUE_GROUPS.map((group) => [group, count(side, group)])) as Record<ValueGroup, number>;
  return Object.fromEntries(SIDES.map((side) => [side, groups(side)])) as Record<Side, Record<ValueGroup, number>>;
}

/** Null before the reveal, and of a round that was called off: then the database hands out nothing. */
export async function loadShownRound({ agencyId, teamId, userId }: TeamContext, round: RoundFacts): Promise<ShownRound | null> {
  const tool = findTool(round.tool);
  if (!round.revealed || !tool) return null;
  const [counts, splits, notes, names] = await withAgencyConnection({ agencyId, userId }, async (client) => {
    const key = [teamId, round.id];
    return [
      (await client.query<{ item_id: string; value: string; n: number }>("select item_id, value, n from round_counts($1, $2)", key)).rows,
      (await client.query<SplitRow>("select item_id, side, value_group, n from round_splits($1, $2)", key)).rows,
      (await client.query<{ item_id: string; words: string }>("select item_id, words from round_notes($1, $2)", key)).rows,
      round.isNamed ? (await client.query<{ item_id: string; rater_id: string; value: string }>("select item_id, rater_id, value from round_names($1, $2)", key)).rows : [],
    ] as const;
  });
  const countsByItem = gather(counts, ({ item_id, value, n }): ShownCount => ({ itemId: item_id, value, count: n }));
  const splitsByItem = gather(splits, (row) => row);
  const index = itemIndexOf(tool);
  const items = round.itemIds.flatMap((id) => {
    const scale = scaleOf(index.get(id)?.kind ?? "text");
    return scale ? [[id, showItem(scale, countsByItem.get(id) ?? [], splitOf(splitsByItem.get(id) ?? []))] as const] : [];
  });
  return {
    items: new Map(items),
    notes: gather(notes, ({ words }) => words),
    names: gather(names, ({ rater_id, value }) => ({ raterId: rater_id, value })),
  };
}

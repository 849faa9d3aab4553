import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import type { ActionColumns, IdeaPlace } from "@/lib/domain/plan/plan-flow";
import { ACTION_NEWS, type ActionNews, type ActionNewsKind } from "@/lib/domain/plan/planned-action";
import { gridCellId } from "@/lib/domain/tool/items";
import type { ItemNews } from "@/lib/since/since";

/** What a change of a column is to somebody who follows the plan. */
const KIND_OF: Record<keyof ActionColumns, ActionNewsKind> = {
  what: "words",
  lead: "owner",
  owner: "owner",
  due: "date",
  status: "moved",
  why: "words",
};
const COLUMNS = Object.keys(KIND_OF) as (keyof ActionColumns)[];

export interface PlanNews {
  /** By the ids of the actions. */
  readonly actions: ReadonlyMap<string, ActionNews>;
  /** The items they were changed in. */
  readonly itemIds: readonly string[];
}

/** What others did with the actions since the reader looked. What was changed and changed back again is none. */
export function findPlanNews(ideas: readonly IdeaPlace[], answers: Answers, items: readonly ItemNews[]): PlanNews {
  const changed = new Map(items.flatMap(({ itemId, answer, at }) => (answer ? [[itemId, { before: answer.before, at }] as const] : [])));
  const actions = new Map<string, ActionNews>();
  const itemIds: string[] = [];
  const note = (id: string, kind: ActionNewsKind, at: string) => {
    const known = actions.get(id);
    const says = known && ACTION_NEWS.indexOf(known.kind) < ACTION_NEWS.indexOf(kind) ? known.kind : kind;
    actions.set(id, { kind: says, at: known && known.at > at ? known.at : at });
  };
  for (const { lines, more, columns } of ideas) {
    for (const line of lines) {
      for (const column of COLUMNS) {
        const itemId = gridCellId(line, columns[column]);
        const change = changed.get(itemId);
        if (!change) continue;
        itemIds.push(itemId);
        if (isSame(change.before, answers[itemId])) continue;
        note(line, column === "what" && change.before === null ? "added" : KIND_OF[column], change.at);
      }
    }
    const change = changed.get(more);
    if (!change) continue;
    itemIds.push(more);
    const before = new Map(((change.before as readonly TableRow[] | null) ?? []).map((row) => [row.id, row.cells]));
    for (const { id, cells } of (answers[more] as readonly TableRow[] | undefined) ?? []) {
      const was = before.get(id);
      if (!was) note(`${more}/${id}`, "added", change.at);
      else for (const column of COLUMNS) if ((was[columns[column]] ?? "") !== (cells[columns[column]] ?? "")) note(`${more}/${id}`, KIND_OF[column], change.at);
    }
  }
  return { actions, itemIds };
}

function isSame(before: Answer | null, now: Answer | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(now ?? null);
}

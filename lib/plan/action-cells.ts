import type { Answer } from "@/lib/domain/answer/answers";
import { personToken } from "@/lib/domain/people/person";
import type { Action } from "@/lib/domain/plan/actions";
import type { ActionColumns } from "@/lib/domain/plan/plan-flow";
import { gridCellId } from "@/lib/domain/tool/items";
import type { ServerEdit } from "@/lib/sync/work/document-work";
import type { ActionChange } from "./plan-schemas";

/** The cells of an action's line, as its tool holds them. */
export type Cells = Partial<Record<keyof ActionColumns, string>>;

export function cellsOf({ what, lead, owner, dueOn, status, why }: Omit<ActionChange, "actionId" | "isUndo">): Cells {
  return {
    ...(what === undefined ? {} : { what }),
    ...(lead === undefined ? {} : { lead }),
    ...(owner === undefined ? {} : { owner: owner === null ? "" : personToken({ personId: owner }) }),
    ...(dueOn === undefined ? {} : { due: dueOn ?? "" }),
    ...(status === undefined ? {} : { status }),
    ...(why === undefined ? {} : { why }),
  };
}

/** The edit of the document that writes these cells: answers of a printed line, cells of an added row. */
export function editOf({ id, idea, rowId }: Pick<Action, "id" | "idea" | "rowId">, cells: Cells, isNew = false): ServerEdit {
  const named = (Object.entries(cells) as [keyof ActionColumns, string][]).filter(([, value]) => !isNew || value !== "");
  if (rowId !== null) {
    return { kind: "cells", tableId: idea.more, rowId, cells: Object.fromEntries(named.map(([column, value]) => [idea.columns[column], value])), isNew };
  }
  const answerOf = (column: keyof ActionColumns, value: string): Answer | null => (value === "" ? null : column === "status" ? { option: value } : value);
  return { kind: "answers", answers: Object.fromEntries(named.map(([column, value]) => [gridCellId(id, idea.columns[column]), answerOf(column, value)])) };
}

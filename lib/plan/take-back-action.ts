import "server-only";
import type { IdeaPlace } from "@/lib/domain/plan/plan-flow";
import { gridCellId } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";
import { takeBackAsServer } from "@/lib/responses/take-back";
import type { PutIn } from "@/lib/sync/work/document-work";
import { cellsOf, editOf } from "./action-cells";
import { findAdded, onceOf } from "./added-once";
import { type AddedAction, readPlan } from "./change-plan";
import { PLAN } from "./load-plan";
import type { NewAction } from "./plan-schemas";

const CHANGED = "Somebody has changed this action since you added it, so it stays in the plan. Nothing of it was lost.";
const UNKNOWN = "It was added too long ago to be undone here. You can remove it where it stands in the tool.";

/**
 * Takes an action that this filling of the form added out of the plan: a row is removed, and can come back as rows do; a
 * printed line is emptied. Only while it stands as it was added.
 * @throws RefusedError when somebody has written on it since, or the plan stands still.
 */
export async function takeBackAction(context: TeamContext, filling: NewAction): Promise<AddedAction> {
  await readPlan(context);
  const once = onceOf(context, filling);
  const added = await withAgency(context, (tx) => findAdded(tx, context, once));
  const idea = PLAN.ideas.find(({ section }) => section === filling.section);
  if (!added?.isSame || !idea) throw new RefusedError(UNKNOWN);
  const taken = await takeBackAsServer(context, PLAN.tool, putInOf(idea, added.actionId, filling));
  if (taken === "changed") throw new RefusedError(CHANGED);
  if (!taken.ok) throw new RefusedError(taken.refusal.message);
  return added;
}

/** What adding it put into the tool. On a printed line also what was left empty: a teammate may have said there how it stands. */
function putInOf(idea: IdeaPlace, actionId: string, filling: NewAction): PutIn {
  const rowId = actionId.startsWith(`${idea.more}/`) ? actionId.slice(idea.more.length + 1) : null;
  const edit = editOf({ id: actionId, idea, rowId }, cellsOf(filling), true);
  if (edit.kind === "cells") return { kind: "row", tableId: edit.tableId, rowId: edit.rowId, cells: edit.cells };
  if (edit.kind !== "answers") throw new Error("an action is added as cells or as answers");
  const blank = Object.fromEntries(Object.values(idea.columns).map((column) => [gridCellId(actionId, column), null]));
  return { kind: "answers", answers: { ...blank, ...edit.answers } };
}

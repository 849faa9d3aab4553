import "server-only";
import type { PoolClient } from "pg";
import { getTool } from "@/content/toolkits";
import { type Action, listActions } from "@/lib/domain/plan/actions";
import type { IdeaPlace } from "@/lib/domain/plan/plan-flow";
import type { Answers } from "@/lib/domain/answer/answers";
import { gridCellId } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";
import { ArrivedError } from "@/lib/platform/entry/perform-action";
import { editAsServer } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import type { ServerEdit } from "@/lib/sync/work/document-work";
import { cellsOf, editOf } from "./action-cells";
import { findAdded, keepAdded, onceOf } from "./added-once";
import { findFrozen, PLAN } from "./load-plan";
import type { ActionChange, NewAction } from "./plan-schemas";

const GONE = "This action is no longer in the plan. Somebody may have removed it; the history has it still.";
const SAY_WHY = "Say why it is blocked, so that others can help.";

/** What was changed, and the change that takes it back. */
export interface ChangedAction {
  readonly undo: ActionChange;
}

/**
 * Changes one action where it stands in the tool, as one edit of the shared document: history, open screens and everybody's
 * later words follow as for any other. Of two people who change the same, the later one's stands.
 * @throws RefusedError for an action that is gone, a plan that stands still, an owner who is not of the team, and a block without a reason.
 */
export async function changeAction(context: TeamContext, { actionId, isUndo, ...change }: ActionChange): Promise<ChangedAction> {
  const answers = await readPlan(context);
  const action = listActions(PLAN.ideas, answers).find(({ id }) => id === actionId);
  if (!action) throw new RefusedError(GONE);
  // What is put back was there before: blocked without a reason by the tool, or of somebody who has left since.
  if (!isUndo && change.status === "blocked" && (change.why ?? action.why) === "") throw new RefusedError(SAY_WHY, { why: SAY_WHY });
  if (!isUndo && change.owner) await requirePerson(context, change.owner, answers);
  await edit(context, editOf(action, cellsOf(change)));
  return { undo: { actionId, ...whatWas(action, change), isUndo: true } };
}

type Changed = Omit<ActionChange, "actionId" | "isUndo">;

/** Of each thing that was changed, how it stood. */
function whatWas(action: Action, change: Changed): Changed {
  const before = { what: action.what, lead: action.lead, owner: action.owner?.personId ?? null, dueOn: action.dueOn, status: action.status, why: action.why };
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in change));
}

export interface AddedAction {
  readonly actionId: string;
}

/**
 * Adds an action to an idea: on its first printed line in which nothing stands, or in a row below them. Once for each key,
 * which is kept in the transaction that writes the words.
 * @throws RefusedError as above; ArrivedError when the key came before, with other words.
 */
export async function addAction(context: TeamContext, { key, ...filling }: NewAction): Promise<AddedAction> {
  const idea = PLAN.ideas.find(({ section }) => section === filling.section);
  if (!idea) throw new RefusedError("Choose an idea.", { section: "Choose an idea." });
  if (filling.owner) await requirePerson(context, filling.owner, await readPlan(context));
  const once = onceOf(context, { key, ...filling });
  return withAgency(context, async (tx) => {
    // Two people who add at once would find the same line free, and both write on it.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`plan-line ${context.agencyId} ${context.teamId}`}, 0))`;
    const before = await findAdded(tx, context, once);
    if (before && !before.isSame) throw new ArrivedError();
    if (before) return { actionId: before.actionId };
    const line = findFreeLine(idea, await readPlan(context));
    const place = line === null ? { id: `${idea.more}/${key}`, idea, rowId: key } : { id: line, idea, rowId: null };
    await edit(context, editOf(place, cellsOf(filling), true), (client) => keepAdded(client, context, once, place.id));
    return { actionId: place.id };
  });
}

/** The first printed line without a word in any of its columns. */
export function findFreeLine({ lines, columns }: IdeaPlace, answers: Answers): string | null {
  const ids = Object.values(columns);
  return lines.find((line) => ids.every((column) => answers[gridCellId(line, column)] === undefined)) ?? null;
}

async function edit(context: TeamContext, serverEdit: ServerEdit, alongside?: (client: PoolClient) => Promise<void>): Promise<void> {
  const edited = await editAsServer(context, PLAN.tool, serverEdit, alongside ? { alongside } : {});
  if (edited === "no-row") throw new RefusedError(GONE);
  if (!edited.result.ok) throw new RefusedError(edited.result.refusal.message);
}

/** @throws RefusedError when the plan stands still. */
export async function readPlan(context: TeamContext): Promise<Answers> {
  const { answers, tools } = await getTeamAnswers(context, [PLAN.tool]);
  const frozen = findFrozen(tools.get(toolKey(PLAN.tool)));
  const { label } = getTool(PLAN.tool);
  if (frozen === "locked") throw new RefusedError(`${label} is locked, so its actions stand still. Ask an agency admin to unlock it.`);
  if (frozen) throw new RefusedError(`${label} is marked complete, so its actions stand still. Reopen it to change them.`);
  return answers;
}

/** Somebody of the team, or who has an action already, though they left it: those are who a page offers. */
async function requirePerson(context: TeamContext, personId: string, answers: Answers): Promise<void> {
  const people = await listPeople(context, listActions(PLAN.ideas, answers));
  if (!people.has(personId)) throw new RefusedError("Choose somebody from the list.", { owner: "Choose somebody from the list." });
}

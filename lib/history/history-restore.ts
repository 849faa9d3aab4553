import "server-only";
import type { PoolClient } from "pg";
import type { Answer, ChoiceValue, TableRow } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { Item, TableItem } from "@/lib/domain/tool/definition";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findStoredDocument, partsOf } from "@/lib/responses/response-document";
import { eventOf } from "@/lib/responses/response-facts";
import { editAsServer } from "@/lib/responses/responses";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import type { ServerEdit } from "@/lib/sync/work/document-work";
import { authorOf, findOpenItem, markRevision, RESPONSE_ID, type RevisionKey } from "./history";

const NO_TOOL = "We could not find that. It may have been removed.";
const NO_CHANGE = "This change is not in the history. Close the panel, open it again, and look for it there.";
const NO_ROW = "This row is not in the table. Close the panel, open it again, and look for it there.";

/**
 * Makes the answer again what it was before or after a recorded change. It is a change like any other: saved, checked
 * and recorded under the name of whoever brings it back, and what teammates type meanwhile is merged. A table keeps the
 * rows it has, gets removed ones back, and marks later ones as removed.
 * @throws RefusedError for a change that is not there, an answer that is like that already, and what saving refuses.
 */
export async function restoreAnswer(
  context: TeamContext,
  toolRef: ToolRef,
  itemId: string,
  key: RevisionKey,
  which: "before" | "after",
): Promise<void> {
  if (!findOpenTool(context, toolRef)) throw new RefusedError(NO_TOOL);
  const item = findOpenItem(context, toolRef, itemId);
  const revision = item && (await findRevision(context, toolRef, itemId, key));
  if (!item || !revision) throw new RefusedError(NO_CHANGE);
  const answer = revision[which];
  const edit: ServerEdit = { kind: "answers", answers: { [item.id]: toWrite(item, answer) } };
  const unchanged = "The answer is like that already. Nothing was changed.";
  await save(context, toolRef, { item, rowId: null, edit, unchanged });
}

/** A choice keeps words given earlier with "Other" out of sight; they must not come up with an answer that had none. */
function toWrite(item: Item, answer: Answer | null): Answer | null {
  if (item.kind !== "choice" || answer === null) return answer;
  const choice = answer as ChoiceValue;
  return choice.option === item.otherOptionId ? { option: choice.option, other: choice.other ?? "" } : choice;
}

async function findRevision(context: TeamContext, toolRef: ToolRef, itemId: string, { mark, minute }: RevisionKey) {
  return withAgency(context, async (tx) => {
    const { agencyId, teamId } = context;
    const response = await tx.response.findFirst({ where: { agencyId, teamId, ...toolRef }, select: { id: true } });
    if (!response) return null;
    const begun = await tx.answerRevision.findMany({
      where: { agencyId, responseId: response.id, itemId, minute: new Date(minute) },
      select: { userId: true, before: true, after: true },
    });
    const found = begun.find(({ userId }) => markRevision(context, userId, minute) === mark) ?? null;
    return found as { before: Answer | null; after: Answer | null } | null;
  });
}

interface Restoring {
  readonly item: Item;
  /** The row, where it is one. */
  readonly rowId: string | null;
  readonly edit: ServerEdit;
  /** Said when nothing has to change. */
  readonly unchanged: string;
}

/** Saves it, and in the same transaction the event that says which of the item's changes this is. */
async function save(context: TeamContext, toolRef: ToolRef, { item, rowId, edit, unchanged }: Restoring): Promise<void> {
  const alongside = async (client: PoolClient) => {
    const madeIn = await findNewest(client, context, toolRef, item.id);
    await recordEvent(context, toolRef, { kind: "restored", itemId: item.id, rowId, madeIn });
  };
  const edited = await editAsServer(context, toolRef, edit, { alongside });
  if (edited === "no-row") throw new RefusedError(NO_ROW);
  const { result, hasChanged } = edited;
  if (!hasChanged) throw new RefusedError(unchanged);
  if (!result.ok) throw new RefusedError(result.refusal.message);
}

/** When the person's newest change of the item was, as history names it. */
async function findNewest(client: PoolClient, { agencyId, teamId, userId }: TeamContext, toolRef: ToolRef, itemId: string): Promise<string | null> {
  const { rows } = await client.query<{ minute: Date }>(
    `select minute from answer_revision
      where agency_id = $1 and response_id = ${RESPONSE_ID} and item_id = $4 and user_id = $5
      order by minute desc limit 1`,
    [agencyId, teamId, toolKey(toolRef), itemId, userId],
  );
  return rows[0]?.minute.toISOString() ?? null;
}

/** A row somebody removed from a table. */
export interface RemovedRow {
  readonly row: TableRow;
  /** Null when it came and went within a minute, which history keeps as no change, or lies too far back. */
  readonly removed: ReportEvent | null;
}

/** The table's removed rows that hold something, the latest first. Empty for an item that is no table, or can't be opened. */
export async function listRemovedRows(context: TeamContext, toolRef: ToolRef, itemId: string): Promise<RemovedRow[]> {
  const table = findTable(context, toolRef, itemId);
  const tool = findOpenTool(context, toolRef);
  if (!table || !tool) return [];
  const stored = await findStoredDocument(context, toolRef);
  if (!stored) return [];
  const source = { items: documentItemsOf(itemIndexOf(tool)), parts: partsOf(stored) };
  const removed = await workOnDocument(context, "readRemoved", source);
  const rows = (removed[table.id] ?? []).filter((row) => isAnswered(table, [row]));
  if (rows.length === 0) return [];
  const removals = await findRemovals(context, toolRef, itemId, rows.map((row) => row.id));
  return rows
    .map((row) => ({ row, removed: removals.get(row.id) ?? null }))
    .sort((a, b) => (b.removed?.at ?? "").localeCompare(a.removed?.at ?? ""));
}

/** Each entry holds the whole table twice: as many are read at a time, and altogether. */
const ENTRIES_AT_ONCE = 20;
const MOST_ENTRIES = 300;

/**
 * For each row the newest change after which the table no longer had it. From the newest back, until all are found: a
 * table that was changed for months has more history than anybody could wait for. What lies further back has no moment.
 */
async function findRemovals(
  context: TeamContext,
  toolRef: ToolRef,
  itemId: string,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, ReportEvent>> {
  return withAgencyConnection(context, async (client) => {
    const removals = new Map<string, ReportEvent>();
    for (let read = 0; read < MOST_ENTRIES && removals.size < rowIds.length; read += ENTRIES_AT_ONCE) {
      const wanted = rowIds.filter((id) => !removals.has(id));
      const { rows } = await client.query<RemovalRow>(entriesWithGone(context), [context.agencyId, context.teamId, toolKey(toolRef), itemId, wanted, read]);
      if (rows.length === 0) break;
      for (const { row_id, changed_at, person_id } of rows) {
        if (row_id !== null && !removals.has(row_id)) removals.set(row_id, eventOf(changed_at, personOf(person_id)));
      }
    }
    return removals;
  });
}

interface RemovalRow {
  /** Null for an entry after which none of these rows was gone. */
  row_id: string | null;
  changed_at: Date;
  person_id: string;
}

/** Some entries of the table, newest first, each with those rows that were gone after it. */
const entriesWithGone = (context: TeamContext) => `
  select gone.row_id, v.changed_at, ${authorOf(context)} as person_id
    from (select * from answer_revision
           where agency_id = $1 and response_id = ${RESPONSE_ID} and item_id = $4
           order by minute desc, user_id
           limit ${ENTRIES_AT_ONCE} offset $6) v
    left join lateral (
      select e->>'id' as row_id from jsonb_array_elements(case jsonb_typeof(v.before) when 'array' then v.before end) e
       where e->>'id' = any($5::text[])
      except
      select e->>'id' from jsonb_array_elements(case jsonb_typeof(v.after) when 'array' then v.after end) e
    ) gone on true
   order by v.changed_at desc`;

/**
 * Brings a removed row back to its place, with what teammates wrote in it meanwhile.
 * @throws RefusedError for a row that is not there or not removed, and what saving refuses.
 */
export async function restoreRemovedRow(context: TeamContext, toolRef: ToolRef, itemId: string, rowId: string): Promise<void> {
  if (!findOpenTool(context, toolRef)) throw new RefusedError(NO_TOOL);
  const table = findTable(context, toolRef, itemId);
  if (!table) throw new RefusedError(NO_ROW);
  const edit: ServerEdit = { kind: "restore-row", tableId: table.id, rowId };
  const unchanged = "That row is back already. Nothing was changed.";
  await save(context, toolRef, { item: table, rowId, edit, unchanged });
}

function findTable(context: TeamContext, toolRef: ToolRef, itemId: string): TableItem | null {
  const item = findOpenItem(context, toolRef, itemId);
  return item?.kind === "table" ? item : null;
}

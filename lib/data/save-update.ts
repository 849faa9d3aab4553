import "server-only";
import type { PoolClient } from "pg";
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector, mergeUpdates, type Transaction } from "yjs";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam } from "@/lib/auth/permissions";
import { findChanges } from "@/lib/collab/document";
import { withAgencyConnection } from "@/lib/db/with-agency";
import type { Item, ToolDefinition } from "@/lib/tools/definition";
import { RESPONSE_MAX_BYTES, UPDATE_MAX_BYTES } from "@/lib/tools/limits";
import { type AnswerChange, checkAnswers } from "./check-answers";
import { oneAtATime } from "./one-at-a-time";
import { lockStoredDocument, openStoredDocument, type StoredDocument } from "./response-document";
import { findOpenTool, itemIndexOf } from "./tool-access";
import { refuse, TOO_LARGE, type UpdateRefusal, UpdateRefusedError } from "./update-refusal";

export type SaveResult =
  | { readonly ok: true; /** Number of the response's newest update. */ readonly seq: number }
  | { readonly ok: false; readonly refusal: UpdateRefusal };

/** After this many updates they are merged, so that opening a response stays equally quick however long its history. */
const COMPACT_AFTER_UPDATES = 64;
/** Or when the updates outweigh both this and the merged document. */
const COMPACT_AFTER_BYTES = 64 * 1024;

/**
 * Saves one Yjs update to a team's response: the log entry, the answers it changes and their history commit together,
 * or nothing does. Sending the same update again changes nothing and succeeds.
 */
export async function saveUpdate(
  context: TeamContext,
  toolNumber: number,
  update: Uint8Array,
): Promise<SaveResult> {
  try {
    const tool = findOpenTool(context, toolNumber);
    if (!tool) throw refuse("not-found", "We could not find that. It may have been removed.");
    if (!isAllowedInTeam(context.role, "response:edit")) {
      throw refuse("forbidden", "Your role can read this tool but not change it. Ask a team lead if you need to.");
    }
    if (update.byteLength > UPDATE_MAX_BYTES) throw new UpdateRefusedError(TOO_LARGE);
    // Waiting here instead of at the database keeps a busy worksheet from holding every connection.
    const seq = await oneAtATime(`${context.teamId} ${tool.number}`, () =>
      withAgencyConnection(context, (client) => saveInTransaction(client, context, tool, update)),
    );
    return { ok: true, seq };
  } catch (error) {
    if (error instanceof UpdateRefusedError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function saveInTransaction(
  client: PoolClient,
  context: TeamContext,
  tool: ToolDefinition,
  update: Uint8Array,
): Promise<number> {
  const items = itemIndexOf(tool);
  const stored = await lockStoredDocument(client, context, tool);
  const doc = openStoredDocument(stored, items);
  const applied = applyTo(doc, update, items, stored);
  if (!applied) return stored.seq;
  if (stored.isCompleted) {
    throw refuse("completed", "This tool is marked complete. Reopen it to change its answers.");
  }
  const changes = checkAnswers(doc, applied.changedItems);
  const seq = stored.seq + 1;
  await write(client, [
    context.agencyId,
    stored.responseId,
    seq,
    applied.update,
    context.userId,
    JSON.stringify(changes.map(toRow)),
    ...compact(doc, stored, applied.update),
  ]);
  return seq;
}

interface Applied {
  /** What was new in the update. */
  readonly update: Uint8Array;
  readonly changedItems: readonly Item[];
}

/** Applies the update; null when the document held all of it already. */
function applyTo(
  doc: Doc,
  update: Uint8Array,
  items: ReadonlyMap<string, Item>,
  stored: StoredDocument,
): Applied | null {
  const updates: Uint8Array[] = [];
  const itemIds = new Set<string>();
  let isForeign = false;
  doc.on("update", (news: Uint8Array, _origin: unknown, _doc: Doc, transaction: Transaction) => {
    updates.push(news);
    const changes = findChanges(transaction, items);
    for (const itemId of changes.itemIds) itemIds.add(itemId);
    isForeign ||= changes.unknownNames.size > 0;
  });
  try {
    applyUpdate(doc, update);
  } catch {
    throw refuse("malformed", "This change could not be read. Reload the page and try again.");
  }
  if (isForeign) throw refuse("unknown-item", "This change is about a question this tool does not have. Reload the page.");
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw refuse("behind", "This change builds on earlier ones that were not saved here.", {
      stateVector: encodeStateVector(openStoredDocument(stored, items)),
    });
  }
  const [first, ...more] = updates;
  if (!first) return null;
  return {
    update: more.length > 0 ? mergeUpdates(updates) : first,
    changedItems: [...itemIds].map((itemId) => items.get(itemId) as Item),
  };
}

/** The response's new size, and a snapshot when it is time for one. */
function compact(
  doc: Doc,
  stored: StoredDocument,
  update: Uint8Array,
): [sizeBytes: number, snapshot: Uint8Array | null] {
  const tailBytes = stored.tail.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength);
  const size = stored.snapshot.byteLength + tailBytes;
  const isDue =
    stored.tail.length + 1 >= COMPACT_AFTER_UPDATES ||
    tailBytes > Math.max(COMPACT_AFTER_BYTES, stored.snapshot.byteLength) ||
    size > RESPONSE_MAX_BYTES;
  if (!isDue) return [size, null];
  const snapshot = encodeStateAsUpdate(doc);
  if (snapshot.byteLength > RESPONSE_MAX_BYTES) {
    throw refuse(
      "response-too-large",
      "This tool now holds as much text as it can. Shorten some answers, or discard this change.",
    );
  }
  return [snapshot.byteLength, snapshot];
}

function toRow({ item, answer }: AnswerChange) {
  return { item_id: item.id, value: answer, is_counted: !item.extension };
}

/**
 * One statement, because each round trip holds the response's lock and costs a tenth of the throughput. The parts of a
 * `with` all see the rows as they were before it, so `before` is the answer this update replaces; an answer that came
 * out the same writes nothing. A blank answer has no row, so rows gained and lost are the change in progress.
 * History keeps one row per person, item and minute: the first `before` and the last `after`.
 */
const WRITE = `
  with changed as (
    select c.item_id, c.value, c.is_counted, a.value as before
      from jsonb_to_recordset($6::jsonb) as c(item_id text, value jsonb, is_counted boolean)
      left join answer a on a.agency_id = $1::uuid and a.response_id = $2::uuid and a.item_id = c.item_id
     where a.value is distinct from c.value
  ), logged as (
    insert into response_update (agency_id, response_id, seq, update, user_id)
    values ($1::uuid, $2::uuid, $3::bigint, $4::bytea, $5::uuid)
  ), kept as (
    insert into answer (agency_id, response_id, item_id, value, updated_by, updated_at)
    select $1::uuid, $2::uuid, item_id, value, $5::uuid, statement_timestamp() from changed where value is not null
    on conflict (agency_id, response_id, item_id)
    do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = excluded.updated_at
  ), cleared as (
    delete from answer a using changed c
     where a.agency_id = $1::uuid and a.response_id = $2::uuid and a.item_id = c.item_id and c.value is null
  ), revised as (
    insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
    select $1::uuid, $2::uuid, item_id, $5::uuid, date_trunc('minute', statement_timestamp()), before, value,
           statement_timestamp()
      from changed
    on conflict (agency_id, response_id, item_id, user_id, minute)
    do update set after = excluded.after, changed_at = excluded.changed_at
  )
  update response
     set last_seq = $3::bigint,
         size_bytes = $7::int,
         snapshot = coalesce($8::bytea, snapshot),
         snapshot_seq = case when $8::bytea is null then snapshot_seq else $3::bigint end,
         last_edited_by = $5::uuid,
         last_edited_at = statement_timestamp(),
         answered_count = answered_count + (
           select coalesce(sum((value is not null)::int - (before is not null)::int), 0)
             from changed where is_counted
         )
   where agency_id = $1::uuid and id = $2::uuid`;

async function write(client: PoolClient, values: unknown[]): Promise<void> {
  const { rowCount } = await client.query({ name: "response-write", text: WRITE, values });
  if (rowCount !== 1) throw new Error("the locked response was not there to write to");
}

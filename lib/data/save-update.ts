import "server-only";
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector, mergeUpdates, type Transaction } from "yjs";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam } from "@/lib/auth/permissions";
import { findChanges } from "@/lib/collab/document";
import { afterCommit, callAsAgency } from "@/lib/db/with-agency";
import { publishSave } from "@/lib/live/publish";
import type { Item, ToolDefinition } from "@/lib/tools/definition";
import { RESPONSE_MAX_BYTES, UPDATE_MAX_BYTES } from "@/lib/tools/limits";
import { type AnswerChange, checkAnswers } from "./check-answers";
import { oneAtATime } from "./one-at-a-time";
import { findStoredDocument, openStoredDocument, type StoredDocument } from "./response-document";
import { findOpenTool, itemIndexOf } from "./tool-access";
import { refuse, TOO_LARGE, type UpdateRefusal, UpdateRefusedError } from "./update-refusal";

export type SaveResult =
  | { readonly ok: true; /** The update's number; 0 when the response held all of it already. */ readonly seq: number }
  | { readonly ok: false; readonly refusal: UpdateRefusal };

export interface SaveOptions {
  /** Gives the change an entry of its own in the history, apart from what the person did within the same minute. */
  readonly standsApart?: boolean;
  /** Most bytes the update may have; by default what a browser may send in one piece. */
  readonly maxBytes?: number;
  /** The caller's transaction holds the response: it can't wait in line behind those who wait for it. */
  readonly holdsResponse?: boolean;
}

/**
 * After this many updates they are merged, so that opening a response stays equally quick however long its history.
 * Every save opens it: 16 made saving a tenth quicker than 64. A large document costs more to write than to add up.
 */
const COMPACT_AFTER_UPDATES = { small: 16, large: 64 };
/** Or when the updates outweigh both this and the merged document. */
const COMPACT_AFTER_BYTES = 64 * 1024;
/** Far more than saves of other processes can come in between; each of those that does is a save that succeeded. */
const MOST_ATTEMPTS = 50;

/**
 * Saves one Yjs update to a team's response: the log entry, the answers it changes and their history commit together
 * (the statement is save_response, in prisma/migrations), or nothing does. Sending the same update again changes nothing and succeeds.
 */
export async function saveUpdate(
  context: TeamContext,
  toolNumber: number,
  update: Uint8Array,
  options: SaveOptions = {},
): Promise<SaveResult> {
  try {
    const tool = findOpenTool(context, toolNumber);
    if (!tool) throw refuse("not-found", "We could not find that. It may have been removed.");
    if (!isAllowedInTeam(context.role, "response:edit")) {
      throw refuse("forbidden", "Your role can read this tool but not change it. Ask a team lead if you need to.");
    }
    if (update.byteLength > (options.maxBytes ?? UPDATE_MAX_BYTES)) throw new UpdateRefusedError(TOO_LARGE);
    // Those of this process wait here, so that only saves of other processes can come in between.
    const save = () => saveInTurn(context, tool, update, options);
    const seq = await (options.holdsResponse ? save() : oneAtATime(`${context.teamId} ${tool.number}`, save));
    return { ok: true, seq };
  } catch (error) {
    if (error instanceof UpdateRefusedError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Reads, checks and writes; again from the start when another process saved to the response in between. */
async function saveInTurn(
  context: TeamContext,
  tool: ToolDefinition,
  update: Uint8Array,
  options: SaveOptions,
): Promise<number> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const seq = await trySave(context, tool, update, options);
    if (seq !== null) return seq;
  }
  throw new Error(`other saves came in between ${MOST_ATTEMPTS} times`);
}

/** @returns the update's number, 0 when there was nothing new in it, or null when somebody else was quicker. */
async function trySave(
  context: TeamContext,
  tool: ToolDefinition,
  update: Uint8Array,
  { standsApart = false }: SaveOptions,
): Promise<number | null> {
  const items = itemIndexOf(tool);
  const stored = await findStoredDocument(context, tool.number);
  const doc = openStoredDocument(stored, items);
  const applied = applyTo(doc, update, items, stored);
  // Not the newest number: whoever sent it may lack what others saved since.
  if (!applied) return 0;
  const seq = stored?.seq ?? 0;
  if (stored?.isLocked) throw refuse("locked", "This tool is locked. Ask an agency admin to unlock it.");
  if (stored?.isCompleted) {
    throw refuse("completed", "This tool is marked complete. Reopen it to change its answers.");
  }
  const changes = checkAnswers(doc, applied.changedItems);
  const [written] = await callAsAgency<{ save_response: boolean }>(context, "save_response", [
    context.teamId,
    tool.number,
    tool.version,
    seq,
    applied.update,
    JSON.stringify(changes.map(toRow)),
    ...compact(doc, stored, applied.update),
    standsApart,
    context.sidHash ? Buffer.from(context.sidHash, "hex") : null,
  ]);
  if (!written?.save_response) return null;
  const save = { seq: seq + 1, update: applied.update, itemIds: applied.changedItems.map(({ id }) => id) };
  afterCommit(() => publishSave(context, tool.number, save));
  return seq + 1;
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
  stored: StoredDocument | null,
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
  stored: StoredDocument | null,
  update: Uint8Array,
): [sizeBytes: number, snapshot: Uint8Array | null] {
  const tail = stored?.tail ?? [];
  const snapshotBytes = stored?.snapshot.byteLength ?? 0;
  const tailBytes = tail.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength);
  const size = snapshotBytes + tailBytes;
  const isDue =
    tail.length + 1 >= COMPACT_AFTER_UPDATES[snapshotBytes < COMPACT_AFTER_BYTES ? "small" : "large"] ||
    tailBytes > Math.max(COMPACT_AFTER_BYTES, snapshotBytes) ||
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

import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam } from "@/lib/auth/permissions";
import { editionOf } from "@/lib/collab/edition";
import { withAgencyConnection } from "@/lib/db/with-agency";
import { documentItemsOf } from "@/lib/documents/document-items";
import { type TooCostlyError, workOnDocument } from "@/lib/documents/document-pool";
import { secondsUntilAffordable } from "@/lib/documents/processor-budget";
import { noteUntidiness } from "@/lib/documents/untidiness";
import { isNamed } from "@/lib/errors/is-named";
import { publishSave } from "@/lib/live/publish";
import type { ToolDefinition } from "@/lib/tools/definition";
import { UPDATE_MAX_BYTES } from "@/lib/tools/limits";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { checkChangedAnswers } from "./check-answers";
import { oneAtATime } from "./one-at-a-time";
import { findStoredDocument, partsOf, type StoredDocument } from "./response-document";
import { findOpenTool, itemIndexOf } from "./tool-access";
import { APART, findUpdateRefusal, REFUSALS, refuse, TOO_LARGE, type UpdateRefusal, UpdateRefusedError } from "./update-refusal";
import { type Applied, writeUpdate } from "./write-update";

export type SaveResult =
  | { readonly ok: true; /** The update's number; 0 when the response held all of it already. */ readonly seq: number }
  | { readonly ok: false; readonly refusal: UpdateRefusal };

export interface SaveOptions {
  /** The edition of the document that the change was made to; by default the first. */
  readonly edition?: number;
  /** The server made the change itself: it has an entry of its own in the history, and may be longer than a browser's. */
  readonly isOurs?: boolean;
  /** The caller's transaction holds the response: it can't wait in line behind those who wait for it. */
  readonly holdsResponse?: boolean;
  /** What is written in the same transaction, once the change itself is. */
  readonly alongside?: (client: PoolClient) => Promise<void>;
}

/** Far more than saves of other processes can come in between; each of those that does is a save that succeeded. */
const MOST_ATTEMPTS = 50;

/**
 * Saves one Yjs update to a team's response: the log entry, the answers it changes and their history commit together
 * (the statement is save_response, in prisma/migrations), or nothing does. Sending the same update again changes nothing and succeeds.
 */
export async function saveUpdate(
  context: TeamContext,
  toolRef: ToolRef,
  update: Uint8Array,
  options: SaveOptions = {},
): Promise<SaveResult> {
  try {
    const tool = findOpenTool(context, toolRef);
    if (!tool) throw refuse("not-found", "We could not find that. It may have been removed.");
    if (!isAllowedInTeam(context.role, "response:edit")) {
      throw refuse("forbidden", "Your role can read this tool but not change it. Ask a team lead if you need to.");
    }
    if (!options.isOurs && update.byteLength > UPDATE_MAX_BYTES) throw new UpdateRefusedError(TOO_LARGE);
    requireProcessorTime(context);
    // Those of this process wait here, so that only saves of other processes can come in between.
    const save = () => saveInTurn(context, tool, update, options);
    const seq = await (options.holdsResponse ? save() : oneAtATime(`${context.teamId} ${toolKey(tool.ref)}`, save, context.userId));
    return { ok: true, seq };
  } catch (error) {
    const refusal = findUpdateRefusal(error);
    if (refusal) return { ok: false, refusal };
    throw error;
  }
}

function requireProcessorTime({ userId }: TeamContext): void {
  const retryAfterSeconds = secondsUntilAffordable(userId);
  if (retryAfterSeconds > 0) throw refuse("too-many", "You sent very much to save in a short time. It goes on by itself in a moment.", { retryAfterSeconds });
}

/** Reads, checks and writes; again from the start when another process saved to the response in between. */
async function saveInTurn(context: TeamContext, tool: ToolDefinition, update: Uint8Array, options: SaveOptions): Promise<number> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const seq = await trySave(context, tool, update, options);
    if (seq !== null) return seq;
  }
  throw new Error(`other saves came in between ${MOST_ATTEMPTS} times`);
}

/** @returns the update's number, 0 when there was nothing new in it, or null when somebody else was quicker. */
async function trySave(context: TeamContext, tool: ToolDefinition, update: Uint8Array, options: SaveOptions): Promise<number | null> {
  const { isOurs = false, edition = 0 } = options;
  const stored = await findStoredDocument(context, tool.ref);
  if (stored && editionOf(stored.seq) !== edition) throw new UpdateRefusedError(REFUSALS.rebuilt);
  const applied = await apply(context, tool, stored, update, isOurs);
  // Not the newest number: whoever sent it may lack what others saved since.
  if (!applied) return 0;
  if (stored?.isLocked) throw refuse("locked", "This tool is locked. Ask an agency admin to unlock it.");
  if (stored?.isCompleted) {
    throw refuse("completed", "This tool is marked complete. Reopen it to change its answers.");
  }
  const items = itemIndexOf(tool);
  // First what can be said of an answer by name.
  const source = { items: documentItemsOf(items), parts: partsOf(stored) };
  const changes = await checkChangedAnswers(applied.changes, items, async () => (await workOnDocument(context, "readDocument", source)).answers);
  if (applied.isForeign) throw new UpdateRefusedError(REFUSALS.malformed);
  if (!isOurs) requireTidiness(context, tool, applied);
  const seq = (stored?.seq ?? 0) + 1;
  const outcome = await writeTogether(context, options.alongside, () => writeUpdate(context, tool, { applied, changes, expectedSeq: stored?.seq ?? 0, seq, isOurs }));
  if (outcome === "moved") return null;
  if (outcome === "many") throw new UpdateRefusedError(REFUSALS.manyWriters);
  const save = { seq, update: applied.update, itemIds: changes.map(({ item }) => item.id) };
  publishSave(context, tool.ref, save);
  return seq;
}

/** By itself, or with what belongs to it. The connection for that is taken only now: waiting for one's turn it would be missing. */
async function writeTogether<T extends string>(context: TeamContext, alongside: SaveOptions["alongside"], write: () => Promise<T>): Promise<T> {
  if (!alongside) return write();
  const both = async (client: PoolClient) => {
    const outcome = await write();
    if (outcome === "saved") await alongside(client);
    return outcome;
  };
  return withAgencyConnection(context, both, { isJoined: true });
}

/** Applies the update to a copy; null when the document held all of it already. */
async function apply(
  context: TeamContext,
  tool: ToolDefinition,
  stored: StoredDocument | null,
  update: Uint8Array,
  isOurs: boolean,
): Promise<Applied | null> {
  const items = documentItemsOf(itemIndexOf(tool));
  const result = await workOnDocument(context, "applyChange", { items, parts: partsOf(stored), update, isOurs }).catch((error: unknown) => {
    throw isNamed<TooCostlyError>(error, "TooCostlyError") ? new UpdateRefusedError(REFUSALS.malformed) : error;
  });
  switch (result.kind) {
    case "applied":
      return result;
    case "known":
      return null;
    case "behind":
      throw refuse("behind", "This change builds on earlier ones that were not saved here.", { stateVector: result.stateVector });
    case "differs":
      throw new UpdateRefusedError({ ...APART, writers: result.differences });
    default:
      throw new UpdateRefusedError(REFUSALS[result.kind]);
  }
}

/** Growth that no answer shows is for emergencies: a document filled with it could not be written to any more. */
function requireTidiness({ userId, teamId }: TeamContext, tool: ToolDefinition, { untidiness }: Applied): void {
  const retryAfterSeconds = noteUntidiness(`${userId} ${teamId} ${toolKey(tool.ref)}`, untidiness);
  if (retryAfterSeconds > 0) throw refuse("too-many", "You sent very many changes that leave nothing behind. Wait a while, then go on.", { retryAfterSeconds });
}

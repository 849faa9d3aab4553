import "server-only";
import type { PoolClient } from "pg";
import type { Answers } from "@/lib/domain/answer/answers";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { afterCallCommit } from "@/lib/platform/db/after-commit";
import { isEndedStanding } from "@/lib/platform/db/ended-standing";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { isNamed } from "@/lib/platform/errors/is-named";
import { editionOf } from "@/lib/sync/edition";
import type { LineFullError } from "@/lib/platform/turns/fair-queue";
import { publishSave } from "@/lib/sync/server/publish";
import { type Applied, applyTo, type Change, type OpenedDocument } from "@/lib/sync/work/apply-change";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { isLittleWork, type TooCostlyError, workHere, workOnDocument } from "@/lib/sync/work/document-pool";
import { type DocumentSource, openWithSizes } from "@/lib/sync/work/document-work";
import { secondsUntilAffordable } from "@/lib/sync/work/processor-budget";
import { sizesAfter, sizesOf } from "@/lib/sync/work/stored-sizes";
import { noteUntidiness } from "@/lib/sync/work/untidiness";
import { checkChangedAnswers } from "./check-answers";
import { requireKnownPeople } from "./known-people";
import { forgetDocuments, keepDocument, responseKeyOf, takeDocument } from "./kept-documents";
import { oneAtATime } from "./one-at-a-time";
import { findStoredDocument, partsOf } from "./response-document";
import { findOpenTool, itemIndexOf } from "./tool-access";
import { APART, findUpdateRefusal, REFUSALS, refuse, TOO_LARGE, type UpdateRefusal, UpdateRefusedError } from "./update-refusal";
import { writeUpdate } from "./write-update";

export type SaveResult =
  | { readonly ok: true; /** The update's number; 0 when the response held all of it already. */ readonly seq: number }
  | { readonly ok: false; readonly refusal: UpdateRefusal };

export interface SaveOptions {
  /** The edition of the document that the change was made to; by default the first. */
  readonly edition?: number;
  /** The server made the change itself: it has an entry of its own in the history, and may be longer than a browser's. */
  readonly isOurs?: boolean;
  /** The number of the save that it was made to: it is not merged with what came since (see `MovedOnError`). */
  readonly onlyAt?: number;
  /** The caller's transaction holds the response: it can't wait in line behind those who wait for it. */
  readonly holdsResponse?: boolean;
  /** What is written in the same transaction, once the change itself is. */
  readonly alongside?: (client: PoolClient) => Promise<void>;
}

/** Somebody saved something since the change was made to what was stored; nothing was written. */
export class MovedOnError extends Error {
  override readonly name = "MovedOnError";
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
    const save = () => saveInTurn({ context, tool, update, options });
    const seq = await (options.holdsResponse ? save() : oneAtATime(responseKeyOf(context, tool.ref), save, context.userId));
    return { ok: true, seq };
  } catch (error) {
    const refusal = findUpdateRefusal(error);
    if (refusal) return { ok: false, refusal };
    if (isNamed<LineFullError>(error, "LineFullError")) return { ok: false, refusal: REFUSALS.manyAtOnce };
    if (!isEndedStanding(error) && !(error instanceof MovedOnError)) forgetDocuments();
    throw error;
  }
}

function requireProcessorTime({ userId }: TeamContext): void {
  const retryAfterSeconds = secondsUntilAffordable(userId);
  if (retryAfterSeconds > 0) throw refuse("too-many", "You sent very much to save in a short time. It goes on by itself in a moment.", { retryAfterSeconds });
}

/** One change to save, and to what. */
interface Sent {
  readonly context: TeamContext;
  readonly tool: ToolDefinition;
  readonly update: Uint8Array;
  readonly options: SaveOptions;
}

/** Writes it to what is kept of the save before; else reads, checks and writes, again from the start when another process saved in between. */
async function saveInTurn(sent: Sent): Promise<number> {
  const seq = await saveToKept(sent);
  if (seq !== null) return seq;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const seq = await saveToStored(sent);
    if (seq !== null) return seq;
  }
  throw new Error(`other saves came in between ${MOST_ATTEMPTS} times`);
}

/** @returns the update's number, or null when only the stored document can tell what becomes of the change. */
async function saveToKept({ context, tool, update, options }: Sent): Promise<number | null> {
  const kept = options.holdsResponse ? null : takeDocument(responseKeyOf(context, tool.ref));
  if (!kept || (options.onlyAt ?? kept.seq) !== kept.seq || editionOf(kept.seq) !== (options.edition ?? 0) || !isLittleWork(kept.sizes, update.byteLength)) return null;
  try {
    const result = workHere(context, () => applyTo(() => kept, changeOf({ context, tool, update, options })));
    if (result.kind !== "applied") return null;
    return await write({ context, tool, update, options }, result, { expectedSeq: kept.seq, opened: kept, readAnswers: UNSURE });
  } catch (error) {
    if (findUpdateRefusal(error)) return null;
    throw error;
  }
}

/** A kept document does not hold any more what the answers were before. */
const UNSURE = () => Promise.reject<Answers>(new UpdateRefusedError(REFUSALS.malformed));

/** @returns the update's number, 0 when there was nothing new in it, or null when somebody else was quicker. */
async function saveToStored(sent: Sent): Promise<number | null> {
  const { context, tool, options } = sent;
  const { edition = 0, onlyAt } = options;
  const stored = await findStoredDocument(context, tool.ref);
  if (onlyAt !== undefined && (stored?.seq ?? 0) !== onlyAt) throw new MovedOnError();
  if (stored && editionOf(stored.seq) !== edition) throw new UpdateRefusedError(REFUSALS.rebuilt);
  const source = { items: documentItemsOf(itemIndexOf(tool)), parts: partsOf(stored) };
  const { applied, opened } = await apply(sent, source);
  // Not the newest number: whoever sent it may lack what others saved since.
  if (!applied) return 0;
  if (stored?.isLocked) throw refuse("locked", "This tool is locked. Ask an agency admin to unlock it.");
  if (stored?.isCompleted) {
    throw refuse("completed", "This tool is marked complete. Reopen it to change its answers.");
  }
  const readAnswers = async () => (await workOnDocument(context, "readDocument", source)).answers;
  return write(sent, applied, { expectedSeq: stored?.seq ?? 0, opened, readAnswers });
}

interface Base {
  readonly expectedSeq: number;
  /** Open, with the change in it; null when that was done elsewhere. */
  readonly opened: OpenedDocument | null;
  /** The answers before the change. */
  readonly readAnswers: () => Promise<Answers>;
}

/** Checks what was applied and writes it. @returns as `saveToStored`. */
async function write({ context, tool, options }: Sent, applied: Applied, { expectedSeq, opened, readAnswers }: Base): Promise<number | null> {
  const { isOurs = false } = options;
  // First what can be said of an answer by name.
  const changes = await checkChangedAnswers(applied.changes, itemIndexOf(tool), readAnswers);
  if (applied.isForeign) throw new UpdateRefusedError(REFUSALS.malformed);
  // Whoever holds the response has the only connection they may wait for, and saw to it themselves (import-people.ts).
  if (!options.holdsResponse) await requireKnownPeople(context, tool.ref, changes);
  if (!isOurs) requireTidiness(context, tool, applied);
  const seq = expectedSeq + 1;
  const writing = { applied, changes, expectedSeq, seq, isOurs };
  if (!(await writeTogether(context, options.alongside, () => writeUpdate(context, tool, writing)))) return null;
  if (opened) {
    const kept = { seq, doc: opened.doc, sizes: sizesAfter(opened.sizes, applied) };
    afterCallCommit(() => keepDocument(responseKeyOf(context, tool.ref), kept));
  }
  publishSave(context, tool.ref, { seq, update: applied.update, itemIds: changes.map(({ item }) => item.id) });
  return seq;
}

/** By itself, or with what belongs to it. The connection for that is taken only now: waiting for one's turn it would be missing. */
async function writeTogether(context: TeamContext, alongside: SaveOptions["alongside"], write: () => Promise<boolean>): Promise<boolean> {
  if (!alongside) return write();
  const both = async (client: PoolClient) => {
    const isWritten = await write();
    if (isWritten) await alongside(client);
    return isWritten;
  };
  return withAgencyConnection(context, both, { isJoined: true });
}

/** Applies the update to a copy, which is kept open when it is little; `applied` is null when the document held all of it already. */
async function apply(
  sent: Sent,
  source: DocumentSource,
): Promise<{ readonly applied: Applied | null; readonly opened: OpenedDocument | null }> {
  const { context } = sent;
  const change = changeOf(sent);
  let opened: OpenedDocument | null = null;
  const open = () => (opened = openWithSizes(source));
  const isLittle = isLittleWork(sizesOf(source.parts), change.update.byteLength);
  const work = isLittle
    ? async () => workHere(context, () => applyTo(open, change))
    : () => workOnDocument(context, "applyChange", { ...source, ...change });
  const result = await work().catch((error: unknown) => {
    throw isNamed<TooCostlyError>(error, "TooCostlyError") ? new UpdateRefusedError(REFUSALS.malformed) : error;
  });
  switch (result.kind) {
    case "applied":
      return { applied: result, opened };
    case "known":
      return { applied: null, opened: null };
    case "behind":
      throw refuse("behind", "This change builds on earlier ones that were not saved here.", {
        stateVector: await workOnDocument(context, "readStateVector", source),
      });
    case "differs":
      throw new UpdateRefusedError({ ...APART, writers: result.differences });
    default:
      throw new UpdateRefusedError(REFUSALS[result.kind]);
  }
}

function changeOf({ tool, update, options: { isOurs = false } }: Sent): Change {
  return { items: documentItemsOf(itemIndexOf(tool)), update, isOurs };
}

/** Growth that no answer shows is for emergencies: a document filled with it could not be written to any more. */
function requireTidiness({ userId, teamId }: TeamContext, tool: ToolDefinition, { untidiness }: Applied): void {
  const retryAfterSeconds = noteUntidiness(`${userId} ${teamId} ${toolKey(tool.ref)}`, untidiness);
  if (retryAfterSeconds > 0) throw refuse("too-many", "You sent very many changes that leave nothing behind. Wait a while, then go on.", { retryAfterSeconds });
}

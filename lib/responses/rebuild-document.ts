import "server-only";
import type { PoolClient } from "pg";
import type { Answer } from "@/lib/domain/answer/answers";
import { RESPONSE_MAX_BYTES } from "@/lib/domain/limits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { callAsAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { isNamed } from "@/lib/platform/errors/is-named";
import { nextEditionSeq } from "@/lib/sync/edition";
import { publishSave } from "@/lib/sync/server/publish";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { type TooCostlyError, workOnDocument } from "@/lib/sync/work/document-pool";
import type { DocumentToBuild } from "@/lib/sync/work/document-work";
import { responseKeyOf } from "./kept-documents";
import { oneAtATime } from "./one-at-a-time";
import { findStoredDocument, partsOf, type StoredDocument } from "./response-document";
import { getTeamAnswers } from "./team-answers";
import { findOpenTool, itemIndexOf } from "./tool-access";

const NOT_HERE = "We could not find that. It may have been removed.";
const BUSY = "People are saving to this tool just now. Try again in a moment.";
const LOCKED = "This tool is locked. Unlock it first.";
const EMPTY = "Nothing was saved in this tool yet.";
const TOO_LARGE = "The answers themselves take more room than a tool may have. Shorten some of them first.";

/** Removed rows that take more of a tool's room than this don't come along once it is half full. */
const REMOVED_ROWS_MAX_BYTES = RESPONSE_MAX_BYTES / 8;

/** Each failed attempt is somebody's save that succeeded. */
const MOST_ATTEMPTS = 10;

export interface RebuiltDocument {
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

/**
 * Builds a tool's document anew from its answers, so that it has room again and opens quickly: of what was typed and
 * deleted only the history keeps something. Answers and history stay as they are, removed rows while there is room; blank rows go. Open
 * screens go on with the new one.
 * @throws RefusedError for a tool that is locked, never begun or not open to this person, and while others save without a pause.
 */
export async function rebuildDocument(context: TeamContext, toolRef: ToolRef): Promise<RebuiltDocument> {
  const tool = findOpenTool(context, toolRef);
  if (!tool) throw new RefusedError(NOT_HERE);
  // In one line with the saves of this process.
  return oneAtATime(responseKeyOf(context, tool.ref), async () => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const rebuilt = await tryRebuild(context, tool);
      if (rebuilt) return rebuilt;
    }
    throw new RefusedError(BUSY);
  });
}

async function tryRebuild(context: TeamContext, tool: ToolDefinition): Promise<RebuiltDocument | null> {
  const stored = await findStoredDocument(context, tool.ref);
  if (!stored || stored.seq === 0) throw new RefusedError(EMPTY);
  if (stored.isLocked) throw new RefusedError(LOCKED);
  const items = itemIndexOf(tool);
  const { answers } = await getTeamAnswers(context, [tool.ref]);
  const own = Object.fromEntries([...items.keys()].flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id] as Answer]])));
  const state = await buildState(context, { items: documentItemsOf(items), answers: own, removedRows: await findRemovedRows(context, tool, stored) });
  if (state.byteLength > RESPONSE_MAX_BYTES) throw new RefusedError(TOO_LARGE);
  const seq = nextEditionSeq(stored.seq);
  const write = async (client: PoolClient) => {
    const values = [context.teamId, tool.ref.toolkitId, tool.ref.toolId, stored.seq, seq, state];
    const [written] = await callAsAgency<{ rebuild_response: boolean }>(context, "rebuild_response", values);
    if (written?.rebuild_response) await recordEvent(context, tool.ref, { kind: "rebuilt" });
    // By now everything that had to be waited for is there.
    await requireStanding(client, context, { permission: "response:rebuild", toolRef: tool.ref });
    return written?.rebuild_response ?? false;
  };
  if (!(await withAgencyConnection(context, write, { isJoined: true }))) return null;
  publishSave(context, tool.ref, { seq, update: state, itemIds: [] });
  return { bytesBefore: sizeOf(stored), bytesAfter: state.byteLength };
}

/**
 * The new document. Rows that were removed come along while there is room: a tool that somebody filled with them, out of
 * sight, would stay full for ever. The history still has what stood in those that people saw.
 */
async function buildState(context: TeamContext, whole: DocumentToBuild): Promise<Uint8Array> {
  const state = await workOnDocument(context, "buildDocument", whole).catch((error: unknown) => {
    if (isNamed<TooCostlyError>(error, "TooCostlyError")) return null;
    throw error;
  });
  if (state && state.byteLength <= RESPONSE_MAX_BYTES / 2) return state;
  const bare = await workOnDocument(context, "buildDocument", { ...whole, removedRows: {} });
  const isWorthIt = !state || state.byteLength > RESPONSE_MAX_BYTES || state.byteLength - bare.byteLength > REMOVED_ROWS_MAX_BYTES;
  return isWorthIt ? bare : state;
}

/** A document that can't be opened any more is built without them; the history still has what stood in them. */
async function findRemovedRows(context: TeamContext, tool: ToolDefinition, stored: StoredDocument) {
  const source = { items: documentItemsOf(itemIndexOf(tool)), parts: partsOf(stored) };
  return workOnDocument(context, "readRemoved", source).catch(() => ({}));
}

function sizeOf({ snapshot, tail }: StoredDocument): number {
  return tail.reduce((sum, { byteLength }) => sum + byteLength, snapshot.byteLength);
}

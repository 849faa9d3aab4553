import "server-only";
import { getTool } from "@/content/toolkits";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { callAsAgency } from "@/lib/platform/db/with-agency";
import type { DocumentParts } from "@/lib/sync/work/document-work";
import { upgradeResponse } from "./upgrade-response";

/** A response as stored: a merged document and the updates since. */
export interface StoredDocument extends DocumentParts {
  readonly responseId: string;
  /** Number of the newest update. */
  readonly seq: number;
  readonly snapshotSeq: number;
  readonly isCompleted: boolean;
  readonly isLocked: boolean;
  /** The version of the tool that its answers stand in. */
  readonly toolVersion: number;
}

interface StoredRow {
  id: string;
  last_seq: string;
  snapshot_seq: string;
  snapshot: Buffer;
  is_completed: boolean;
  is_locked: boolean;
  tool_version: number;
  tail: string[] | null;
}

/** Each one that comes in between is a save that succeeded. */
const MOST_ATTEMPTS = 20;

/** The stored document, in the tool's newest version: brought along first where it was written against an older one. Null before the first save. */
export async function findStoredDocument(context: TeamContext, toolRef: ToolRef): Promise<StoredDocument | null> {
  const tool = getTool(toolRef);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const stored = await readStoredDocument(context, toolRef);
    if (!stored || stored.toolVersion >= tool.version) return stored;
    await upgradeResponse(context, tool, stored);
  }
  throw new Error(`other saves came in between ${MOST_ATTEMPTS} times`);
}

async function readStoredDocument(context: TeamContext, toolRef: ToolRef): Promise<StoredDocument | null> {
  const [row] = await callAsAgency<StoredRow>(context, "open_response", [context.teamId, toolRef.toolkitId, toolRef.toolId]);
  if (!row) return null;
  return {
    responseId: row.id,
    seq: Number(row.last_seq),
    snapshotSeq: Number(row.snapshot_seq),
    isCompleted: row.is_completed,
    isLocked: row.is_locked,
    toolVersion: row.tool_version,
    snapshot: row.snapshot,
    tail: (row.tail ?? []).map((update) => Buffer.from(update, "base64")),
  };
}

/** A log longer than this costs more to read and merge than the document it made. */
const MOST_NEWS = 64;

/** What was saved after number `since`, when it is little enough; null before the first save, `updates` null when it is too much. */
export async function findNews(
  context: TeamContext,
  toolRef: ToolRef,
  since: number,
): Promise<{ readonly seq: number; readonly updates: readonly Uint8Array[] | null } | null> {
  const values = [context.teamId, toolRef.toolkitId, toolRef.toolId, since, MOST_NEWS];
  const [row] = await callAsAgency<{ last_seq: string; updates: string[] | null }>(context, "updates_since", values);
  if (!row) return null;
  const seq = Number(row.last_seq);
  if (since >= seq) return { seq, updates: [] };
  return { seq, updates: row.updates?.map((update) => Buffer.from(update, "base64")) ?? null };
}

/** What of it goes to work on the document; empty before the first save. */
export function partsOf(stored: StoredDocument | null): DocumentParts {
  return stored ? { snapshot: stored.snapshot, tail: stored.tail } : { snapshot: new Uint8Array(), tail: [] };
}

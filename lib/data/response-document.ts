import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { callAsAgency } from "@/lib/db/with-agency";
import type { DocumentParts } from "@/lib/documents/document-work";

/** A response as stored: a merged document and the updates since. */
export interface StoredDocument extends DocumentParts {
  readonly responseId: string;
  /** Number of the newest update. */
  readonly seq: number;
  readonly snapshotSeq: number;
  readonly isCompleted: boolean;
  readonly isLocked: boolean;
}

interface StoredRow {
  id: string;
  last_seq: string;
  snapshot_seq: string;
  snapshot: Buffer;
  is_completed: boolean;
  is_locked: boolean;
  tail: string[] | null;
}

/** The stored document, or null before the first save. */
export async function findStoredDocument(context: TeamContext, toolNumber: number): Promise<StoredDocument | null> {
  const [row] = await callAsAgency<StoredRow>(context, "open_response", [context.teamId, toolNumber]);
  if (!row) return null;
  return {
    responseId: row.id,
    seq: Number(row.last_seq),
    snapshotSeq: Number(row.snapshot_seq),
    isCompleted: row.is_completed,
    isLocked: row.is_locked,
    snapshot: row.snapshot,
    tail: (row.tail ?? []).map((update) => Buffer.from(update, "base64")),
  };
}

/** A log longer than this costs more to read and merge than the document it made. */
const MOST_NEWS = 64;

/** What was saved after number `since`, when it is little enough; null before the first save, `updates` null when it is too much. */
export async function findNews(
  context: TeamContext,
  toolNumber: number,
  since: number,
): Promise<{ readonly seq: number; readonly updates: readonly Uint8Array[] | null } | null> {
  const values = [context.teamId, toolNumber, since, MOST_NEWS];
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

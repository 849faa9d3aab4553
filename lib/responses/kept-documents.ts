import "server-only";
import { Doc } from "yjs";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { connectionLosses } from "@/lib/platform/db/client";
import type { OpenedDocument } from "@/lib/sync/work/apply-change";

// Whoever types saves again and again. The document of a save that was committed is kept open, so that the next one need
// not read and open it anew. What is kept is a guess: save_response writes nothing when the response has moved on since.

/** A document as it was after update number `seq`. */
export interface KeptDocument extends OpenedDocument {
  readonly seq: number;
}

interface Entry {
  readonly document: KeptDocument;
  readonly at: number;
  readonly bytes: number;
  readonly losses: number;
}

/** More tools than are written in at the same moment. */
const MOST_DOCUMENTS = 400;
/** As they are stored; open, they take many times as much. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Somebody who thinks about a word for longer waits a millisecond more. */
const KEPT_MS = 60_000;

interface Kept {
  /** By response; whoever saved last stands last. */
  readonly entries: Map<string, Entry>;
  bytes: number;
}

// Next bundles each route apart; there is one of these per process all the same.
const holder = globalThis as typeof globalThis & { workbookKeptDocuments?: Kept };

function kept(): Kept {
  return (holder.workbookKeptDocuments ??= { entries: new Map(), bytes: 0 });
}

/** Names a team's response to a tool. */
export function responseKeyOf({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, toolRef: ToolRef): string {
  return `${agencyId} ${teamId} ${toolKey(toolRef)}`;
}

/** Keeps a document that is stored as it is here. Nobody else may hold it. */
export function keepDocument(key: string, document: KeptDocument, now = Date.now()): void {
  const { sizes } = document;
  remove(key);
  const entry = { document, at: now, bytes: sizes.snapshotBytes + sizes.tailBytes, losses: connectionLosses() };
  const all = kept();
  all.entries.set(key, entry);
  all.bytes += entry.bytes;
  for (const [other, { at }] of all.entries) {
    if (all.entries.size <= MOST_DOCUMENTS && all.bytes <= MOST_BYTES && now - at < KEPT_MS) break;
    remove(other);
  }
}

/** Takes the document out, if there is one: it is the caller's to change. */
export function takeDocument(key: string, now = Date.now()): KeptDocument | null {
  const entry = remove(key);
  // A database that went away may come back without its last moments.
  if (!entry || now - entry.at >= KEPT_MS || entry.losses !== connectionLosses()) return null;
  // A bundle with a copy of Yjs of its own can do nothing with another's.
  return entry.document.doc instanceof Doc ? entry.document : null;
}

/** Lets go of all, after trouble that leaves open what is stored. */
export function forgetDocuments(): void {
  delete holder.workbookKeptDocuments;
}

function remove(key: string): Entry | undefined {
  const all = kept();
  const entry = all.entries.get(key);
  if (!entry) return undefined;
  all.entries.delete(key);
  all.bytes -= entry.bytes;
  return entry;
}

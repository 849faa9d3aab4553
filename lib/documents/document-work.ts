import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector, getState, mergeUpdates, type Transaction } from "yjs";
import { createDocument, findChanges, findShapeProblem, readAnswer, readAnswers, writeAnswer } from "@/lib/collab/document";
import type { DocumentItem, DocumentTable } from "@/lib/collab/document-item";
import { addRow, readRemovedRows, readRows, removeRow, restoreRow } from "@/lib/collab/table-rows";
import type { Answer, Answers, TableRow } from "@/lib/tools/answers";
import { RESPONSE_MAX_BYTES } from "@/lib/tools/limits";
import { type Difference, findDifferences } from "./known-changes";
import { checkStructs, takesOutRowsOrCells } from "./struct-check";
import { readUpdateShape, type WriterRange } from "./update-shape";

// What is done with a stored document: on this thread when it is little, in the worker pool otherwise (document-pool.ts).
// Takes and gives plain data, so that it can pass between threads.

/** A stored document: a merged one, empty before the first compaction, and the updates since, in order. */
export interface DocumentParts {
  readonly snapshot: Uint8Array;
  readonly tail: readonly Uint8Array[];
}

export interface DocumentSource {
  readonly items: readonly DocumentItem[];
  readonly parts: DocumentParts;
}

/** The document the stored updates add up to. */
export function openDocument({ items, parts }: DocumentSource): Doc {
  const doc = createDocument(items);
  doc.transact(() => {
    if (parts.snapshot.byteLength > 0) applyUpdate(doc, parts.snapshot);
    for (const update of parts.tail) applyUpdate(doc, update);
  });
  return doc;
}

/** Every answer, blank rows and spaces included, and the document as one update. */
export function readDocument(source: DocumentSource): { readonly answers: Answers; readonly state: Uint8Array } {
  const doc = openDocument(source);
  return { answers: readAnswers(doc, source.items), state: encodeStateAsUpdate(doc) };
}

/** Of each table, by its id, the rows that were removed and can come back. */
export function readRemoved(source: DocumentSource): Readonly<Record<string, readonly TableRow[]>> {
  const doc = openDocument(source);
  const tables = source.items.filter((item): item is DocumentTable => item.kind === "table");
  return Object.fromEntries(tables.map((table) => [table.id, readRemovedRows(doc, table)]));
}

/** A change that the server makes itself. Items not named stay as they are; null clears one. */
export type ServerEdit =
  | { readonly kind: "answers"; readonly answers: Readonly<Record<string, Answer | null>> }
  | { readonly kind: "restore-row"; readonly tableId: string; readonly rowId: string };

/** The update that makes this change; null when the document is like that already, "no-row" when there is no such row. */
export function editDocument({ edit, ...source }: DocumentSource & { readonly edit: ServerEdit }): Uint8Array | null | "no-row" {
  const doc = openDocument(source);
  const byId = new Map(source.items.map((item) => [item.id, item]));
  const table = edit.kind === "restore-row" ? (byId.get(edit.tableId) as DocumentTable) : null;
  if (table && edit.kind === "restore-row") {
    const isKnown = [...readRows(doc, table), ...readRemovedRows(doc, table)].some(({ id }) => id === edit.rowId);
    if (!isKnown) return "no-row";
  }
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    if (edit.kind === "restore-row") return restoreRow(doc, table as DocumentTable, edit.rowId);
    for (const [itemId, answer] of Object.entries(edit.answers)) {
      const item = byId.get(itemId);
      if (!item) throw new RangeError(`There is no item ${itemId}`);
      writeAnswer(doc, item, answer as never);
    }
  });
  return updates[0] ?? null;
}

/** A new document with these answers and nothing else, as one update; rows that can come back stay able to. */
export function buildDocument({ items, answers, removedRows }: DocumentToBuild): Uint8Array {
  const doc = createDocument(items);
  doc.transact(() => {
    for (const item of items) {
      const answer = answers[item.id];
      if (answer !== undefined) writeAnswer(doc, item, answer as never);
      for (const row of item.kind === "table" ? (removedRows[item.id] ?? []) : []) {
        addRow(doc, item as DocumentTable, row);
        removeRow(doc, item as DocumentTable, row.id);
      }
    }
  });
  return encodeStateAsUpdate(doc);
}

export interface DocumentToBuild {
  readonly items: readonly DocumentItem[];
  readonly answers: Answers;
  /** Of each table, by its id. */
  readonly removedRows: Readonly<Record<string, readonly TableRow[]>>;
}

export interface ChangeToApply extends DocumentSource {
  readonly update: Uint8Array;
  /** Made by the server itself: it may be longer than a browser's. */
  readonly isOurs: boolean;
}

/** An answer that a change touched, as it lies in the document afterwards. */
export interface ChangedAnswer {
  readonly itemId: string;
  readonly answer: Answer | null;
  /** Why it can't be stored, when how it lies in the document is wrong. */
  readonly problem: string | null;
}

/** A writer of the update; `isNew` when the document had nothing of theirs. */
export interface UpdateWriter extends WriterRange {
  readonly isNew: boolean;
}

export type AppliedChange =
  /** The document held all of it already. */
  | { readonly kind: "known" }
  | { readonly kind: "malformed" }
  | { readonly kind: "unknown-item" }
  /** It builds on changes that are not stored. */
  | { readonly kind: "behind"; readonly stateVector: Uint8Array }
  /** Its numbers are taken, by other content. */
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  | { readonly kind: "too-large" }
  | {
      readonly kind: "applied";
      /** What was new in it. */
      readonly update: Uint8Array;
      readonly changes: readonly ChangedAnswer[];
      readonly writers: readonly UpdateWriter[];
      /** It holds something that our own pages don't write. */
      readonly isForeign: boolean;
      /** How much was added that no answer shows. */
      readonly untidiness: number;
      readonly sizeBytes: number;
      /** A new merged document, when it is time for one. */
      readonly snapshot: Uint8Array | null;
    };

/** Applies an untrusted update to a copy of the stored document and says what would have to be stored. */
export function applyChange({ items, parts, update, isOurs }: ChangeToApply): AppliedChange {
  const shape = readUpdateShape(update);
  if (!shape && !isOurs) return { kind: "malformed" };
  const doc = openDocument({ items, parts });
  const byId = new Map(items.map((item) => [item.id, item]));
  const writers = (shape?.writers ?? []).map((range) => ({ ...range, stored: getState(doc.store, range.writer) }));
  const differences = shape ? findDifferences(doc, shape.structs) : [];
  if (differences.length > 0) return { kind: "differs", differences };

  const news: Uint8Array[] = [];
  const changedIds = new Set<string>();
  let isForeign = false;
  let deletions = 0;
  doc.on("update", (part: Uint8Array, _origin: unknown, _doc: Doc, transaction: Transaction) => {
    news.push(part);
    // Of what was there before this: an update may repeat all that was ever deleted.
    for (const ranges of transaction.deleteSet.clients.values()) deletions += ranges.length;
    const found = findChanges(transaction, byId);
    for (const itemId of found.itemIds) changedIds.add(itemId);
    isForeign ||= found.unknownNames.size > 0;
  });
  let isTakingOut = false;
  // Before what was deleted is let go of, when nothing tells any more what it was.
  doc.on("afterTransaction", (transaction: Transaction) => {
    isTakingOut ||= takesOutRowsOrCells(transaction);
  });
  try {
    applyUpdate(doc, update);
  } catch {
    return { kind: "malformed" };
  }
  if (isForeign) return { kind: "unknown-item" };
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    return { kind: "behind", stateVector: encodeStateVector(openDocument({ items, parts })) };
  }
  const [first] = news;
  if (!first) return { kind: "known" };
  const added = writers.filter(({ to, stored }) => to > stored);
  const report = checkStructs(doc, byId, added.map(({ writer, from, to, stored }) => ({ writer, from: Math.max(from, stored), to })));
  const stored = news.length > 1 ? mergeUpdates(news) : first;
  const size = compact(doc, parts, stored);
  if (size === null) return { kind: "too-large" };
  return {
    kind: "applied",
    update: stored,
    changes: [...changedIds].map((itemId) => readChanged(doc, byId.get(itemId) as DocumentItem)),
    writers: added.map(({ writer, from, to, stored: known }) => ({ writer, from: Math.max(from, known), to, isNew: known === 0 })),
    isForeign: report.isForeign || isTakingOut,
    untidiness: report.untidiness + deletions,
    ...size,
  };
}

function readChanged(doc: Doc, item: DocumentItem): ChangedAnswer {
  const problem = findShapeProblem(doc, item);
  return { itemId: item.id, answer: problem ? null : (readAnswer(doc, item) as Answer | null), problem };
}

/**
 * After this many updates they are merged, so that opening a response stays equally quick however long its history.
 * Every save opens it: 16 made saving a tenth quicker than 64. A large document costs more to write than to add up.
 */
const COMPACT_AFTER_UPDATES = { small: 16, large: 64 };
/** Or when the updates outweigh both this and the merged document. */
const COMPACT_AFTER_BYTES = 64 * 1024;

/** The response's new size, and a snapshot when it is time for one; null when it would be larger than a response may be. */
function compact(
  doc: Doc,
  { snapshot, tail }: DocumentParts,
  update: Uint8Array,
): { readonly sizeBytes: number; readonly snapshot: Uint8Array | null } | null {
  const tailBytes = tail.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength);
  const sizeBytes = snapshot.byteLength + tailBytes;
  const isDue =
    tail.length + 1 >= COMPACT_AFTER_UPDATES[snapshot.byteLength < COMPACT_AFTER_BYTES ? "small" : "large"] ||
    tailBytes > Math.max(COMPACT_AFTER_BYTES, snapshot.byteLength) ||
    sizeBytes > RESPONSE_MAX_BYTES;
  if (!isDue) return { sizeBytes, snapshot: null };
  const merged = encodeStateAsUpdate(doc);
  return merged.byteLength > RESPONSE_MAX_BYTES ? null : { sizeBytes: merged.byteLength, snapshot: merged };
}

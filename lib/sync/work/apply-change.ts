import { applyUpdate, type Doc, getState, mergeUpdates, type Transaction } from "yjs";
import type { Answer } from "@/lib/domain/answer/answers";
import { findChanges, findShapeProblem, readAnswer } from "@/lib/sync/document/document";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import { type Difference, findDifferences } from "./known-changes";
import { mergeWhenDue, type StoredSizes } from "./stored-sizes";
import { checkStructs, takesOutRowsOrCells } from "./struct-check";
import { readUpdateShape, type WriterRange } from "./update-shape";

export interface Change {
  /** Of the tool. */
  readonly items: readonly DocumentItem[];
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
  | { readonly kind: "behind" }
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

/** A change that was applied to a copy of the document, and what became of it. */
export type Applied = Extract<AppliedChange, { kind: "applied" }>;

/** A stored document that is open, and how it is stored. */
export interface OpenedDocument {
  readonly doc: Doc;
  readonly sizes: StoredSizes;
}

/**
 * Applies an untrusted update to a document, which is opened only for an update that has the form of one, and says what
 * would have to be stored. Unless that is stored the document is of no more use: some of the change may be in it.
 */
export function applyTo(open: () => OpenedDocument, { items, update, isOurs }: Change): AppliedChange {
  const shape = readUpdateShape(update);
  if (!shape && !isOurs) return { kind: "malformed" };
  const { doc, sizes } = open();
  const byId = indexOf(items);
  const writers = (shape?.writers ?? []).map((range) => ({ ...range, stored: getState(doc.store, range.writer) }));
  const differences = shape ? findDifferences(doc, shape.structs) : [];
  if (differences.length > 0) return { kind: "differs", differences };

  const news: Uint8Array[] = [];
  const changedIds = new Set<string>();
  let isForeign = false;
  let deletions = 0;
  const onUpdate = (part: Uint8Array, _origin: unknown, _doc: Doc, transaction: Transaction) => {
    news.push(part);
    // Of what was there before this: an update may repeat all that was ever deleted.
    for (const ranges of transaction.deleteSet.clients.values()) deletions += ranges.length;
    const found = findChanges(transaction, byId);
    for (const itemId of found.itemIds) changedIds.add(itemId);
    isForeign ||= found.unknownNames.size > 0;
  };
  let isTakingOut = false;
  // Before what was deleted is let go of, when nothing tells any more what it was.
  const afterTransaction = (transaction: Transaction) => {
    isTakingOut ||= takesOutRowsOrCells(transaction);
  };
  doc.on("update", onUpdate);
  doc.on("afterTransaction", afterTransaction);
  try {
    applyUpdate(doc, update);
  } catch {
    return { kind: "malformed" };
  } finally {
    doc.off("update", onUpdate);
    doc.off("afterTransaction", afterTransaction);
  }
  if (isForeign) return { kind: "unknown-item" };
  if (doc.store.pendingStructs || doc.store.pendingDs) return { kind: "behind" };
  const [first] = news;
  if (!first) return { kind: "known" };
  const added = writers.filter(({ to, stored }) => to > stored);
  const report = checkStructs(doc, byId, added.map(({ writer, from, to, stored }) => ({ writer, from: Math.max(from, stored), to })));
  const stored = news.length > 1 ? mergeUpdates(news) : first;
  const size = mergeWhenDue(doc, sizes, stored);
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

// The toolkit's own content, of each tool the same array each time, except in a worker's thread.
const indexes = new WeakMap<readonly DocumentItem[], ReadonlyMap<string, DocumentItem>>();

function indexOf(items: readonly DocumentItem[]): ReadonlyMap<string, DocumentItem> {
  const known = indexes.get(items) ?? new Map(items.map((item) => [item.id, item]));
  indexes.set(items, known);
  return known;
}

function readChanged(doc: Doc, item: DocumentItem): ChangedAnswer {
  const problem = findShapeProblem(doc, item);
  return { itemId: item.id, answer: problem ? null : (readAnswer(doc, item) as Answer | null), problem };
}

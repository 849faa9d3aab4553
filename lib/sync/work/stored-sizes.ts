import { type Doc, encodeStateAsUpdate } from "yjs";
import { RESPONSE_MAX_BYTES } from "@/lib/domain/limits";
import type { DocumentParts } from "./document-work";

/** What a document takes up where it is stored: a merged document and so many updates since. */
export interface StoredSizes {
  readonly snapshotBytes: number;
  readonly tailBytes: number;
  readonly tailLength: number;
}

export function sizesOf({ snapshot, tail }: DocumentParts): StoredSizes {
  const tailBytes = tail.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { snapshotBytes: snapshot.byteLength, tailBytes, tailLength: tail.length };
}

/** The same once an update is stored too, with the merged document when there is a new one. */
export function sizesAfter(
  { snapshotBytes, tailBytes, tailLength }: StoredSizes,
  { snapshot, update }: { readonly snapshot: Uint8Array | null; readonly update: Uint8Array },
): StoredSizes {
  if (snapshot) return { snapshotBytes: snapshot.byteLength, tailBytes: 0, tailLength: 0 };
  return { snapshotBytes, tailBytes: tailBytes + update.byteLength, tailLength: tailLength + 1 };
}

/**
 * After this many updates they are merged, so that opening a response stays equally quick however long its history.
 * When every save opened it, 16 made saving a tenth quicker than 64. A large document costs more to write than to add up.
 */
const COMPACT_AFTER_UPDATES = { small: 16, large: 64 };
/** Or when the updates outweigh both this and the merged document. */
const COMPACT_AFTER_BYTES = 64 * 1024;

/** The response's new size, and a snapshot when it is time for one; null when it would be larger than a response may be. */
export function mergeWhenDue(
  doc: Doc,
  { snapshotBytes, tailBytes: earlierBytes, tailLength }: StoredSizes,
  update: Uint8Array,
): { readonly sizeBytes: number; readonly snapshot: Uint8Array | null } | null {
  const tailBytes = earlierBytes + update.byteLength;
  const sizeBytes = snapshotBytes + tailBytes;
  const isDue =
    tailLength + 1 >= COMPACT_AFTER_UPDATES[snapshotBytes < COMPACT_AFTER_BYTES ? "small" : "large"] ||
    tailBytes > Math.max(COMPACT_AFTER_BYTES, snapshotBytes) ||
    sizeBytes > RESPONSE_MAX_BYTES;
  if (!isDue) return { sizeBytes, snapshot: null };
  const merged = encodeStateAsUpdate(doc);
  return merged.byteLength > RESPONSE_MAX_BYTES ? null : { sizeBytes: merged.byteLength, snapshot: merged };
}

import { mergeUpdates } from "yjs";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import type { UnsentUpdate } from "./unsent-storage";

export interface UpdateBatch {
  readonly entries: readonly UnsentUpdate[];
  readonly update: Uint8Array;
}

/** As many of the changes, from the first on, as one update may hold, all made to the same edition; at least one. */
export function takeBatch(queue: readonly UnsentUpdate[]): UpdateBatch {
  let size = 0;
  const end = queue.findIndex((entry) => (size += entry.update.byteLength) > UPDATE_MAX_BYTES || (entry.edition ?? 0) !== (queue[0]?.edition ?? 0));
  const entries = end === -1 ? [...queue] : queue.slice(0, Math.max(1, end));
  return { entries, update: mergeUpdates(entries.map((entry) => entry.update)) };
}

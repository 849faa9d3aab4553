import { openStore } from "@/lib/sync/browser/open-stores";
import type { ResponseStore, ResponseStoreOptions } from "@/lib/sync/browser/response-store";
import { indexedDbStorage } from "@/lib/sync/browser/unsent-indexed-db";

// Loaded on demand, with all that a response needs beyond showing its answers.

/** The store of this response, with what this device keeps for it. */
export function openResponse(options: Omit<ResponseStoreOptions, "storage">): ResponseStore {
  return openStore({ ...options, storage: indexedDbStorage });
}

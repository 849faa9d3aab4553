import { sendOpenStores } from "./open-stores";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";
import { takeBatch } from "./update-batch";
import { postUpdate } from "./updates-api";

/** How many answers hold changes that only this browser has. */
export async function countUnsent(storage: UnsentStorage, userId: string): Promise<number> {
  const kept = await storage.list(userId);
  return new Set(kept.flatMap(({ updatesUrl, itemIds }) => itemIds.map((itemId) => `${updatesUrl} ${itemId}`))).size;
}

/** Tries to send everything kept for the person, also to tools that are not open. What fails stays kept. */
export async function sendUnsent(storage: UnsentStorage, userId: string): Promise<void> {
  await sendOpenStores();
  const byResponse = new Map<string, UnsentUpdate[]>();
  for (const entry of await storage.list(userId)) {
    byResponse.set(entry.updatesUrl, [...(byResponse.get(entry.updatesUrl) ?? []), entry]);
  }
  for (const [url, entries] of byResponse) await sendTo(storage, userId, url, entries);
}

async function sendTo(storage: UnsentStorage, userId: string, url: string, entries: readonly UnsentUpdate[]) {
  let left = entries;
  while (left.length > 0) {
    const batch = takeBatch(left);
    const outcome = await postUpdate({ url, userId, update: batch.update });
    if (outcome.kind !== "acknowledged") return;
    await storage.remove(batch.entries.map((entry) => entry.id));
    left = left.slice(batch.entries.length);
  }
}

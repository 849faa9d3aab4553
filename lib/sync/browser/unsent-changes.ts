import { sendOpenStores } from "./open-stores";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";
import { takeBatch, type UpdateBatch } from "./update-batch";
import { type Outcome, postUpdate } from "./updates-api";

/** How many answers hold changes that only this browser has. */
export async function countUnsent(storage: UnsentStorage, userId: string): Promise<number> {
  const kept = await storage.list(userId);
  return new Set(kept.flatMap(({ updatesUrl, itemIds }) => itemIds.map((itemId) => `${updatesUrl} ${itemId}`))).size;
}

/** For all tools that are not open, together: somebody waits for this. */
const SEND_TIMEOUT_MS = 20_000;

/** Tries to send everything kept for the person, also to tools that are not open. What fails stays kept. */
export async function sendUnsent(storage: UnsentStorage, userId: string): Promise<void> {
  await sendOpenStores();
  const byResponse = new Map<string, UnsentUpdate[]>();
  for (const entry of await storage.list(userId)) {
    byResponse.set(entry.updatesUrl, [...(byResponse.get(entry.updatesUrl) ?? []), entry]);
  }
  const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
  for (const [url, entries] of byResponse) {
    await sendInOrder(storage, entries, ({ update, entries: [first] }) =>
      postUpdate({ url, userId, update, edition: first?.edition ?? 0 }, { signal }),
    );
  }
}

async function sendInOrder(
  storage: UnsentStorage,
  entries: readonly UnsentUpdate[],
  send: (batch: UpdateBatch) => Promise<Outcome>,
): Promise<void> {
  let left = entries;
  while (left.length > 0) {
    const batch = takeBatch(left);
    const outcome = await send(batch);
    if (outcome.kind !== "acknowledged") return;
    await storage.remove(batch.entries.map((entry) => entry.id));
    left = left.slice(batch.entries.length);
  }
}

import { sendOpenStores } from "@/lib/collab/open-stores";
import { indexedDbStorage } from "@/lib/collab/unsent-indexed-db";
import { endSession } from "./auth-client";

/** Tries to send what this browser still keeps for the person, and counts what is left. */
export async function countUnsentAfterSending(userId: string): Promise<number> {
  await sendOpenStores().catch(() => undefined);
  return countUnsent(userId);
}

export async function countUnsent(userId: string): Promise<number> {
  // A browser that refuses storage keeps nothing.
  const kept = await indexedDbStorage.list(userId).catch(() => []);
  return kept.length;
}

export async function deleteUnsent(userId: string): Promise<void> {
  await indexedDbStorage.clear(userId).catch(() => undefined);
}

/** Ends the session and leaves the page, so that nothing of it stays in memory. @returns false when it failed. */
export async function leave(): Promise<boolean> {
  const isOut = await endSession().catch(() => false);
  if (isOut) window.location.assign("/sign-in?from=sign-out");
  return isOut;
}

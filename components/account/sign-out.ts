import { loadPage } from "@/components/forms/load-page";
import { dropAllDecisions } from "@/lib/platform/browser/kept-decisions";
import { countKeptRatings, deleteKeptRatings } from "@/lib/platform/browser/kept-ratings";
import { deleteKeptBallots } from "@/lib/platform/browser/kept-ballots";
import { rememberUser } from "@/lib/platform/browser/offline-note";
import { countUnsent as countKept, sendUnsent } from "@/lib/sync/browser/unsent-changes";
import { indexedDbStorage } from "@/lib/sync/browser/unsent-indexed-db";
import { handOnEntered } from "@/lib/sync/opening/response-handle";
import { endSession } from "./auth-client";

/** Tries to send what this browser still keeps for the person, and counts the answers it is left with. */
export async function countUnsentAfterSending(userId: string): Promise<number> {
  await handOnEntered().catch(() => undefined);
  await sendUnsent(indexedDbStorage, userId).catch(() => undefined);
  return countUnsent(userId);
}

/** How many answers hold changes that only this browser has, ratings of rounds among them. */
export async function countUnsent(userId: string): Promise<number> {
  // A browser that refuses storage keeps nothing.
  return countKeptRatings(userId) + (await countKept(indexedDbStorage, userId).catch(() => 0));
}

/** Deletes them for good. @returns false when the browser did not: then they are still there to read. */
export async function deleteUnsent(userId: string): Promise<boolean> {
  deleteKeptRatings(userId);
  return indexedDbStorage.clear(userId).then(
    () => true,
    () => false,
  );
}

/** Ends the session and leaves the page, so that nothing of it stays in memory. @returns false when it failed. */
export async function leave(): Promise<boolean> {
  const isOut = await endSession().catch(() => false);
  if (isOut) {
    deleteKeptBallots();
    rememberUser(null);
    dropAllDecisions();
    loadPage("/sign-in?from=sign-out");
  }
  return isOut;
}

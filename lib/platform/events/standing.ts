import "server-only";
import { afterCommit, neverThrowing } from "@/lib/platform/db/after-commit";
import { instanceId, notifySoon } from "@/lib/platform/db/notifications";

/** A person's session or standing may have ended; told to every instance. */
export interface StandingMessage {
  readonly kind: "standing";
  readonly userId: string;
}

type Listener = (userId: string) => void;

// Next bundles each route apart; whoever listens in this process is one all the same.
const holder = globalThis as typeof globalThis & { workbookStandingListener?: Listener };

/** Who hears it in this process: what keeps screens open. Null ends it. */
export function listenToStanding(listener: Listener | null): void {
  if (listener) holder.workbookStandingListener = listener;
  else delete holder.workbookStandingListener;
}

/**
 * A person was signed out, removed, or given another role: their open streams are asked whether they may go on, as soon
 * as it is committed. Returns at once and never throws.
 */
export function publishStanding(userId: string): void {
  afterCommit(neverThrowing(() => {
    holder.workbookStandingListener?.(userId);
    const message: StandingMessage = { kind: "standing", userId };
    notifySoon(`standing ${userId}`, { from: instanceId(), message });
  }));
}

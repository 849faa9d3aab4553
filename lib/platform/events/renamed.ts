import "server-only";
import { afterCommit, neverThrowing } from "@/lib/platform/db/after-commit";
import { instanceId, notifySoon } from "@/lib/platform/db/notifications";

/** Somebody goes by another name in this agency, or a team tells its people other names than before; told to every instance. */
export interface RenamedMessage {
  readonly kind: "renamed";
  readonly agencyId: string;
  readonly userId: string;
}

type Listener = (agencyId: string, userId: string) => void;

// As in standing.ts.
const holder = globalThis as typeof globalThis & { workbookRenamedListener?: Listener };

/** Who hears it in this process: what keeps screens open. Null ends it. */
export function listenToRenamed(listener: Listener | null): void {
  if (listener) holder.workbookRenamedListener = listener;
  else delete holder.workbookRenamedListener;
}

/** Open screens of the agency take the name as soon as it is committed. Returns at once and never throws. */
export function publishRenamed(agencyId: string, userId: string): void {
  afterCommit(neverThrowing(() => {
    holder.workbookRenamedListener?.(agencyId, userId);
    const message: RenamedMessage = { kind: "renamed", agencyId, userId };
    notifySoon(`renamed ${agencyId} ${userId}`, { from: instanceId(), message });
  }));
}

import type { SaveState } from "./save-state";
import type { UnsentQueue } from "./unsent-queue";
import type { Outcome } from "./updates-api";

/** Why what is queued could not be sent. */
export type Trouble = Exclude<Outcome, { kind: "acknowledged" | "behind" | "apart" | "rebuilt" }>;

/** Whether the device says that it has no network. */
export const isOffline = () => globalThis.navigator?.onLine === false;

/** How the person's changes stand. */
export function saveStateOf(queue: UnsentQueue, trouble: Trouble | null): SaveState {
  if (queue.all.length === 0) return { status: "saved" };
  const unsent = queue.itemIds.size;
  const kept = { unsent, isOnDevice: queue.isDurable };
  switch (trouble?.kind) {
    case "refused":
      return { status: "refused", ...kept, refusal: trouble.refusal };
    case "signed-out":
      return { status: "signed-out", ...kept, isSomeoneElse: trouble.isSomeoneElse };
    case "outdated":
      return { status: "outdated", ...kept };
    case "unreachable":
      return { status: "offline", ...kept };
    default:
      return queue.own.length === 0 && isOffline() ? { status: "offline", ...kept } : { status: "saving", unsent };
  }
}

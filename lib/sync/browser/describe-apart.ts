import type { Refusal } from "./save-state";
import type { UnsentUpdate } from "./unsent-storage";

/** The server lacks what these changes build on, and got all that there is here. */
const APART = "This page and the saved copy no longer fit together. Copy what you wrote, then discard this change.";

/**
 * Says that what is unsent and what is saved can't be brought together, with the words that the page can't show.
 * Null when it can't be said yet: without the words, nobody must be asked to discard them.
 */
export async function describeApart(hidden: readonly UnsentUpdate[]): Promise<Refusal | null> {
  if (hidden.length === 0) return { message: APART, itemId: null };
  // Hardly anybody ever needs it.
  const loaded = await import("@/lib/sync/document/written-words").catch(() => null);
  if (!loaded) return null;
  const words = loaded.writtenWords(hidden.map(({ update }) => update));
  return { message: words === "" ? APART : `${APART} You wrote: “${words}”`, itemId: null };
}

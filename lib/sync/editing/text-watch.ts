import { type AbstractType, findRootTypeKey, type Text as YText, type Transaction, YTextEvent } from "yjs";
import type { TextChange } from "@/lib/sync/document/text-diff";
import { textPlace } from "./text-place";

type TextListener = (changes: readonly TextChange[]) => void;

function placeOf(text: YText): string {
  const path: string[] = [];
  let type = text as unknown as AbstractType<unknown>;
  while (type._item) {
    path.unshift(type._item.parentSub ?? "");
    type = type._item.parent as AbstractType<unknown>;
  }
  return textPlace(...(findRootTypeKey(type).split(":") as [string]), ...path);
}

type Delta = YTextEvent["delta"];

/** One after the other: each counts in the text that the one before it left. */
function changesOf(delta: Delta): TextChange[] {
  const changes: TextChange[] = [];
  let index = 0;
  for (const step of delta) {
    const insert = typeof step.insert === "string" ? step.insert : "";
    const remove = step.delete ?? 0;
    if (insert || remove) changes.push({ index, remove, insert });
    index += (step.retain ?? 0) + insert.length;
  }
  return changes;
}

/** Who wants to know exactly what teammates change in a text, so that a caret in it can move along. */
export class TextWatch {
  readonly #listeners = new Map<string, TextListener>();

  /** Calls back before anyone reads the new text. One listener for each place. Returns how to stop. */
  watch(place: string, listener: TextListener): () => void {
    this.#listeners.set(place, listener);
    return () => {
      if (this.#listeners.get(place) === listener) this.#listeners.delete(place);
    };
  }

  /** Call it while Yjs still knows what the transaction did: in "afterTransaction". */
  announce(transaction: Transaction): void {
    if (this.#listeners.size === 0) return;
    for (const [type, events] of transaction.changedParentTypes) {
      const event = events.find((candidate) => candidate.target === type);
      if (!(event instanceof YTextEvent)) continue;
      this.#listeners.get(placeOf(event.target))?.(changesOf(event.delta));
    }
  }
}

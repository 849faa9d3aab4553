import { ContentAny, ContentString, decodeUpdate, type ID, Item, mergeUpdates } from "yjs";

const MOST_CHARACTERS = 5_000;

/** What was written in these changes, for somebody to copy by hand: what they were written into is not known any more. */
export function writtenWords(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return "";
  const parts: string[] = [];
  let last: ID | null = null;
  for (const struct of decodeUpdate(mergeUpdates([...updates])).structs) {
    const text = struct instanceof Item ? textOf(struct) : "";
    if (!(struct instanceof Item) || text === "") continue;
    // Typed on from where the part before ended.
    const goesOn = last !== null && struct.origin?.client === last.client && struct.origin.clock === last.clock;
    if (goesOn) parts.push((parts.pop() ?? "") + text);
    else parts.push(text);
    last = { client: struct.id.client, clock: struct.id.clock + struct.length - 1 };
  }
  return parts.join(" … ").slice(0, MOST_CHARACTERS);
}

function textOf({ content, parentSub }: Item): string {
  if (content instanceof ContentString) return content.str;
  // Of a row its own entries, such as its place, are no words.
  return content instanceof ContentAny && parentSub === null ? content.arr.join(" ") : "";
}

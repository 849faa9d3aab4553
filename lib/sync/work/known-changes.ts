import { ContentAny, ContentString, type Doc, findIndexSS, GC, getItem, getState, type ID, Item } from "yjs";
import type { UpdateShape } from "./update-shape";

type Struct = UpdateShape["structs"][number];

/** From which clock on a writer's changes differ from those that are stored under the same numbers. */
export interface Difference {
  readonly writer: number;
  readonly clock: number;
}

/**
 * Changes that the document seems to have already, by their numbers, but whose content is not what is stored: somebody
 * else has used the numbers up. What was deleted since can't be compared and counts as the same.
 */
export function findDifferences(doc: Doc, structs: readonly Struct[]): Difference[] {
  const differences = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (!(struct instanceof Item) || differences.has(client)) continue;
    const known = getState(doc.store, client);
    if (clock >= known) continue;
    const from = firstDifference(doc, struct, Math.min(clock + struct.length, known));
    if (from !== null) differences.set(client, from);
  }
  return [...differences].map(([writer, clock]) => ({ writer, clock }));
}

function firstDifference(doc: Doc, sent: Item, until: number): number | null {
  const stored = doc.store.clients.get(sent.id.client) ?? [];
  const start = sent.id.clock;
  for (let index = findIndexSS(stored, start); index < stored.length; index++) {
    const found = stored[index] as Struct;
    const from = Math.max(start, found.id.clock);
    const to = Math.min(until, found.id.clock + found.length);
    if (from >= to) break;
    if (!isSame(doc, sent, found, from, to)) return from;
  }
  return null;
}

function isSame(doc: Doc, sent: Item, found: Struct, from: number, to: number): boolean {
  // What belonged to a row or a cell may have gone with it; a text of its own never goes.
  if (found instanceof GC) return !isOfLastingText(doc, sent);
  if (!(found instanceof Item) || found.deleted || sent.content.getRef() === DELETED) return true;
  if (sent.content.getRef() !== found.content.getRef()) return false;
  const cut = (item: Item, list: string) => list.slice(from - item.id.clock, to - item.id.clock);
  if (sent.content instanceof ContentString) {
    return cut(sent, sent.content.str) === cut(found, (found.content as ContentString).str);
  }
  if (sent.content instanceof ContentAny) {
    return JSON.stringify(sent.content.arr) === JSON.stringify((found.content as ContentAny).arr);
  }
  return true;
}

/** Yjs's number for content that was deleted. */
const DELETED = 1;

function isOfLastingText(doc: Doc, sent: Item): boolean {
  if (typeof sent.parent === "string") return true;
  const neighbour = [sent.origin, sent.rightOrigin].find((id): id is ID => id !== null && id.clock < getState(doc.store, id.client));
  if (!neighbour) return false;
  const item = getItem(doc.store, neighbour) as unknown as Struct;
  return item instanceof Item && (item.parent as { _item?: unknown } | null)?._item === null;
}

import { type AbstractType, ContentAny, ContentString, ContentType, type Doc, findIndexSS, type GC, type ID, Item, Map as YMap, Text as YText } from "yjs";
import { placesOf } from "@/lib/collab/document";
import type { DocumentItem } from "@/lib/collab/document-item";
import type { WriterRange } from "./update-shape";

/** Most items that all of an update's changes may have between themselves and their neighbours of when they were made. */
const MOST_STEPS = 50_000;

export interface StructReport {
  /** An honest page writes nothing of the kind. */
  readonly isForeign: boolean;
  /** How much was added that no answer shows: parts that are deleted already, and what lies between neighbours. */
  readonly untidiness: number;
}

/**
 * Looks at what an update added to the document: whether each part lies where our own client puts such parts, next to
 * the neighbours it had. It costs what was added, not what was there.
 */
export function checkStructs(doc: Doc, items: ReadonlyMap<string, DocumentItem>, added: readonly WriterRange[]): StructReport {
  const placeOf = placesOf(doc, items);
  const walk = { steps: 0, untidy: 0 };
  for (const { writer, from } of added) {
    const structs = doc.store.clients.get(writer) ?? [];
    const last = structs.at(-1);
    if (!last || last.id.clock + last.length <= from) continue;
    for (let index = findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index] as Item | GC;
      if (struct.deleted) walk.untidy++;
      if (!(struct instanceof Item)) continue;
      // Joined with what the writer wrote before, right behind it.
      const isNew = struct.id.clock >= from;
      if (!isInPlace(struct, placeOf) || (isNew && !hasItsNeighbours(struct, walk))) return { isForeign: true, untidiness: 0 };
    }
  }
  return { isForeign: false, untidiness: walk.untidy + walk.steps };
}

type YType = AbstractType<unknown>;
type PlaceOf = ReturnType<typeof placesOf>;

const isText = ({ content }: Item) => content instanceof ContentString;
const isPlain = ({ content }: Item) => content instanceof ContentAny && content.arr.length === 1 && isPlainValue(content.arr[0]);
const isPlainValue = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);
const holds = ({ content }: Item, kind: typeof YMap | typeof YText) => content instanceof ContentType && content.type.constructor === kind;

/** See document.ts and table-rows.ts for where what lies. What was deleted has no content any more, but still a place. */
function isInPlace(item: Item, placeOf: PlaceOf): boolean {
  const parent = item.parent as YType;
  const key = item.parentSub;
  const place = placeOf(parent);
  if (place) {
    if (place.kind === "text") return key === null && (item.deleted || isText(item));
    if (place.kind === "values") return key !== null && place.has(key) && (item.deleted || isPlain(item));
    return key !== null && (item.deleted || holds(item, YMap));
  }
  const row = parent._item;
  const table = row && placeOf(row.parent as YType);
  if (table) {
    return table.kind === "table" && key !== null && table.has(key) && (item.deleted || isPlain(item) || holds(item, YText));
  }
  const ofCell = row?.parent as YType | undefined;
  const ofTable = ofCell?._item && placeOf(ofCell._item.parent as YType);
  return ofTable?.kind === "table" && key === null && (item.deleted || isText(item));
}

/**
 * Whoever puts something between two neighbours sees them side by side: what comes to lie between them later is other
 * people's, or the writer's own and newer. Anything else would make Yjs look through a whole text for each change.
 */
function hasItsNeighbours(item: Item, walk: { steps: number }): boolean {
  return isNext(item, item.origin, "left", walk) && isNext(item, item.rightOrigin, "right", walk);
}

function isNext(item: Item, neighbour: ID | null, side: "left" | "right", walk: { steps: number }): boolean {
  for (let other = item[side]; other !== null && !covers(other, neighbour); other = other[side]) {
    if (other.id.client === item.id.client && other.id.clock < item.id.clock) return false;
    if (++walk.steps > MOST_STEPS) return false;
  }
  return true;
}

function covers({ id, length }: Item, wanted: ID | null): boolean {
  return wanted !== null && id.client === wanted.client && id.clock <= wanted.clock && wanted.clock < id.clock + length;
}

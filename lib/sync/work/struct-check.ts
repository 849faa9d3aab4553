import { type AbstractType, ContentAny, ContentString, ContentType, type Doc, findIndexSS, type GC, Item, iterateDeletedStructs, Map as YMap, Text as YText, type Transaction } from "yjs";
import { placesOf } from "@/lib/sync/document/document";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import { isRemovedRow } from "@/lib/sync/document/table-rows";
import { lookAtNeighbours } from "./neighbours";
import type { WriterRange } from "./update-shape";

/** So many older parts between two neighbours make opening as much slower as one that is left behind. */
const OLD_PARTS_PER_LEFTOVER = 10;
/** So many hidden letters take up room as one part that is left behind does. A whole update of them is still taken, ten are not. */
const HIDDEN_LETTERS_PER_LEFTOVER = 16;
/** What a hidden row takes beside its words. */
const LETTERS_OF_A_ROW = 64;

export interface StructReport {
  /** An honest page writes nothing of the kind. */
  readonly isForeign: boolean;
  /** How much was added that no answer shows, because it is deleted already, out of sight or blank, or that far apart neighbours name. */
  readonly untidiness: number;
}

/**
 * Looks at what an update added to the document: whether each part lies where our own client puts such parts, next to
 * the neighbours it had. It costs what was added, not what was there.
 */
export function checkStructs(doc: Doc, items: ReadonlyMap<string, DocumentItem>, added: readonly WriterRange[]): StructReport {
  const placeOf = placesOf(doc, items);
  const isBlank = blankTexts();
  const written: Item[] = [];
  let untidiness = 0;
  let hiddenLetters = 0;
  for (const { writer, from } of added) {
    const structs = doc.store.clients.get(writer) ?? [];
    const last = structs.at(-1);
    if (!last || last.id.clock + last.length <= from) continue;
    for (let index = findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index] as Item | GC;
      if (struct.deleted) untidiness++;
      if (!(struct instanceof Item)) continue;
      if (!isInPlace(struct, placeOf)) return { isForeign: true, untidiness };
      if (!struct.deleted && (isHidden(struct, placeOf) || isBlank(struct))) hiddenLetters += lettersOf(struct, from);
      // One that begins before was joined with what the writer wrote earlier, right behind it.
      if (struct.id.clock >= from) written.push(struct);
    }
  }
  const { isInOrder, distance } = lookAtNeighbours(doc, written);
  const outOfSight = Math.ceil(hiddenLetters / HIDDEN_LETTERS_PER_LEFTOVER);
  return { isForeign: !isInOrder, untidiness: untidiness + outOfSight + Math.ceil(distance / OLD_PARTS_PER_LEFTOVER) };
}

/**
 * Whether a change deletes rows or cells that stood there, itself or by putting others in their place. Our own client
 * marks a row as removed and empties a cell: what a teammate has written in it meanwhile, elsewhere and unsent, has no
 * place to go once it is gone, and would be acknowledged all the same.
 */
export function takesOutRowsOrCells(transaction: Transaction): boolean {
  let found = false;
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    const stoodBefore = struct.id.clock < (transaction.beforeState.get(struct.id.client) ?? 0);
    found ||= stoodBefore && struct instanceof Item && struct.content instanceof ContentType;
  });
  return found;
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

/** Whether nobody sees what stands there: words with "Other" while something else is chosen, and a row that is removed. */
function isHidden(item: Item, placeOf: PlaceOf): boolean {
  const parent = item.parent as YType;
  const place = placeOf(parent);
  if (place?.kind === "text") return place.isHidden;
  const row = place ? (item.content instanceof ContentType ? item.content.type : null) : parent instanceof YMap ? parent : parent._item?.parent;
  return row instanceof YMap && isRemovedRow(row);
}

/**
 * Whether an added part belongs to a text or cell of spaces alone: a blank answer, of which the history keeps nothing. Each
 * text is looked at once, and only when the part itself is blank; others begin with words as a rule.
 */
function blankTexts(): (item: Item) => boolean {
  const known = new Map<unknown, boolean>();
  return ({ content, parent }) => {
    if (content instanceof ContentAny) return typeof content.arr[0] === "string" && content.arr[0].trim() === "";
    if (!(content instanceof ContentString) || content.str.trim() !== "") return false;
    const isBlank = known.get(parent) ?? !hasWords(parent as YType);
    known.set(parent, isBlank);
    return isBlank;
  };
}

function hasWords(text: YType): boolean {
  for (let part = text._start; part; part = part.right) {
    if (!part.deleted && part.content instanceof ContentString && part.content.str.trim() !== "") return true;
  }
  return false;
}

/** From this clock on; a part can begin with what the writer wrote earlier. */
function lettersOf({ id, length, content }: Item, from: number): number {
  if (content instanceof ContentString) return id.clock + length - Math.max(id.clock, from);
  if (content instanceof ContentAny) return String(content.arr[0]).length;
  return content instanceof ContentType && content.type instanceof YMap ? LETTERS_OF_A_ROW : 0;
}

import {
  Array as YArray, ContentAny, ContentBinary, ContentDeleted, ContentDoc, ContentEmbed, ContentString, ContentType, createID, Doc, GC, type ID, Item, Map as YMap, Text as YText, XmlFragment,
} from "yjs";
import { type Deletion, encodeUpdate } from "@/lib/sync/document/rename-writers";

// Updates that no page of ours writes, for tests, the proof and the benchmark.

type Content = Item["content"];
type Struct = Item | GC;

interface Part {
  readonly origin?: ID | null;
  readonly rightOrigin?: ID | null;
  /** The name of a top-level type, or the item that holds it. */
  readonly parent?: string | ID;
  readonly key?: string | null;
  readonly content: Content;
}

/** The parts of one writer, numbered from `clock` on. */
export function write(writer: number, parts: readonly Part[], clock = 0): Struct[] {
  let at = clock;
  return parts.map(({ origin = null, rightOrigin = null, parent, key = null, content }) => {
    // Where a neighbour is named, Yjs takes the parent from it.
    const holder = origin || rightOrigin ? null : (parent ?? null);
    const item = new Item(createID(writer, at), null, origin, null, rightOrigin, holder as never, key, content);
    at += item.length;
    return item;
  });
}

const letter = () => new ContentString("x");

/** A run of deleted characters, and as many new ones, each before another character of the run: Yjs looks through all before it. */
export function lettersIntoARun(text: string, count: number, { before = "start" }: { readonly before?: "start" | "first" } = {}): Uint8Array {
  const [run, writer] = [11, 12];
  const origin = before === "start" ? null : createID(run, 0);
  const letters = Array.from({ length: count - 1 }, (_, index) => ({ origin, rightOrigin: createID(run, index + 1), content: letter() }));
  return encodeUpdate([...write(run, [{ parent: text, content: new ContentDeleted(count) }]), ...write(writer, letters)], []);
}

/** The same from one writer who claims never to have seen what they wrote before. */
export function lettersAtOnePlace(text: string, count: number, { writer = 21, clock = 0 } = {}): Uint8Array {
  return encodeUpdate(write(writer, Array.from({ length: count }, () => ({ parent: text, content: letter() })), clock), []);
}

/** A choice made again and again, each time as if there had been none before. */
export function valueOverAndOver(itemId: string, count: number): Uint8Array {
  return encodeUpdate(write(31, Array.from({ length: count }, () => ({ parent: "values", key: itemId, content: new ContentAny([3]) }))), []);
}

/** A choice that is something else than a word or a number: of these, each is more than it seems, or leads elsewhere. */
export const NO_VALUES: Readonly<Record<string, () => Content>> = {
  "a map": () => new ContentType(new YMap()),
  "a text": () => new ContentType(new YText()),
  "a list": () => new ContentType(new YArray()),
  "markup": () => new ContentType(new XmlFragment()),
  "another document": () => new ContentDoc(new Doc()),
  "bytes": () => new ContentBinary(new Uint8Array(9)),
  "an embedded thing": () => new ContentEmbed({ a: 1 }),
  "a large whole number": () => new ContentAny([1n]),
  "nothing": () => new ContentAny([null]),
  "an object of objects": () => new ContentAny([Array.from({ length: 2_000 }).reduce<object>((inner) => ({ inner }), {})]),
};

export function valueOf(itemId: string, content: Content): Uint8Array {
  return encodeUpdate(write(71, [{ parent: "values", key: itemId, content }]), []);
}

/** Nothing at all, by writers that nobody is. */
export function gapsOfMadeUpWriters(count: number, { firstWriter = 1_000_000, length = 1 } = {}): Uint8Array {
  return encodeUpdate(Array.from({ length: count }, (_, index) => new GC(createID(firstWriter + index, 0), length)), []);
}

/** Uses up a writer's next numbers. */
export function usedUp(writer: number, clock: number, length: number, text?: string): Uint8Array {
  const struct = text ? write(writer, [{ parent: text, content: new ContentDeleted(length) }], clock) : [new GC(createID(writer, clock), length)];
  return encodeUpdate(struct, []);
}

/** Types within types. */
export function nestedTypes(table: string, depth: number): Uint8Array {
  const writer = 41;
  const parts = Array.from({ length: depth }, (_, index) => ({
    parent: index === 0 ? table : createID(writer, index - 1),
    key: index === 0 ? "row" : "role",
    content: new ContentType(new YMap()),
  }));
  return encodeUpdate(write(writer, parts), []);
}

/** Words in a cell of a row that lies where none can be. */
export function textBesideTheItems(name: string): Uint8Array {
  return encodeUpdate(write(51, [{ parent: name, content: new ContentType(new YText()) }]), []);
}

/** Says that something was taken out, `count` times, of what was never there. */
export function deletionsOfNothing(count: number): Uint8Array {
  const deletions: Deletion[] = Array.from({ length: count }, (_, index) => ({ writer: 61, clock: index * 2, length: 1 }));
  return encodeUpdate([], deletions);
}

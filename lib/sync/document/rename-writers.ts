import { createID, decodeUpdate, diffUpdate, encodeStateVector, GC, type ID, Item, parseUpdateMeta, Skip, UpdateEncoderV1 } from "yjs";

/** A writer is one Yjs client id; its changes are numbered by clocks. */
export interface Renaming {
  /** Changes from this number on go to another writer, whose they are from 0 on. */
  readonly clock: number;
  readonly to: number;
}

/** Who writes under which name instead. */
export type Renamings = ReadonlyMap<number, Renaming>;

/** Of these changes, the one that has the first of what this writer wrote. */
export function findFirst<C extends { readonly update: Uint8Array }>(changes: readonly C[], writer: number): C | undefined {
  const placed = changes.flatMap((change) => {
    const from = parseUpdateMeta(change.update).from.get(writer);
    return from === undefined ? [] : [{ change, from }];
  });
  return placed.sort((a, b) => a.from - b.from)[0]?.change;
}

type Struct = ReturnType<typeof decodeUpdate>["structs"][number];

/**
 * The same changes under other writers, for when the server has other content under their numbers. What they build on and
 * what they take out is renamed along. Changes before the renamed numbers, which the server has, are left out.
 */
export function renameWriters(update: Uint8Array, renamings: Renamings): Uint8Array {
  const known = new Map([...renamings].map(([writer, { clock }]) => [writer, clock]));
  const { structs, ds } = decodeUpdate(diffUpdate(update, encodeStateVector(known)));
  const rename = (id: ID): ID => {
    const found = renamings.get(id.client);
    return found && id.clock >= found.clock ? createID(found.to, id.clock - found.clock) : id;
  };
  const renamed = structs.map((struct) => renameStruct(struct, rename));
  const deletions = [...ds.clients].flatMap(([writer, ranges]) =>
    ranges.flatMap(({ clock, len }) => splitRange({ writer, clock, length: len }, renamings.get(writer))),
  );
  return encodeUpdate(renamed, deletions);
}

function renameStruct(struct: Struct, rename: (id: ID) => ID): Struct {
  const id = rename(struct.id);
  if (struct instanceof GC) return new GC(id, struct.length);
  if (!(struct instanceof Item)) return new Skip(id, struct.length);
  const { origin, rightOrigin, parent, parentSub, content } = struct;
  // Read from an update, a parent is a top-level name, or the id of the item that holds it.
  const holder = parent !== null && typeof parent === "object" && "client" in parent ? rename(parent) : parent;
  return new Item(id, null, origin && rename(origin), null, rightOrigin && rename(rightOrigin), holder, parentSub, content);
}

export interface Deletion {
  readonly writer: number;
  readonly clock: number;
  readonly length: number;
}

function splitRange({ writer, clock, length }: Deletion, renaming: Renaming | undefined): Deletion[] {
  if (!renaming) return [{ writer, clock, length }];
  const kept = Math.min(length, Math.max(0, renaming.clock - clock));
  const before = { writer, clock, length: kept };
  const after = { writer: renaming.to, clock: clock + kept - renaming.clock, length: length - kept };
  return [before, after].filter((range) => range.length > 0);
}

/** Yjs's encoding (version 1) of these changes, each writer's in the order of their numbers. */
export function encodeUpdate(structs: readonly Struct[], deletions: readonly Deletion[]): Uint8Array {
  const encoder = new UpdateEncoderV1();
  const write = (count: number) => encoder.writeLen(count);
  // Whatever merges updates later relies on this order.
  const byWriter = groupByWriter(structs, ({ id }) => id.client);
  write(byWriter.length);
  for (const [writer, own] of byWriter) {
    write(own.length);
    encoder.writeClient(writer);
    write(own[0]?.id.clock ?? 0);
    // The offset: nothing of it was sent before.
    for (const struct of own) struct.write(encoder, 0);
  }
  const deletionsByWriter = groupByWriter(deletions, ({ writer }) => writer);
  write(deletionsByWriter.length);
  for (const [writer, own] of deletionsByWriter) {
    encoder.resetDsCurVal();
    write(writer);
    write(own.length);
    for (const { clock, length } of own) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
  return encoder.toUint8Array();
}

function groupByWriter<T>(list: readonly T[], writerOf: (entry: T) => number): [number, T[]][] {
  const groups = new Map<number, T[]>();
  for (const entry of list) {
    const group = groups.get(writerOf(entry));
    if (group) group.push(entry);
    else groups.set(writerOf(entry), [entry]);
  }
  return [...groups].sort(([a], [b]) => b - a);
}

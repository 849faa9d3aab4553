import { decodeUpdate, GC, Item } from "yjs";

/** What one update may hold. A table of 500 rows pasted at once has some 10,000 parts; a long day offline far fewer. */
export const UPDATE_MAX_STRUCTS = 20_000;
/** Each visit writes under a Yjs client id of its own: as many visits may lie unsent on a device. */
export const UPDATE_MAX_WRITERS = 64;
/** A key of a map is an item's, a row's or a column's id. */
const KEY_MAX_LENGTH = 200;

/** Which of a writer's changes an update holds. A writer is one Yjs client id; what it writes is numbered by clocks. */
export interface WriterRange {
  readonly writer: number;
  /** Clock of the first change. */
  readonly from: number;
  /** One after the last. */
  readonly to: number;
}

/** An update's contents, read but not applied. */
export interface UpdateShape {
  readonly structs: ReturnType<typeof decodeUpdate>["structs"];
  readonly writers: readonly WriterRange[];
}

/**
 * Reads an update without applying it: at a cost that grows with its bytes alone, whatever it says.
 * @returns null for bytes that are no update, or one that our own client would not write.
 */
export function readUpdateShape(update: Uint8Array): UpdateShape | null {
  try {
    // What it deletes is bounded by its bytes: a page that catches up repeats all that was ever deleted.
    const { structs } = decodeUpdate(update);
    if (structs.length > UPDATE_MAX_STRUCTS) return null;
    const writers = rangesOf(structs);
    if (writers === null || !structs.every(isOfOurForm) || isTornApart(structs)) return null;
    return { structs, writers };
  } catch {
    return null;
  }
}

function rangesOf(structs: UpdateShape["structs"]): WriterRange[] | null {
  const ranges = new Map<number, { writer: number; from: number; to: number; hasItem: boolean }>();
  for (const struct of structs) {
    const { client: writer, clock } = struct.id;
    const to = clock + struct.length;
    if (!Number.isSafeInteger(to) || struct.length < 1) return null;
    const known = ranges.get(writer);
    if (!known) ranges.set(writer, { writer, from: clock, to, hasItem: struct instanceof Item });
    else {
      if (clock < known.to) return null;
      known.to = to;
      known.hasItem ||= struct instanceof Item;
    }
    if (ranges.size > UPDATE_MAX_WRITERS) return null;
  }
  // A writer of nothing but gaps: growth that belongs to no answer.
  if ([...ranges.values()].some(({ hasItem }) => !hasItem)) return null;
  return [...ranges.values()].map(({ writer, from, to }) => ({ writer, from, to }));
}

/** What it may hold is asked once it is applied (struct-check.ts), when the answer it belongs to can be named. */
function isOfOurForm(struct: UpdateShape["structs"][number]): boolean {
  return !(struct instanceof Item) || (struct.parentSub?.length ?? 0) <= KEY_MAX_LENGTH;
}

/**
 * Whether a change stands between two neighbours that were none when it was made: whoever sees the right one has also
 * seen what that was put behind. Yjs would look through all that lies between, for each such change.
 */
function isTornApart(structs: UpdateShape["structs"]): boolean {
  const runs = new Map<number, Item[]>();
  for (const struct of structs) {
    if (struct instanceof GC || !(struct instanceof Item)) continue;
    const list = runs.get(struct.id.client);
    if (list) list.push(struct);
    else runs.set(struct.id.client, [struct]);
  }
  for (const struct of structs) {
    if (!(struct instanceof Item) || struct.rightOrigin === null) continue;
    const { client, clock } = struct.rightOrigin;
    const run = findRun(runs.get(client) ?? [], clock);
    if (!run || run.id.clock === clock) continue;
    // The right neighbour lies inside a stretch: the one before it belongs to the same stretch.
    const { origin } = struct;
    if (origin === null) return true;
    if (origin.client === client && origin.clock >= run.id.clock && origin.clock < clock - 1) return true;
  }
  return false;
}

function findRun(runs: readonly Item[], clock: number): Item | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Item;
    if (run.id.clock > clock) high = middle - 1;
    else if (run.id.clock + run.length <= clock) low = middle + 1;
    else return run;
  }
  return undefined;
}

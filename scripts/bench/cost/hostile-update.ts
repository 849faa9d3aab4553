const DELETED = 2_000;
const FIRST = 1;
const SECOND = 2;
const CONTENT_DELETED = 1;
const CONTENT_STRING = 4;
const HAS_RIGHT_ORIGIN = 0x40;
const A = [1, 97];

/**
 * A Yjs update of 12 KB that takes seconds to apply: one client with a run of deleted characters, and a second with as
 * many items whose right origin is each of them, so that for each the run is split and those before are looked at again.
 * Written byte by byte, because no library would write it.
 */
export function buildHostileUpdate(itemId: string): Uint8Array<ArrayBuffer> {
  const name = Buffer.from(itemId);
  const items = Array.from({ length: DELETED }, (_, clock) => [CONTENT_STRING | HAS_RIGHT_ORIGIN, ...varUint(FIRST), ...varUint(clock), ...A]);
  return new Uint8Array([
    // Two clients; they come from the highest number down, each with how many structs and from which clock on.
    2,
    ...varUint(DELETED), ...varUint(SECOND), 0,
    ...items.flat(),
    // One struct, whose parent is the text of this item.
    1, ...varUint(FIRST), 0,
    CONTENT_DELETED, 1, ...varUint(name.byteLength), ...name, ...varUint(DELETED),
    // Nothing more is deleted.
    0,
  ]);
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varUint(number >> 7)];
}

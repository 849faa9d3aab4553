const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * Names of everything in a ZIP archive, from the directory at its end: the one that programs open it by.
 * Null when it has none, or when it does not hold together. Nothing is unpacked.
 */
export function readZipNames(bytes: Uint8Array): string[] | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.readUInt16LE(at + 28);
    const nameStart = at + ENTRY_LENGTH;
    if (nameStart + nameLength > end) return null;
    names.push(view.toString("utf8", nameStart, nameStart + nameLength));
    at = nameStart + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}

/** Where the end record stands; its comment must reach exactly to the end of the file. */
function findEnd(view: Buffer): number | null {
  const first = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= first; at -= 1) {
    const isEnd = view.readUInt32LE(at) === END_OF_DIRECTORY;
    if (isEnd && at + END_LENGTH + view.readUInt16LE(at + 20) === view.length) return at;
  }
  return null;
}

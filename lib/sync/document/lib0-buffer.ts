/** All that Yjs takes of lib0's module of this name; the rest of it brings a copy of Node's Buffer to the browser. */
export function copyUint8Array(bytes: Uint8Array): Uint8Array {
  return bytes.slice();
}

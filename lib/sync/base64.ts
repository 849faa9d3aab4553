/** For binary data inside a page or JSON; `atob` is there in browsers and in Node. */
export function base64ToBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

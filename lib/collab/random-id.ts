/** 96 random bits as text. `crypto.randomUUID` is missing where a page is served over plain HTTP. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A Yjs client id, made the way Yjs does. */
export function randomWriter(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}

/** 96 random bits as text. `crypto.randomUUID` is missing where a page is served over plain HTTP. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Knuth's multiplicative hash: neighbours end up far apart. */
const SPREAD = 2_654_435_761;

/**
 * A Yjs client id in place of another, the same for whoever knows the id of the change that brought the other one: tabs
 * that don't wait for each other come to the same. Nobody else can guess it.
 */
export function deriveWriter(changeId: string, writer: number): number {
  const secret = Number.parseInt(changeId.slice(0, 8), 16) || 0;
  return Math.imul((writer ^ secret) + 1, SPREAD) >>> 0;
}

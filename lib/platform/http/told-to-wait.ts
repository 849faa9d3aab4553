/** Longer waits have words of their own, which only whoever counts can say. */
const LONGEST_MS = 2_000;
const MOST_KEPT = 10_000;

/**
 * Who was told, by whatever answers a request, to come again in a moment: until then the same request is refused in front
 * of everything, without asking the database who they are. Times are in milliseconds, from the caller.
 */
export class ToldToWait {
  /** By when they were told. */
  readonly #until = new Map<string, number>();

  note(key: string, waitMs: number, now: number): void {
    if (!(waitMs > 0 && waitMs <= LONGEST_MS)) return;
    this.#until.delete(key);
    this.#until.set(key, now + waitMs);
    if (this.#until.size > MOST_KEPT) this.#until.delete(this.#until.keys().next().value as string);
  }

  /** @returns for how much longer they are to wait; 0 when they may ask. */
  msLeft(key: string, now: number): number {
    const until = this.#until.get(key);
    if (until === undefined) return 0;
    if (until > now) return until - now;
    this.#until.delete(key);
    return 0;
  }
}

import type { Allowance } from "./rates";

interface Bucket {
  /** What may still be taken, as of then. */
  readonly left: number;
  readonly at: number;
}

/** Far more people than one process serves at once; some two megabytes. */
const MOST_KEPT = 20_000;

/**
 * How much of what each may still do, in this process's memory: full at first, filling up evenly. Times are in
 * milliseconds, from the caller.
 */
export class TokenBuckets {
  /** By when they were last used. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #mostKept: number;

  constructor(mostKept = MOST_KEPT) {
    this.#mostKept = mostKept;
  }

  /** Takes one. @returns 0, or in how many milliseconds there is one again. */
  take(key: string, { limit, minutes }: Allowance, now: number): number {
    const perMs = limit / (minutes * 60_000);
    const known = this.#buckets.get(key);
    const left = known ? Math.min(limit, known.left + (now - known.at) * perMs) : limit;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    // Whoever has not come for longest has most likely a full one, which needs no keeping.
    if (this.#buckets.size > this.#mostKept) this.#buckets.delete(this.#buckets.keys().next().value as string);
    return left >= 1 ? 0 : Math.ceil((1 - left) / perMs);
  }
}

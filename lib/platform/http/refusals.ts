/** How many refusals go out in one tick. */
const PER_TICK = 2;
const TICK_MS = 10;
/** More than wait for long at this pace; beyond them nobody is kept, so that keeping them costs nothing either. */
const MOST_WAITING = 2_000;

/**
 * Refusals go out a few at a time. Whoever is refused and at once asks again, on two hundred connections, would otherwise
 * keep the process busy with refusing; now they wait, which costs nothing, and others are answered meanwhile.
 */
export class Refusals {
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** Calls `answer` when its turn comes. */
  add(answer: () => void): void {
    if (this.#waiting.length >= MOST_WAITING) return answer();
    this.#waiting.push(answer);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    for (const answer of this.#waiting.splice(0, PER_TICK)) answer();
    if (this.#waiting.length > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

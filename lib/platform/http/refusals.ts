/** How many refusals go out in one tick. */
const PER_TICK = 2;
const TICK_MS = 10;
/** More than wait for long at this pace; beyond them nobody is kept, so that keeping them costs nothing either. */
const MOST_WAITING = 2_000;

/**
 * Refusals go out a few at a time. Whoever is refused and at once asks again, on two hundred connections, would otherwise
 * keep the process busy with refusing; now they wait, which costs nothing, and others are answered meanwhile. Each has a
 * line of their own, and the lines take turns, so that nobody hears late for somebody else's sake.
 */
export class Refusals {
  /** By whose they are; whoever's turn is next stands first. */
  readonly #lines = new Map<string, (() => void)[]>();
  #waiting = 0;
  #timer: NodeJS.Timeout | null = null;

  /** Calls `answer` when its turn comes. @param whose a session or an address. */
  add(whose: string, answer: () => void): void {
    if (this.#waiting >= MOST_WAITING) return answer();
    const line = this.#lines.get(whose);
    if (line) line.push(answer);
    else this.#lines.set(whose, [answer]);
    this.#waiting += 1;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    for (let turn = 0; turn < PER_TICK; turn += 1) this.#answerNext();
    if (this.#waiting > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #answerNext(): void {
    const [next] = this.#lines;
    if (!next) return;
    const [whose, line] = next;
    const answer = line.shift();
    this.#lines.delete(whose);
    if (line.length > 0) this.#lines.set(whose, line);
    this.#waiting -= 1;
    answer?.();
  }
}

import { DEFAULT_TIMING, quietWait, retryWait, type SendTiming } from "./send-timing";

/** Says when to send: after a pause in typing, after a failure, and not before the server is ready for more. */
export class SendClock {
  readonly timing: SendTiming;
  readonly #onDue: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  /** The server asked to wait until then. */
  #notBefore = 0;
  #failures = 0;

  constructor(timing: Partial<SendTiming> | undefined, onDue: () => void) {
    this.timing = { ...DEFAULT_TIMING, ...timing };
    this.#onDue = onDue;
  }

  /** There is something to send, and more may follow. @param isWatched a teammate has the tool open. */
  changed(isWatched: boolean): void {
    const now = Date.now();
    this.#waitingSince ??= now;
    const wait = quietWait(this.timing, isWatched, now - this.#waitingSince);
    this.#dueIn(Math.max(wait, this.#notBefore - now));
  }

  /** What waited goes out now. */
  sending(): void {
    this.#waitingSince = null;
  }

  /** The server took something. */
  succeeded(): void {
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** @param askedMs how long the server asked to wait. @param isFinal trying again would change nothing. */
  failed(askedMs: number, isFinal: boolean): void {
    this.#failures++;
    this.stop();
    this.#notBefore = askedMs > 0 ? Date.now() + askedMs : 0;
    if (!isFinal) this.#dueIn(Math.max(askedMs, retryWait(this.timing, this.#failures)));
  }

  /** Nothing is due any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #dueIn(ms: number): void {
    this.stop();
    this.#timer = setTimeout(this.#onDue, ms);
  }
}

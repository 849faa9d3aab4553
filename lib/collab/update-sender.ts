import { mergeUpdates } from "yjs";
import { UPDATE_MAX_BYTES } from "@/lib/tools/limits";
import { randomId } from "./random-id";
import type { Refusal, SaveState } from "./save-state";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";
import { takeBatch, type UpdateBatch } from "./update-batch";
import { type Outcome, postUpdate } from "./updates-api";

export interface SendTiming {
  /** Wait after the last keystroke, milliseconds. */
  readonly quietMs: number;
  /** Longest wait while typing goes on. */
  readonly maxWaitMs: number;
  /** The same two while a teammate has the tool open, to whom the words should appear as they are typed. */
  readonly watchedQuietMs: number;
  readonly watchedMaxWaitMs: number;
  readonly timeoutMs: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** After this long, changes that another tab keeps are sent from here too: that tab may be closed or asleep. */
  readonly adoptMs: number;
}

const DEFAULT_TIMING: SendTiming = {
  quietMs: 400,
  maxWaitMs: 2_000,
  watchedQuietMs: 100,
  watchedMaxWaitMs: 300,
  timeoutMs: 20_000,
  retryMinMs: 1_000,
  retryMaxMs: 30_000,
  adoptMs: 30_000,
};

/** Browsers cancel a `keepalive` request with a larger body. */
const KEEPALIVE_MAX_BYTES = 60_000;

interface SenderOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  readonly storage: UnsentStorage;
  readonly timing?: Partial<SendTiming> | undefined;
  /** Everything the server is missing, as one update: since `stateVector` when the server named it, else since the last acknowledgement. */
  readonly encodeMissing: (stateVector: Uint8Array | null) => Uint8Array;
  readonly onStateChange: () => void;
  readonly onAcknowledged: (update: Uint8Array, seq: number) => void;
  /** For the person's other tabs: a change was queued here. */
  readonly onQueued?: (entry: UnsentUpdate) => void;
  /** Queued changes are saved. */
  readonly onSaved?: (ids: readonly string[]) => void;
}

type Trouble = Exclude<Outcome, { kind: "acknowledged" | "behind" }>;

/** The server lacks what these changes build on, and got all that there is here. */
const APART: Trouble = {
  kind: "refused",
  refusal: {
    message: "This page and the saved copy no longer fit together. Copy what you wrote, then discard this change.",
    itemId: null,
  },
};

const isOffline = () => globalThis.navigator?.onLine === false;

/** Carries changes to the server: one request at a time, in order, kept until acknowledged. */
export class UpdateSender {
  readonly #options: SenderOptions;
  readonly #timing: SendTiming;
  #queue: UnsentUpdate[] = [];
  /** Changes that another tab of this person keeps and sends. */
  #elsewhere: UnsentUpdate[] = [];
  #adopting: ReturnType<typeof setTimeout> | undefined;
  #trouble: Trouble | null = null;
  /** Changes of the queue that the device would not keep: it may later. */
  readonly #unkept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #sending: Promise<void> | null = null;
  #failures = 0;
  /** A teammate has the tool open. */
  isWatched = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  get state(): SaveState {
    if (this.#all.length === 0) return { status: "saved" };
    const unsent = this.unsentItemIds.size;
    const kept = { unsent, isOnDevice: this.isDurable };
    switch (this.#trouble?.kind) {
      case "refused":
        return { status: "refused", ...kept, refusal: this.#trouble.refusal };
      case "signed-out":
        return { status: "signed-out", ...kept, isSomeoneElse: this.#trouble.isSomeoneElse };
      case "unreachable":
        return { status: "offline", ...kept };
      default:
        return this.#queue.length === 0 && isOffline() ? { status: "offline", ...kept } : { status: "saving", unsent };
    }
  }

  get #all(): readonly UnsentUpdate[] {
    return [...this.#queue, ...this.#elsewhere];
  }

  get isDurable(): boolean {
    return this.#options.storage.isDurable && this.#unkept.size === 0;
  }

  get unsentItemIds(): ReadonlySet<string> {
    return new Set(this.#all.flatMap((entry) => entry.itemIds));
  }

  /** What is queued here, oldest first. */
  get queued(): readonly UnsentUpdate[] {
    return this.#queue;
  }

  get refusal(): Refusal | null {
    return this.#trouble?.kind === "refused" ? this.#trouble.refusal : null;
  }

  /** Queues a change made here and keeps it on the device. */
  add(update: Uint8Array, itemIds: Iterable<string>): void {
    const { userId, updatesUrl } = this.#options;
    const entry = { id: randomId(), userId, updatesUrl, itemIds: [...itemIds], update };
    this.#queue.push(entry);
    void this.#keep(entry);
    this.#options.onQueued?.(entry);
    if (isOffline()) this.#trouble ??= { kind: "unreachable" };
    this.#schedule();
    this.#options.onStateChange();
  }

  /** Queues changes kept from an earlier visit. */
  async resume(entries: readonly UnsentUpdate[]): Promise<void> {
    const known = new Set(this.#queue.map((entry) => entry.id));
    this.#queue = [...entries.filter((entry) => !known.has(entry.id)), ...this.#queue];
    this.#options.onStateChange();
    await this.sendNow();
  }

  /** Another tab of this person keeps this change, and sends it. */
  hear(entry: UnsentUpdate): void {
    if (this.#all.some(({ id }) => id === entry.id)) return;
    this.#elsewhere.push(entry);
    this.#adopting ??= setTimeout(() => this.#adopt(), this.#timing.adoptMs);
    this.#options.onStateChange();
  }

  /** These changes are saved or discarded, says another tab. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#queue = this.#queue.filter(({ id }) => !gone.has(id));
    this.#elsewhere = this.#elsewhere.filter(({ id }) => !gone.has(id));
    for (const id of gone) this.#unkept.delete(id);
    if (this.#queue.length === 0) {
      this.#trouble = null;
      clearTimeout(this.#timer);
    }
    this.#options.onStateChange();
  }

  /** Forgets every change that is not saved, here and on the device. @returns their ids. */
  async discardAll(): Promise<string[]> {
    const ids = this.#all.map((entry) => entry.id);
    this.forget(ids);
    await this.#options.storage.remove(ids);
    return ids;
  }

  /** Sends what is queued without waiting for a pause. Resolves when the attempt is over. */
  async sendNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  }

  /** Sends with what is true now, as after somebody signed in: an attempt under way may have begun before that. */
  async sendAfresh(): Promise<void> {
    await this.#sending;
    await this.sendNow();
  }

  /** The server answers: what could not be sent need not wait for its turn, which is half a minute after a long outage. */
  async sendIfUnreached(): Promise<void> {
    await this.#sending;
    if (this.#trouble?.kind === "unreachable") await this.sendNow();
  }

  /** For when the page is going away: a request that outlives it. What is not confirmed stays on the device. */
  sendBeforeLeaving(): void {
    if (this.#queue.length === 0 || this.#trouble?.kind === "refused") return;
    const update = mergeUpdates(this.#queue.map((entry) => entry.update));
    if (update.byteLength <= KEEPALIVE_MAX_BYTES) void this.#post(update, { keepalive: true });
  }

  async #keep(entry: UnsentUpdate): Promise<void> {
    const wasDurable = this.isDurable;
    try {
      await this.#options.storage.add(entry);
      this.#unkept.delete(entry.id);
      // Saved or discarded while the device took its time.
      if (!this.#queue.includes(entry)) await this.#options.storage.remove([entry.id]);
    } catch {
      if (this.#queue.includes(entry)) this.#unkept.add(entry.id);
    }
    if (this.isDurable !== wasDurable) this.#options.onStateChange();
  }

  #adopt(): void {
    this.#adopting = undefined;
    if (this.#elsewhere.length === 0) return;
    const adopted = this.#elsewhere;
    this.#elsewhere = [];
    void this.resume(adopted);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    this.#waitingSince ??= now;
    const { quietMs, maxWaitMs, watchedQuietMs, watchedMaxWaitMs } = this.#timing;
    const wait = this.isWatched
      ? Math.min(watchedQuietMs, this.#waitingSince + watchedMaxWaitMs - now)
      : Math.min(quietMs, this.#waitingSince + maxWaitMs - now);
    this.#timer = setTimeout(() => void this.sendNow(), Math.max(0, wait));
  }

  #scheduleRetry(): void {
    const wait = Math.min(this.#timing.retryMaxMs, this.#timing.retryMinMs * 2 ** (this.#failures - 1));
    // Spread out, so that a team does not come back all at once after an outage.
    this.#timer = setTimeout(() => void this.sendNow(), wait * (0.75 + Math.random() / 2));
  }

  async #sendAll(): Promise<void> {
    let stateVector: Uint8Array | null = null;
    while (this.#queue.length > 0) {
      this.#waitingSince = null;
      const { entries, update } = this.#takeNext(stateVector);
      const outcome = await this.#post(update, { signal: AbortSignal.timeout(this.#timing.timeoutMs) });
      if (outcome.kind === "acknowledged") {
        await this.#drop(entries, update, outcome.seq);
        stateVector = null;
      } else if (outcome.kind === "behind" && stateVector === null) stateVector = outcome.stateVector;
      else {
        this.#fail(outcome.kind === "behind" ? APART : outcome);
        return;
      }
    }
  }

  #takeNext(stateVector: Uint8Array | null): UpdateBatch {
    if (stateVector) return { entries: [...this.#queue], update: this.#options.encodeMissing(stateVector) };
    if (this.#trouble?.kind !== "refused") return takeBatch(this.#queue);
    // A refused change goes again together with what corrects it, without the text deleted since.
    const whole = { entries: [...this.#queue], update: this.#options.encodeMissing(null) };
    return whole.update.byteLength > UPDATE_MAX_BYTES ? takeBatch(this.#queue) : whole;
  }

  #fail(trouble: Trouble): void {
    this.#trouble = trouble;
    this.#failures++;
    if (trouble.kind !== "refused") this.#scheduleRetry();
    for (const entry of this.#queue) if (this.#unkept.has(entry.id)) void this.#keep(entry);
    this.#options.onStateChange();
  }

  async #drop(entries: readonly UnsentUpdate[], update: Uint8Array, seq: number): Promise<void> {
    const ids = new Set(entries.map((entry) => entry.id));
    this.#options.onSaved?.([...ids]);
    this.#queue = this.#queue.filter((entry) => !ids.has(entry.id));
    for (const id of ids) this.#unkept.delete(id);
    this.#trouble = null;
    this.#failures = 0;
    this.#options.onAcknowledged(update, seq);
    this.#options.onStateChange();
    // Left behind, it would only be sent once more.
    await this.#options.storage.remove([...ids]).catch(() => undefined);
  }

  #post(update: Uint8Array, options: RequestInit): Promise<Outcome> {
    const { updatesUrl, userId } = this.#options;
    return postUpdate({ url: updatesUrl, userId, update }, options);
  }
}

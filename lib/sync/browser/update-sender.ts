import { mergeUpdates } from "yjs";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import type { WriterClock } from "@/lib/sync/protocol";
import { describeApart } from "./describe-apart";
import type { Fitting } from "./response-recovery";
import type { Refusal, SaveState } from "./save-state";
import { SendClock } from "./send-clock";
import type { SendTiming } from "./send-timing";
import { isOffline, saveStateOf, type Trouble } from "./sending-trouble";
import { UnsentQueue } from "./unsent-queue";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";
import { takeBatch, type UpdateBatch } from "./update-batch";
import { type Outcome, postUpdate } from "./updates-api";

/** Browsers cancel a `keepalive` request with a larger body. */
const KEEPALIVE_MAX_BYTES = 60_000;

interface SenderOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  readonly storage: UnsentStorage;
  readonly timing?: Partial<SendTiming> | undefined;
  /** Everything the server is missing, as one update: since `stateVector` when the server named it, else since the last acknowledgement. */
  readonly encodeMissing: (stateVector: Uint8Array | null) => Uint8Array;
  /** The edition of the document that is edited here. */
  readonly edition: () => number;
  /** All that is queued goes out as it is now. */
  readonly onSending: () => void;
  /** These answers as they are, for a later visit that finds another edition. */
  readonly describeUnsent: (itemIds: ReadonlySet<string>) => UnsentUpdate["answers"];
  /** Fits what is queued to what the server has; see ResponseRecovery. */
  readonly onApart: (writers: readonly WriterClock[]) => Promise<Fitting>;
  readonly onRebuilt: () => Promise<Fitting>;
  readonly onStateChange: () => void;
  readonly onAcknowledged: (update: Uint8Array, seq: number) => void;
  /** For the person's other tabs: a change was queued here. */
  readonly onQueued?: (entry: UnsentUpdate) => void;
  /** Queued changes are saved. */
  readonly onSaved?: (ids: readonly string[]) => void;
}

/** One way through the queue. */
interface Run {
  isInterrupted: boolean;
  underWay: AbortController;
}

/** In one way through the queue: more than that would be no accident. */
const MOST_FITTINGS = { apart: 1, rebuilt: 3 };

/** Carries changes to the server: one request at a time, in order, kept until acknowledged. */
export class UpdateSender {
  /** What is unsent. */
  readonly queue: UnsentQueue;
  readonly #options: SenderOptions;
  readonly #clock: SendClock;
  #adopting: ReturnType<typeof setTimeout> | undefined;
  #trouble: Trouble | null = null;
  /** The server's document is known to be another edition. */
  #mustMove = false;
  #sending: Promise<void> | null = null;
  #run: Run = { isInterrupted: false, underWay: new AbortController() };
  /** A teammate has the tool open. */
  isWatched = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#clock = new SendClock(options.timing, () => void this.sendNow());
    this.queue = new UnsentQueue({ ...options, onDurabilityChange: () => options.onStateChange() });
    options.storage.onLost?.(() => void this.queue.keepAll());
  }

  get state(): SaveState {
    return saveStateOf(this.queue, this.#trouble);
  }

  get refusal(): Refusal | null {
    return this.#trouble?.kind === "refused" ? this.#trouble.refusal : null;
  }

  /** Queues a change made here and keeps it on the device. */
  add(update: Uint8Array, itemIds: Iterable<string>): void {
    const entry = this.queue.add(update, itemIds);
    this.#options.onQueued?.(entry);
    if (isOffline()) this.#trouble ??= { kind: "unreachable" };
    this.#clock.changed(this.isWatched);
    this.#options.onStateChange();
  }

  /** Queues changes kept from an earlier visit. */
  async resume(entries: readonly UnsentUpdate[]): Promise<void> {
    this.queue.resume(entries);
    this.#options.onStateChange();
    await this.sendNow();
  }

  /** Another tab of this person keeps this change, and sends it. */
  hear(entry: UnsentUpdate): void {
    if (!this.queue.hear(entry)) return;
    this.#adopting ??= setTimeout(() => this.#adopt(), this.#clock.timing.adoptMs);
    this.#options.onStateChange();
  }

  /** These changes are saved or discarded, says another tab. */
  forget(ids: readonly string[]): void {
    this.queue.forget(new Set(ids));
    if (this.queue.own.length === 0) {
      this.#trouble = null;
      this.#clock.stop();
    }
    this.#options.onStateChange();
  }

  /** Forgets every change that is not saved, here and on the device. @returns their ids. */
  async discardAll(): Promise<string[]> {
    const ids = this.queue.all.map((entry) => entry.id);
    this.forget(ids);
    await this.queue.removeKept(ids);
    return ids;
  }

  /** The server's document is another edition: goes on with that one, once what is under way has its answer. */
  async moveToEdition(): Promise<void> {
    this.#mustMove = true;
    await this.#sending;
    if (this.#mustMove) await this.sendNow();
  }

  /** Sends what is queued without waiting for a pause. Resolves when the attempt is over. */
  async sendNow(): Promise<void> {
    this.#clock.stop();
    this.#sending ??= this.#begin();
    await this.#sending;
  }

  /**
   * Sends with what is true now, as after somebody signed in, the network came back or the device woke up: an attempt
   * under way may belong to an earlier session or to a connection that is dead.
   */
  async sendAfresh(): Promise<void> {
    await this.#interrupt();
    await this.sendNow();
  }

  /** The device says it has no network: an answer under way won't come. */
  async lose(): Promise<void> {
    await this.#interrupt();
    if (this.queue.own.length > 0) this.#fail(this.#trouble ?? { kind: "unreachable" });
  }

  /** The server answers: what could not be sent need not wait for its turn, which is half a minute after a long outage. */
  async sendIfUnreached(): Promise<void> {
    await this.#sending;
    if (this.#trouble?.kind === "unreachable") await this.sendNow();
  }

  /** For when the page is going away: a request that outlives it. What is not confirmed stays on the device. */
  sendBeforeLeaving(): void {
    if (this.queue.own.length === 0 || this.#trouble?.kind === "refused") return;
    this.queue.keepAnswers();
    const { own } = this.queue;
    const update = mergeUpdates(own.map((entry) => entry.update));
    if (update.byteLength <= KEEPALIVE_MAX_BYTES) void this.#post(update, own[0]?.edition ?? 0, { keepalive: true });
  }

  #adopt(): void {
    this.#adopting = undefined;
    if (!this.queue.adopt()) return;
    this.#options.onStateChange();
    void this.sendNow();
  }

  #begin(): Promise<void> {
    this.#run = { isInterrupted: false, underWay: new AbortController() };
    return this.#sendAll(this.#run).finally(() => {
      this.#sending = null;
    });
  }

  async #sendAll(run: Run): Promise<void> {
    let stateVector: Uint8Array | null = null;
    const fittings = { ...MOST_FITTINGS };
    if (this.#mustMove || this.queue.ofOtherEdition.length > 0) {
      const fitting = await this.#fit({ kind: "rebuilt" });
      if (fitting !== "fitted") return this.#fail(await this.#unfitted(fitting));
    }
    while (this.queue.own.length > 0 && !run.isInterrupted) {
      this.#clock.sending();
      const { entries, update } = this.#takeNext(stateVector);
      if (entries.length === this.queue.own.length) this.#options.onSending();
      const outcome = await this.#attempt(run, update, entries[0]?.edition ?? 0);
      if (outcome.kind === "unreachable" && run.isInterrupted) return;
      if (outcome.kind === "acknowledged") {
        await this.#drop(entries, update, outcome.seq);
        stateVector = null;
      } else if (outcome.kind === "behind" && stateVector === null) stateVector = outcome.stateVector;
      else if (outcome.kind === "behind") return this.#fail(await this.#unfitted("apart"));
      else if (outcome.kind === "apart" || outcome.kind === "rebuilt") {
        const fitting = fittings[outcome.kind]-- > 0 ? await this.#fit(outcome) : "apart";
        if (fitting !== "fitted") return this.#fail(await this.#unfitted(fitting));
        stateVector = null;
      } else return this.#fail(outcome);
    }
  }

  async #unfitted(fitting: Exclude<Fitting, "fitted">): Promise<Trouble> {
    const refusal = fitting === "apart" ? await describeApart(this.queue.ofOtherEdition) : null;
    return refusal ? { kind: "refused", refusal } : { kind: "unreachable" };
  }

  async #fit(outcome: Extract<Outcome, { kind: "apart" | "rebuilt" }>): Promise<Fitting> {
    const { onApart, onRebuilt } = this.#options;
    if (outcome.kind === "apart") return onApart(outcome.writers);
    this.#mustMove = true;
    const fitting = await onRebuilt();
    this.#mustMove = fitting !== "fitted";
    return fitting;
  }

  async #attempt(run: Run, update: Uint8Array, edition: number): Promise<Outcome> {
    const underWay = new AbortController();
    run.underWay = underWay;
    const timeout = setTimeout(() => underWay.abort(), this.#clock.timing.timeoutMs);
    const outcome = await this.#post(update, edition, { signal: underWay.signal });
    clearTimeout(timeout);
    return outcome;
  }

  /** Gives up the attempt under way. Its changes stay queued; the server takes them once, however often they come. */
  async #interrupt(): Promise<void> {
    this.#run.isInterrupted = true;
    this.#run.underWay.abort();
    await this.#sending;
  }

  #takeNext(stateVector: Uint8Array | null): UpdateBatch {
    const { own } = this.queue;
    if (stateVector) return { entries: own, update: this.#options.encodeMissing(stateVector) };
    if (this.#trouble?.kind !== "refused") return takeBatch(own);
    // A refused change goes again together with what corrects it, without the text deleted since.
    const whole = { entries: own, update: this.#options.encodeMissing(null) };
    return whole.update.byteLength > UPDATE_MAX_BYTES ? takeBatch(own) : whole;
  }

  #fail(trouble: Trouble): void {
    this.#trouble = trouble;
    this.#clock.failed(trouble.kind === "too-many" ? (trouble.waitMs ?? 0) : 0, trouble.kind === "refused");
    this.queue.keepAnswers();
    this.queue.keepUnkept();
    this.#options.onStateChange();
  }

  async #drop(entries: readonly UnsentUpdate[], update: Uint8Array, seq: number): Promise<void> {
    const ids = new Set(entries.map((entry) => entry.id));
    this.#options.onSaved?.([...ids]);
    this.queue.forget(ids);
    this.#trouble = null;
    this.#clock.succeeded();
    this.#options.onAcknowledged(update, seq);
    this.#options.onStateChange();
    // Left behind, it would only be sent once more.
    await this.queue.removeKept([...ids]).catch(() => undefined);
  }

  #post(update: Uint8Array, edition: number, options: RequestInit): Promise<Outcome> {
    const { updatesUrl, userId } = this.#options;
    return postUpdate({ url: updatesUrl, userId, update, edition }, options);
  }
}

import { mergeUpdates } from "yjs";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { describeApart } from "./describe-apart";
import type { Refusal, SaveState } from "./save-state";
import { DEFAULT_TIMING, type SendTiming } from "./send-timing";
import { AT_REST, type Circumstances, type Fitting, isUnderWay, type Misfit, nextState, type SenderEvent } from "./sender-states";
import { isOffline, saveStateOf, type Trouble } from "./sending-trouble";
import type { UnsentQueue } from "./unsent-queue";
import type { UnsentUpdate } from "./unsent-storage";
import { takeBatch, type UpdateBatch } from "./update-batch";
import { type Outcome, postUpdate } from "./updates-api";

/** Browsers cancel a `keepalive` request with a larger body. */
const KEEPALIVE_MAX_BYTES = 60_000;

interface SenderOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  /** What is unsent. */
  readonly queue: UnsentQueue;
  readonly timing?: Partial<SendTiming> | undefined;
  /** Everything the server is missing, as one update: since `stateVector` when the server named it, else since the last acknowledgement. */
  readonly encodeMissing: (stateVector: Uint8Array | null) => Uint8Array;
  /** All that is queued goes out as it is now. */
  readonly onSending: () => void;
  /** Fits what is queued to what the server has; see ResponseRecovery. */
  readonly fit: (misfit: Misfit) => Promise<Fitting>;
  readonly onStateChange: () => void;
  readonly onAcknowledged: (update: Uint8Array, seq: number) => void;
  /** For the person's other tabs: a change was queued here. */
  readonly onQueued: (entry: UnsentUpdate) => void;
  /** Queued changes are saved. */
  readonly onSaved: (ids: readonly string[]) => void;
}

/**
 * Carries changes to the server: one request at a time, in order, kept until acknowledged. Where it stands and what
 * comes next is said in `sender-states.ts`; here is done what each state is about.
 */
export class UpdateSender {
  readonly #options: SenderOptions;
  readonly #timing: SendTiming;
  #state = AT_REST;
  /** Runs while the state has a time at which it is due. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when nothing is under way any more. */
  #run: Promise<void> | null = null;
  #request: AbortController | null = null;
  /** A teammate has the tool open. */
  isWatched = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  get state(): SaveState {
    return saveStateOf(this.#options.queue, this.#state.trouble);
  }

  get refusal(): Refusal | null {
    return this.#state.trouble?.kind === "refused" ? this.#state.trouble.refusal : null;
  }

  /** Queues a change made here and keeps it on the device. */
  add(update: Uint8Array, itemIds: Iterable<string>): void {
    const entry = this.#options.queue.add(update, itemIds);
    this.#options.onQueued(entry);
    this.#move({ type: "changed" });
  }

  /** Queues changes kept from an earlier visit, or by a tab that may be gone, and sends them. */
  async resume(entries: readonly UnsentUpdate[]): Promise<void> {
    this.#options.queue.resume(entries);
    this.#options.onStateChange();
    await this.sendNow();
  }

  /** These changes are saved or discarded, says another tab. */
  forget(ids: readonly string[]): void {
    const { queue, onStateChange } = this.#options;
    queue.forget(new Set(ids));
    if (queue.own.length === 0) this.#move({ type: "emptied" });
    else onStateChange();
  }

  /** Forgets every change that is not saved, here and on the device. @returns their ids. */
  async discardAll(): Promise<string[]> {
    const { queue } = this.#options;
    const ids = queue.all.map((entry) => entry.id);
    this.forget(ids);
    await queue.removeKept(ids);
    return ids;
  }

  /** The server's document is another edition: goes on with that one, once what is under way has its answer. */
  async moveToEdition(): Promise<void> {
    this.#move({ type: "passed" });
    await this.#run;
    if (this.#state.isPassed) await this.sendNow();
  }

  /** Sends what is queued without waiting for a pause. Resolves when the attempt is over. */
  async sendNow(): Promise<void> {
    this.#move({ type: "send" });
    await this.#run;
  }

  /**
   * Sends with what is true now, as after somebody signed in, the network came back or the device woke up: an attempt
   * under way may belong to an earlier session or to a connection that is dead. What it carried stays queued; the server
   * takes it once, however often it comes.
   */
  async sendAfresh(): Promise<void> {
    this.#move({ type: "afresh" });
    this.#request?.abort();
    await this.sendNow();
  }

  /** The device says it has no network: an answer under way won't come. */
  async lose(): Promise<void> {
    this.#move({ type: "lost" });
    this.#request?.abort();
    await this.#run;
  }

  /** The server answers: what could not be sent need not wait for its turn, which is half a minute after a long outage. */
  async sendIfUnreached(): Promise<void> {
    await this.#run;
    if (this.#state.trouble?.kind === "unreachable") await this.sendNow();
  }

  /** For when the page is going away: a request that outlives it. What is not confirmed stays on the device. */
  sendBeforeLeaving(): void {
    const { queue } = this.#options;
    if (queue.own.length === 0 || this.refusal) return;
    queue.keepAnswers();
    const { own } = queue;
    const update = mergeUpdates(own.map((entry) => entry.update));
    if (update.byteLength <= KEEPALIVE_MAX_BYTES) void this.#post(update, own[0]?.edition ?? 0, { keepalive: true });
  }

  #move(event: SenderEvent): void {
    const state = nextState(this.#state, event, this.#circumstances());
    if (state === this.#state) return;
    this.#state = state;
    clearTimeout(this.#timer);
    const due = "due" in state ? state.due : null;
    if (due !== null) this.#timer = setTimeout(() => void this.sendNow(), due - Date.now());
    if (state.name === "failed") this.#keepHere();
    this.#options.onStateChange();
    if (isUnderWay(state)) this.#run ??= this.#goThrough();
  }

  #circumstances(): Circumstances {
    const { queue } = this.#options;
    return {
      now: Date.now(),
      timing: this.#timing,
      chance: Math.random(),
      hasUnsent: queue.own.length > 0,
      hasStale: queue.ofOtherEdition.length > 0,
      isWatched: this.isWatched,
      isOffline: isOffline(),
    };
  }

  /** Does what the states are about, one after the other, as long as something is under way. */
  async #goThrough(): Promise<void> {
    try {
      for (let state = this.#state; isUnderWay(state); state = this.#state) {
        if (state.name === "sending") await this.#send(state.serverHas);
        else if (state.name === "fitting") this.#move({ type: "fitted", fitting: await this.#options.fit(state.misfit) });
        else this.#move({ type: "explained", trouble: await this.#explain() });
      }
    } finally {
      this.#run = null;
      this.#move({ type: "broken" });
    }
  }

  async #send(serverHas: Uint8Array | null): Promise<void> {
    const { queue, onSending } = this.#options;
    const { entries, update } = this.#takeNext(serverHas);
    if (entries.length === queue.own.length) onSending();
    const request = new AbortController();
    this.#request = request;
    const timeout = setTimeout(() => request.abort(), this.#timing.timeoutMs);
    const outcome = await this.#post(update, entries[0]?.edition ?? 0, { signal: request.signal });
    clearTimeout(timeout);
    this.#request = null;
    const isSaved = outcome.kind === "acknowledged";
    if (isSaved) this.#drop(entries, update, outcome.seq);
    this.#move({ type: "answered", outcome });
    // Left behind, they would only be sent once more.
    if (isSaved) await queue.removeKept(entries.map(({ id }) => id)).catch(() => undefined);
  }

  #takeNext(serverHas: Uint8Array | null): UpdateBatch {
    const { queue, encodeMissing } = this.#options;
    const { own } = queue;
    if (serverHas) return { entries: own, update: encodeMissing(serverHas) };
    if (!this.refusal) return takeBatch(own);
    // A refused change goes again together with what corrects it, without the text deleted since.
    const whole = { entries: own, update: encodeMissing(null) };
    return whole.update.byteLength > UPDATE_MAX_BYTES ? takeBatch(own) : whole;
  }

  #drop(entries: readonly UnsentUpdate[], update: Uint8Array, seq: number): void {
    const { queue, onSaved, onAcknowledged } = this.#options;
    const ids = entries.map((entry) => entry.id);
    onSaved(ids);
    queue.forget(new Set(ids));
    onAcknowledged(update, seq);
  }

  /** Without the words that the page can't show, nobody must be asked to discard them. */
  async #explain(): Promise<Trouble> {
    const refusal = await describeApart(this.#options.queue.ofOtherEdition);
    return refusal ? { kind: "refused", refusal } : { kind: "unreachable" };
  }

  #keepHere(): void {
    this.#options.queue.keepAnswers();
    this.#options.queue.keepUnkept();
  }

  #post(update: Uint8Array, edition: number, options: RequestInit): Promise<Outcome> {
    const { updatesUrl, userId } = this.#options;
    return postUpdate({ url: updatesUrl, userId, update, edition }, options);
  }
}

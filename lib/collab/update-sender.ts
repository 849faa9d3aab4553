import { mergeUpdates } from "yjs";
import { UPDATE_MAX_BYTES } from "@/lib/tools/limits";
import { randomId } from "./random-id";
import type { Fitting } from "./response-recovery";
import type { Refusal, SaveState } from "./save-state";
import { DEFAULT_TIMING, quietWait, retryWait, type SendTiming } from "./send-timing";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";
import { takeBatch, type UpdateBatch } from "./update-batch";
import { writtenWords } from "./written-words";
import { type Outcome, postUpdate, type WriterClock } from "./updates-api";

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
  /** Fits what is queued to what the server has; see ResponseRecovery. */
  /** All that is queued goes out as it is now. */
  readonly onSending: () => void;
  /** These answers as they are, for a later visit that finds another edition. */
  readonly describeUnsent: (itemIds: ReadonlySet<string>) => UnsentUpdate["answers"];
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

type Trouble = Exclude<Outcome, { kind: "acknowledged" | "behind" | "apart" | "rebuilt" }>;

/** In one way through the queue: more than that would be no accident. */
const MOST_FITTINGS = { apart: 1, rebuilt: 3 };

/** The server lacks what these changes build on, and got all that there is here. */
const APART = "This page and the saved copy no longer fit together. Copy what you wrote, then discard this change.";

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
  /** Ids of what was made in this tab since it was opened. */
  readonly #madeHere = new Set<string>();
  /** The server's document is known to be another edition. */
  #mustMove = false;
  /** The server asked to wait until then. */
  #notBefore = 0;
  /** Changes of the queue that the device would not keep: it may later. */
  readonly #unkept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #sending: Promise<void> | null = null;
  #run: Run = { isInterrupted: false, underWay: new AbortController() };
  #failures = 0;
  /** A teammate has the tool open. */
  isWatched = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
    options.storage.onLost?.(() => void this.keepAll());
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

  /** All that is unsent, other tabs' changes too. */
  get unsent(): readonly UnsentUpdate[] {
    return this.#all;
  }

  isMadeHere(id: string): boolean {
    return this.#madeHere.has(id);
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
    const entry = { id: randomId(), userId, updatesUrl, itemIds: [...itemIds], update, edition: this.#options.edition() };
    this.#queue.push(entry);
    this.#madeHere.add(entry.id);
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
    this.#forgetIds(gone);
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
    await this.removeKept(ids);
    return ids;
  }

  async removeKept(ids: readonly string[]): Promise<void> {
    await this.#options.storage.remove(ids);
  }

  /** Puts something else in the place of each unsent update, at once; resolves when the device keeps it too. */
  async replaceUpdates(replace: (update: Uint8Array) => Uint8Array): Promise<void> {
    const replaceIn = (entry: UnsentUpdate): UnsentUpdate => ({ ...entry, update: replace(entry.update) });
    this.#queue = this.#queue.map(replaceIn);
    this.#elsewhere = this.#elsewhere.map(replaceIn);
    await this.keepAll();
  }

  /** Resolves when the device keeps what is queued, or would not. */
  async keepAll(): Promise<void> {
    await Promise.all(this.#queue.map((entry) => this.#keep(entry)));
  }

  /** The server's document is another edition: goes on with that one, once what is under way has its answer. */
  async moveToEdition(): Promise<void> {
    this.#mustMove = true;
    await this.#sending;
    if (this.#mustMove) await this.sendNow();
  }

  /** Sends what is queued without waiting for a pause. Resolves when the attempt is over. */
  async sendNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
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
    if (this.#queue.length > 0) this.#fail(this.#trouble ?? { kind: "unreachable" });
  }

  /** The server answers: what could not be sent need not wait for its turn, which is half a minute after a long outage. */
  async sendIfUnreached(): Promise<void> {
    await this.#sending;
    if (this.#trouble?.kind === "unreachable") await this.sendNow();
  }

  /** For when the page is going away: a request that outlives it. What is not confirmed stays on the device. */
  sendBeforeLeaving(): void {
    if (this.#queue.length === 0 || this.#trouble?.kind === "refused") return;
    this.#keepAnswers();
    const update = mergeUpdates(this.#queue.map((entry) => entry.update));
    if (update.byteLength <= KEEPALIVE_MAX_BYTES) void this.#post(update, this.#queue[0]?.edition ?? 0, { keepalive: true });
  }

  #isQueued(id: string): boolean {
    return this.#queue.some((entry) => entry.id === id);
  }

  async #keep(entry: UnsentUpdate): Promise<void> {
    const wasDurable = this.isDurable;
    try {
      await this.#options.storage.add(entry);
      this.#unkept.delete(entry.id);
      // Saved or discarded while the device took its time.
      if (!this.#isQueued(entry.id)) await this.#options.storage.remove([entry.id]);
    } catch {
      if (this.#isQueued(entry.id)) this.#unkept.add(entry.id);
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
    const wait = quietWait(this.#timing, this.isWatched, now - this.#waitingSince);
    this.#timer = setTimeout(() => void this.sendNow(), Math.max(wait, this.#notBefore - now));
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
    if (this.#isOfOtherEdition) {
      const fitting = await this.#fit({ kind: "rebuilt" });
      if (fitting !== "fitted") return this.#fail(fitting === "apart" ? this.#apart() : { kind: "unreachable" });
    }
    while (this.#queue.length > 0 && !run.isInterrupted) {
      this.#waitingSince = null;
      const { entries, update } = this.#takeNext(stateVector);
      if (entries.length === this.#queue.length) this.#options.onSending();
      const outcome = await this.#attempt(run, update, entries[0]?.edition ?? 0);
      if (outcome.kind === "unreachable" && run.isInterrupted) return;
      if (outcome.kind === "acknowledged") {
        await this.#drop(entries, update, outcome.seq);
        stateVector = null;
      } else if (outcome.kind === "behind" && stateVector === null) stateVector = outcome.stateVector;
      else if (outcome.kind === "behind") return this.#fail(this.#apart());
      else if (outcome.kind === "apart" || outcome.kind === "rebuilt") {
        const fitting = fittings[outcome.kind]-- > 0 ? await this.#fit(outcome) : "apart";
        if (fitting !== "fitted") return this.#fail(fitting === "apart" ? this.#apart() : { kind: "unreachable" });
        stateVector = null;
      } else return this.#fail(outcome);
    }
  }

  /** What the page can't show is in the words. */
  #apart(): Trouble {
    const edition = this.#options.edition();
    const hidden = writtenWords(this.#queue.filter((entry) => (entry.edition ?? 0) !== edition).map(({ update }) => update));
    const message = hidden === "" ? APART : `${APART} You wrote: “${hidden}”`;
    return { kind: "refused", refusal: { message, itemId: null } };
  }

  get #isOfOtherEdition(): boolean {
    const edition = this.#options.edition();
    return this.#mustMove || this.#queue.some((entry) => (entry.edition ?? 0) !== edition);
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
    const timeout = setTimeout(() => underWay.abort(), this.#timing.timeoutMs);
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
    if (stateVector) return { entries: [...this.#queue], update: this.#options.encodeMissing(stateVector) };
    if (this.#trouble?.kind !== "refused") return takeBatch(this.#queue);
    // A refused change goes again together with what corrects it, without the text deleted since.
    const whole = { entries: [...this.#queue], update: this.#options.encodeMissing(null) };
    return whole.update.byteLength > UPDATE_MAX_BYTES ? takeBatch(this.#queue) : whole;
  }

  #fail(trouble: Trouble): void {
    this.#trouble = trouble;
    this.#failures++;
    clearTimeout(this.#timer);
    const asked = trouble.kind === "too-many" ? (trouble.waitMs ?? 0) : 0;
    this.#notBefore = asked > 0 ? Date.now() + asked : 0;
    if (trouble.kind !== "refused") this.#timer = setTimeout(() => void this.sendNow(), Math.max(asked, retryWait(this.#timing, this.#failures)));
    this.#keepAnswers();
    for (const entry of this.#queue) if (this.#unkept.has(entry.id)) void this.#keep(entry);
    this.#options.onStateChange();
  }

  /** With the newest change made here the device keeps what is unsent as answers: this page may be gone when it can be sent. */
  #keepAnswers(): void {
    const index = this.#queue.findLastIndex(({ id }) => this.#madeHere.has(id));
    const entry = this.#queue[index];
    const answers = entry && this.#options.describeUnsent(this.unsentItemIds);
    if (!entry || !answers) return;
    const described = { ...entry, answers };
    this.#queue = this.#queue.with(index, described);
    void this.#keep(described);
  }

  #forgetIds(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      this.#unkept.delete(id);
      this.#madeHere.delete(id);
    }
  }

  async #drop(entries: readonly UnsentUpdate[], update: Uint8Array, seq: number): Promise<void> {
    const ids = new Set(entries.map((entry) => entry.id));
    this.#options.onSaved?.([...ids]);
    this.#queue = this.#queue.filter((entry) => !ids.has(entry.id));
    this.#forgetIds(ids);
    this.#trouble = null;
    this.#failures = 0;
    this.#notBefore = 0;
    this.#options.onAcknowledged(update, seq);
    this.#options.onStateChange();
    // Left behind, it would only be sent once more.
    await this.#options.storage.remove([...ids]).catch(() => undefined);
  }

  #post(update: Uint8Array, edition: number, options: RequestInit): Promise<Outcome> {
    const { updatesUrl, userId } = this.#options;
    return postUpdate({ url: updatesUrl, userId, update, edition }, options);
  }
}

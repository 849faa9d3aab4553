import { base64ToBytes } from "@/lib/sync/base64";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import type { Reach } from "@/lib/sync/browser/save-state";
import { type Author, type ChangeKind, PROTOCOL_PARAMETER, PROTOCOL_VERSION, type PresentTab } from "@/lib/sync/protocol";
import { type EventStream, onStreamEvent } from "./event-stream";
import { DEFAULT_TIMING, type LiveTiming, reopenWait, silentWait } from "./live-timing";

/** As many silent streams are no reason to think that a proxy holds them back. */
const MOST_DEAD_CONNECTIONS = 2;

/** What the updates are brought to: a tool's document, or the state of what has one. */
export interface LiveStore extends Pick<ResponseStore, "seq" | "isFed" | "setFed" | "pull" | "setReach"> {
  receive?(update: Uint8Array, seq: number): void;
  receiveState?(state: object): void;
}

interface LiveUpdatesOptions {
  readonly store: LiveStore;
  /** "/api/teams/…/tools/…" */
  readonly topicUrl: string;
  /** Whose page this is: the account, or what stands for somebody without one. */
  readonly userId: string;
  /** Names this tab among those that are open. */
  readonly tab: string;
  readonly openStream: (url: string) => EventStream;
  /** A save came in: whose, and to which items (none: not known). */
  readonly onUpdate: (by: Author | null, itemIds: readonly string[]) => void;
  readonly onPeople: (people: readonly PresentTab[]) => void;
  readonly onChanged: (what: ChangeKind) => void;
  /** Saves came in by asking, which does not tell whose they are. */
  readonly onCaughtUp: () => void;
  /** Called each time before it asks, while it has to. */
  readonly onAsking: () => void;
  readonly timing?: Partial<LiveTiming>;
}

/**
 * Brings what teammates save into the store: by a stream while the tab is looked at, by asking while no stream works.
 * Order and repetition don't matter to the document; `seq` says up to where nothing is missing, and each way in begins
 * there.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  readonly #timing: LiveTiming;
  #stream: EventStream | null = null;
  #streamSeq = 0;
  #isRunning = false;
  #reach: Reach = "ok";
  #breaks = 0;
  #silences = 0;
  #misses = 0;
  #idleAsks = 0;
  /** Counts the new beginnings: an answer to what was asked before one may be about an earlier session. */
  #round = 0;
  #helloTimer: ReturnType<typeof setTimeout> | undefined;
  #steadyTimer: ReturnType<typeof setTimeout> | undefined;
  #reopenTimer: ReturnType<typeof setTimeout> | undefined;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #hideTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  /** Begins on a page that was just loaded. */
  start(): void {
    this.#isRunning = true;
    this.#open();
  }

  /** Begins, or begins anew without waiting: after coming back, waking up, going online or signing in. */
  wake(): void {
    clearTimeout(this.#hideTimer);
    this.#isRunning = true;
    this.#round++;
    this.#reach = "ok";
    this.#breaks = 0;
    this.#closeStream();
    this.#open();
    this.#askSoon(0);
  }

  /** The tab is looked at again; a stream that is still open is kept. */
  show(): void {
    clearTimeout(this.#hideTimer);
    if (!this.#isRunning || !this.#options.store.isFed) this.wake();
  }

  /** The tab is out of sight; a short look elsewhere costs no stream. */
  hide(): void {
    clearTimeout(this.#hideTimer);
    this.#hideTimer = setTimeout(() => this.stop(), this.#timing.hiddenMs);
  }

  /** The device says it has no network. */
  lose(): void {
    if (!this.#isRunning) return;
    this.#closeStream();
    this.#setReach("offline");
    clearTimeout(this.#reopenTimer);
    this.#askSoon(this.#timing.askMaxMs);
  }

  /** The server answered something else: if it seemed out of reach, it is not any more. */
  reached(): void {
    if (this.#isRunning && this.#reach === "offline") this.wake();
  }

  stop(): void {
    this.#isRunning = false;
    this.#closeStream();
    for (const timer of [this.#reopenTimer, this.#askTimer, this.#hideTimer]) clearTimeout(timer);
  }

  // The stream

  #open(): void {
    const { store, topicUrl, userId, tab, openStream } = this.#options;
    clearTimeout(this.#reopenTimer);
    if (!this.#isRunning || this.#stream) return;
    const stream = openStream(`${topicUrl}/events?after=${store.seq}&tab=${tab}&user=${encodeURIComponent(userId)}&${PROTOCOL_PARAMETER}=${PROTOCOL_VERSION}`);
    this.#stream = stream;
    this.#helloTimer = setTimeout(() => this.#break(true), this.#timing.helloMs);
    const isCurrent = () => this.#stream === stream;
    onStreamEvent(stream, "hello", ({ seq }) => isCurrent() && this.#greet(seq));
    onStreamEvent(stream, "update", ({ seq, update, by, itemIds }) => {
      if (!isCurrent()) return;
      this.#streamSeq = seq;
      store.receive?.(base64ToBytes(update), seq);
      this.#options.onUpdate(by, itemIds);
    });
    onStreamEvent(stream, "state", ({ state }) => {
      if (!isCurrent()) return;
      store.receiveState?.(state);
      this.#streamSeq = store.seq;
    });
    onStreamEvent(stream, "presence", ({ people }) => isCurrent() && this.#options.onPeople(people));
    onStreamEvent(stream, "changed", ({ what }) => isCurrent() && this.#options.onChanged(what));
    onStreamEvent(stream, "bye", ({ reason }) => isCurrent() && this.#bar(reason));
    stream.addEventListener("error", () => isCurrent() && this.#break(false));
  }

  #greet(seq: number): void {
    clearTimeout(this.#helloTimer);
    this.#streamSeq = Math.max(seq, this.#options.store.seq);
    this.#options.store.setFed(true);
    this.#silences = 0;
    this.#setReach("ok");
    this.#steadyTimer = setTimeout(() => (this.#breaks = 0), this.#timing.steadyMs);
    this.#askSoon(this.#timing.checkMs);
  }

  #break(isSilent: boolean): void {
    this.#closeStream();
    // The first ones may have gone into connections that died while the device slept.
    const isHeldBack = isSilent && ++this.#silences > MOST_DEAD_CONNECTIONS;
    const wait = isHeldBack ? silentWait(this.#timing, this.#silences - MOST_DEAD_CONNECTIONS) : reopenWait(this.#timing, ++this.#breaks);
    this.#reopenTimer = setTimeout(() => this.#open(), wait);
    this.#askSoon(0);
  }

  #closeStream(): void {
    clearTimeout(this.#helloTimer);
    clearTimeout(this.#steadyTimer);
    this.#stream?.close();
    this.#stream = null;
    this.#options.store.setFed(false);
  }

  /** Turned away: asks now and then whether that has changed, but nothing in another person's session. */
  #bar(reason: Exclude<Reach, "ok" | "offline">): void {
    this.#closeStream();
    clearTimeout(this.#reopenTimer);
    this.#setReach(reason);
    this.#options.onPeople([]);
    if (reason === "someone-else") clearTimeout(this.#askTimer);
    else this.#askSoon(this.#timing.checkMs);
  }

  // Asking

  #askSoon(wait: number): void {
    clearTimeout(this.#askTimer);
    if (this.#isRunning) this.#askTimer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    const { store, onAsking, onCaughtUp } = this.#options;
    if (!store.isFed && this.#reach === "ok") onAsking();
    const before = store.seq;
    const round = this.#round;
    const outcome = await store.pull();
    if (!this.#isRunning || round !== this.#round) return;
    if (outcome === "fetched") this.#learn(store.seq > before, store.seq, onCaughtUp);
    else if (outcome === "unreachable") this.#miss();
    else this.#bar(outcome);
  }

  #learn(isNew: boolean, seq: number, onCaughtUp: () => void): void {
    const { askMinMs, askMaxMs, checkMs } = this.#timing;
    const wasAway = this.#reach !== "ok";
    this.#misses = 0;
    if (isNew && !this.#options.store.isFed) onCaughtUp();
    if (this.#options.store.isFed) {
      // What was saved must also have come by the stream, a moment later at most; a dead one says nothing.
      if (isNew) setTimeout(() => this.#streamSeq < seq && this.#options.store.isFed && this.#break(false), askMinMs);
      return this.#askSoon(checkMs);
    }
    this.#setReach("ok");
    if (wasAway) return this.wake();
    this.#idleAsks = isNew ? 0 : this.#idleAsks + 1;
    this.#askSoon(Math.min(askMaxMs, askMinMs * 1.3 ** this.#idleAsks));
  }

  #miss(): void {
    const { askMinMs, askMaxMs } = this.#timing;
    if (this.#stream && this.#options.store.isFed) return this.#break(false);
    // One lost answer is no news yet.
    if (++this.#misses > 1) this.#setReach("offline");
    this.#askSoon(Math.min(2 * askMaxMs, askMinMs * 2 ** Math.min(this.#misses, 5)));
  }

  #setReach(reach: Reach): void {
    this.#reach = reach;
    this.#options.store.setReach(reach);
  }
}

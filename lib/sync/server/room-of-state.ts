import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { LiveStream, type StreamOptions } from "./live-stream";
import type { Room } from "./room";
import { encodeEvent } from "./server-sent-events";
import { type StateTopic, topicKeyOf } from "./topic";

/** From one reading to the next, at least. */
export const PAUSE_MS = 50;

/** How a topic stands: small, the same for everybody who watches, nothing in it of one person. Null: there is no such topic any more. */
export type ReadState = () => Promise<object | null>;

/** One open screen of a topic with a state. */
export class StateStream extends LiveStream {
  readonly readState: ReadState;
  /** The state last sent. */
  sent: Uint8Array | null = null;

  constructor({ readState, ...options }: StreamOptions & { readonly readState: ReadState }) {
    super(options);
    this.readState = readState;
  }
}

/**
 * Everyone of this process who follows a topic with a state. It is read whole, through whichever stream is at hand, when somebody comes
 * and when it may have changed: one reading at a time for all, and one more after it for whatever was told meanwhile. So nothing has
 * to be counted, and no order of commits can leave a screen behind. Who watches is told to nobody.
 */
export class StateRoom implements Room {
  readonly topic: StateTopic;
  readonly streams = new Set<StateStream>();
  /** It may stand otherwise than when it was last read. */
  #isStale = false;
  #isReading = false;
  #readAt = 0;

  constructor(topic: StateTopic) {
    this.topic = topic;
  }

  get isEmpty(): boolean {
    return this.streams.size === 0;
  }

  join(stream: StateStream): void {
    this.streams.add(stream);
    this.changed();
  }

  leave(stream: StateStream): void {
    this.streams.delete(stream);
  }

  /** It may stand otherwise now. */
  changed(): void {
    this.#isStale = true;
    void this.#read();
  }

  listening(): void {
    this.changed();
  }

  tick(): void {
    if (this.#isStale) void this.#read();
  }

  repeat(): void {
    // Who is here is told to nobody.
  }

  renamed(): void {
    // No state names anybody.
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale && this.streams.size > 0) {
        await wait(Math.max(0, this.#readAt + PAUSE_MS - Date.now()), null, { ref: false });
        this.#isStale = false;
        this.#readAt = Date.now();
        await this.#readOnce();
      }
    } catch (error) {
      // Tried again with the next tick.
      this.#isStale = true;
      console.warn(`How ${topicKeyOf(this.topic)} stands could not be read: ${error instanceof Error ? error.message : error}`);
    } finally {
      this.#isReading = false;
    }
  }

  async #readOnce(): Promise<void> {
    const [any] = this.streams;
    if (!any) return;
    const state = await any.readState();
    if (state === null) {
      await Promise.all([...this.streams].map((stream) => stream.recheck()));
      // It may be only this one's no more: the others are read for by one of theirs.
      this.#isStale ||= !this.streams.has(any);
      return;
    }
    const chunk = encodeEvent("state", { state });
    for (const stream of this.streams) {
      if (stream.sent && Buffer.compare(stream.sent, chunk) === 0) continue;
      stream.sent = chunk;
      stream.send(chunk);
    }
  }
}

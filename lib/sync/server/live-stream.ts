import "server-only";
import type { LiveEvents } from "@/lib/sync/protocol";
import type { ReadNames } from "./present-names";
import { encodeEvent, HEARTBEAT } from "./server-sent-events";

const HEARTBEAT_MS = 15_000;
/** Room for the largest document and what follows it. A reader this far behind is cut off: it reconnects and catches up. */
export const BUFFER_MAX_BYTES = 4 * 1024 * 1024;

type ByeReason = LiveEvents["bye"]["reason"];

/** What a stream may ask on behalf of the person who opened it. */
export interface StreamReader {
  /** Everything saved after this number. */
  readSince(after: number): Promise<{ readonly seq: number; readonly update: Uint8Array }>;
  readonly readNames: ReadNames;
  /** Whether the person is told whose changes they are; asked for each save, because a team can change its mind. */
  tellsWho(): boolean;
  /** Why the stream must end; null when it may go on. */
  check(): Promise<ByeReason | null>;
}

interface StreamOptions {
  readonly userId: string;
  readonly tab: string;
  readonly reader: StreamReader;
  /** Called once, however it ends. */
  readonly onEnd: (stream: LiveStream) => void;
}

/** One open screen. */
export class LiveStream {
  readonly userId: string;
  readonly tab: string;
  readonly reader: StreamReader;
  /** Number of the last update sent; null until the first catching up is over. */
  seq: number | null = null;
  /** The list of people last sent. */
  presence: Uint8Array | null = null;
  readonly body: ReadableStream<Uint8Array>;

  readonly #onEnd: StreamOptions["onEnd"];
  readonly #timer: NodeJS.Timeout;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #isOver = false;

  constructor({ userId, tab, reader, onEnd }: StreamOptions) {
    this.userId = userId;
    this.tab = tab;
    this.reader = reader;
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#finish(),
      },
      { highWaterMark: BUFFER_MAX_BYTES, size: (chunk) => chunk.byteLength },
    );
    this.#timer = setInterval(() => {
      this.send(HEARTBEAT);
      void this.recheck();
    }, HEARTBEAT_MS);
    this.#timer.unref();
  }

  send(chunk: Uint8Array): void {
    if (this.#isOver) return;
    if ((this.#controller.desiredSize ?? 0) <= 0) this.cut();
    else this.#controller.enqueue(chunk);
  }

  /** Sends an update that reaches to `seq`. */
  sendUpdate(chunk: Uint8Array, seq: number): void {
    this.seq = seq;
    this.send(chunk);
  }

  /** Ends the stream when the person's session or standing has. */
  async recheck(): Promise<void> {
    // Without the database there is nothing to send either; the next heartbeat asks again.
    const reason = await this.reader.check().catch(() => null);
    if (!reason || this.#isOver) return;
    this.send(encodeEvent("bye", { reason }));
    if (!this.#isOver) this.#controller.close();
    this.#finish();
  }

  /** Drops the connection. The browser connects again by itself. */
  cut(): void {
    if (this.#isOver) return;
    // An AbortError, because Next reports any other as a failure of the route.
    this.#controller.error(new DOMException("The stream was cut.", "AbortError"));
    this.#finish();
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#onEnd(this);
  }
}

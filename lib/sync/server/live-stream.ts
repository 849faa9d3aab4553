import "server-only";
import type { LiveEvents } from "@/lib/sync/protocol";
import { encodeEvent, HEARTBEAT } from "./server-sent-events";

const HEARTBEAT_MS = 15_000;
/** Room for the largest document and what follows it. A reader this far behind is cut off: it reconnects and catches up. */
export const BUFFER_MAX_BYTES = 4 * 1024 * 1024;

export type ByeReason = LiveEvents["bye"]["reason"];

export interface StreamOptions {
  /** By what whoever follows is known, and their streams are counted: the account, or what stands for one without. */
  readonly follower: string;
  /** Why the stream must end; null when it may go on. */
  readonly check: () => Promise<ByeReason | null>;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
}

/** One open screen. */
export class LiveStream {
  readonly follower: string;
  readonly body: ReadableStream<Uint8Array>;

  readonly #check: StreamOptions["check"];
  readonly #onEnd: StreamOptions["onEnd"];
  readonly #timer: NodeJS.Timeout;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #isOver = false;

  constructor({ follower, check, onEnd }: StreamOptions) {
    this.follower = follower;
    this.#check = check;
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

  /** Ends the stream when the follower's session or standing has. */
  async recheck(): Promise<void> {
    // Without the database there is nothing to send either; the next heartbeat asks again.
    const reason = await this.#check().catch(() => null);
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
    this.#onEnd();
  }
}

import { randomId } from "@/lib/sync/document/random-id";
import { LIVE_EVENTS } from "@/lib/sync/protocol";
import type { EventStream } from "./event-stream";

/** What tabs of one person say to each other about the stream that they share. */
type Message =
  /** This tab wants the events of this address, from where it stands now. */
  | { readonly kind: "want"; readonly id: string; readonly url: string }
  | { readonly kind: "leave"; readonly id: string }
  /** A tab has taken over the stream: whoever wants events says so. */
  | { readonly kind: "who" }
  | ({ readonly kind: "event"; readonly id: string } & StreamEvent);

interface StreamEvent {
  readonly type: string;
  readonly data?: string;
  /** Number of the update that it brings. */
  readonly seq?: number;
}

type Listener = (event: { readonly data?: unknown }) => void;

/** Tabs that come or go within this time make one new stream, milliseconds. */
const GATHER_MS = 50;
const OTHER = /^(\d+)\n/;

/**
 * The events of one tool, by a stream that all tabs of this person in this browser share: over HTTP/1.1 a browser opens
 * six connections to a host, and with a stream each, the seventh tab would wait for ever. One of the tabs holds the
 * stream and passes on what comes for the others. It holds a lock as long: when it closes, crashes or is hidden, the
 * browser gives the lock to the next.
 */
export class SharedStream implements EventStream {
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];
  readonly #id = randomId();
  readonly #channel: BroadcastChannel;
  readonly #over = new AbortController();
  readonly #url: URL;
  /** While this tab holds the stream: what the others want, by tab. */
  readonly #others = new Map<string, URL>();
  #source: EventSource | null = null;
  #isHolding = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  private constructor(url: string, userId: string) {
    this.#url = new URL(url, location.href);
    const name = `live ${userId}`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    // Held while the tab lives: whoever else gets it knows that the tab is gone.
    this.#holdLock(this.#id, () => undefined);
    this.#holdLock(name, () => this.#begin());
    this.#want();
  }

  /** @param url as for an `EventSource`; one of its own where browsers give tabs no way to share it (without https). */
  static open(url: string, userId: string): EventStream {
    const canShare = typeof BroadcastChannel !== "undefined" && "locks" in navigator;
    return canShare ? new SharedStream(url, userId) : new EventSource(url);
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.push({ type, listener });
  }

  close(): void {
    if (this.#over.signal.aborted) return;
    this.#say({ kind: "leave", id: this.#id });
    this.#over.abort();
    this.#source?.close();
    this.#channel.close();
    clearTimeout(this.#gathering);
  }

  /** Waits for the lock and holds it until this stream is closed. */
  #holdLock(name: string, onHeld: () => void): void {
    const { signal } = this.#over;
    navigator.locks
      .request(name, { signal }, () => {
        onHeld();
        return new Promise<void>((release) => signal.addEventListener("abort", () => release()));
      })
      // Closed while it waited.
      .catch(() => undefined);
  }

  #say(message: Message): void {
    this.#channel.postMessage(message);
  }

  #want(): void {
    this.#say({ kind: "want", id: this.#id, url: addressOf(this.#url) });
  }

  #hear(message: Message): void {
    if (message.kind === "event") {
      if (message.id === this.#id) this.#tell(message);
    } else if (message.kind === "who") this.#want();
    else if (!this.#isHolding) return;
    else if (message.kind === "want") this.#add(message.id, new URL(message.url, location.href));
    else this.#remove(message.id);
  }

  #tell({ type, data, seq }: StreamEvent): void {
    if (seq !== undefined) goOnFrom(this.#url, seq);
    for (const each of this.#listeners) if (each.type === type) each.listener({ data });
  }

  // Holding the stream

  #begin(): void {
    this.#isHolding = true;
    this.#say({ kind: "who" });
    this.#connectSoon();
  }

  #add(id: string, url: URL): void {
    if (!this.#others.has(id)) {
      const { signal } = this.#over;
      navigator.locks.request(id, { signal }, () => this.#remove(id)).catch(() => undefined);
    }
    this.#others.set(id, url);
    this.#connectSoon();
  }

  #remove(id: string): void {
    if (this.#others.delete(id)) this.#connectSoon();
  }

  #connectSoon(): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => this.#connect(), GATHER_MS);
  }

  /** One stream for what all tabs want now, in place of the one before. */
  #connect(): void {
    this.#source?.close();
    const ids = [...this.#others.keys()];
    const url = new URL(this.#url);
    for (const other of this.#others.values()) url.searchParams.append("with", addressOf(other));
    const source = new EventSource(url);
    this.#source = source;
    for (const type of [...LIVE_EVENTS, "refused"]) {
      source.addEventListener(type, ({ data, lastEventId }: MessageEvent<string>) => {
        const [mark = "", place] = OTHER.exec(data) ?? [];
        const id = place === undefined ? this.#id : (ids[Number(place)] ?? "");
        if (type === "refused") return this.#pass(id, { type: "error" });
        this.#pass(id, { type, data: data.slice(mark.length), ...(type === "update" ? { seq: Number(lastEventId) } : {}) });
      });
    }
    source.onerror = () => {
      // Each tab opens its own again, in its own time.
      source.close();
      this.#others.clear();
      for (const id of [...ids, this.#id]) this.#pass(id, { type: "error" });
    };
  }

  #pass(id: string, event: StreamEvent): void {
    if (id === this.#id) return this.#tell(event);
    const other = this.#others.get(id);
    if (other && event.seq !== undefined) goOnFrom(other, event.seq);
    this.#say({ kind: "event", id, ...event });
  }
}

function addressOf({ pathname, search }: URL): string {
  return `${pathname}${search}`;
}

/** Another stream for this address begins where this one got to. */
function goOnFrom(url: URL, seq: number): void {
  url.searchParams.set("after", String(seq));
}

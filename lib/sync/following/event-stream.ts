import type { LiveEvents } from "@/lib/sync/protocol";

/** The part of an `EventSource` that is used. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

/** Calls back with each event of the stream; what can't be read is passed over. */
export function onStreamEvent<T extends keyof LiveEvents>(stream: EventStream, type: T, listener: (data: LiveEvents[T]) => void): void {
  stream.addEventListener(type, ({ data }) => {
    let read: LiveEvents[T];
    try {
      read = JSON.parse(String(data)) as LiveEvents[T];
    } catch {
      return;
    }
    listener(read);
  });
}

import type { ChangeKind } from "@/lib/sync/protocol";

/** What the event stream of a tool sends, as the browser reads it. */

export interface Author {
  readonly userId: string;
  readonly name: string;
}

/** One open tab of the tool. */
export interface PresentTab extends Author {
  readonly tab: string;
  readonly itemId: string | null;
}

export interface StreamEvents {
  /** The stream is open; what was saved after the number asked for follows, up to this one at least. */
  readonly hello: { readonly seq: number };
  /** One save or several; `by` is null when several people made them. */
  readonly update: {
    readonly seq: number;
    readonly update: string;
    readonly by: Author | null;
    readonly itemIds: readonly string[];
  };
  readonly presence: { readonly people: readonly PresentTab[] };
  readonly changed: { readonly what: ChangeKind };
  /** The server ends the stream and would not open it again. */
  readonly bye: { readonly reason: "signed-out" | "no-access" };
}

export const STREAM_EVENTS = ["hello", "update", "presence", "changed", "bye"] as const satisfies readonly (keyof StreamEvents)[];

/** The part of an `EventSource` that is used. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

/** Calls back with each event of the stream; what can't be read is passed over. */
export function onStreamEvent<T extends keyof StreamEvents>(
  stream: EventStream,
  type: T,
  listener: (data: StreamEvents[T]) => void,
): void {
  stream.addEventListener(type, ({ data }) => {
    let read: StreamEvents[T];
    try {
      read = JSON.parse(String(data)) as StreamEvents[T];
    } catch {
      return;
    }
    listener(read);
  });
}

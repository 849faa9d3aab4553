import "server-only";
import type { LiveStream } from "./live-stream";
import type { Topic } from "./topic";

/** Everyone of this process who follows one topic, as the hub sees them. */
export interface Room {
  readonly topic: Topic;
  readonly streams: ReadonlySet<LiveStream>;
  /** Nobody here is looking. */
  readonly isEmpty: boolean;
  /** A person of the agency goes by another name. */
  renamed(): void;
  /** Listening began. @param isAgain what was told before may have been missed. */
  listening(isAgain: boolean): void;
  /** Tells the other instances once more what is open here. */
  repeat(): void;
  /** Every few seconds: what did not work is tried again. */
  tick(): void;
}

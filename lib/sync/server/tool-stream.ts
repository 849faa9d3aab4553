import "server-only";
import { LiveStream, type StreamOptions } from "./live-stream";
import type { ReadNames } from "./present-names";

/** What a tool's stream may ask on behalf of the person who opened it. */
export interface ToolReader {
  /** Everything saved after this number. */
  readSince(after: number): Promise<{ readonly seq: number; readonly update: Uint8Array }>;
  readonly readNames: ReadNames;
  /** Whether the person is told whose changes they are; asked for each save, because a team can change its mind. */
  tellsWho(): boolean;
}

/** One open screen of a tool; its follower is an account. */
export class ToolStream extends LiveStream {
  readonly tab: string;
  readonly reader: ToolReader;
  /** Number of the last update sent; null until the first catching up is over. */
  seq: number | null = null;
  /** The list of people last sent. */
  presence: Uint8Array | null = null;

  constructor({ tab, reader, ...options }: StreamOptions & { readonly tab: string; readonly reader: ToolReader }) {
    super(options);
    this.tab = tab;
    this.reader = reader;
  }

  get userId(): string {
    return this.follower;
  }

  /** Sends an update that reaches to `seq`. */
  sendUpdate(chunk: Uint8Array, seq: number): void {
    this.seq = seq;
    this.send(chunk);
  }
}

import "server-only";
import { instanceId } from "@/lib/platform/db/notifications";
import type { Author, ChangeKind } from "@/lib/sync/protocol";
import { joinSaves, type SavedMessage, tellOthers } from "./instance-messages";
import type { Names, ReadNames, ShownNow } from "./present-names";
import type { Room } from "./room";
import { RoomPresence } from "./room-presence";
import { encodeEvent } from "./server-sent-events";
import type { ToolStream } from "./tool-stream";
import { type ToolTopic, topicKeyOf } from "./topic";

/** One save of this process, fresh from its commit. */
export interface Save {
  readonly seq: number;
  readonly userId: string;
  readonly itemIds: readonly string[];
  /** The Yjs update as it was stored. */
  readonly update: Uint8Array;
}

/** With more of them than this all are forgotten: whose a change was is a nicety, the change itself is in the database. */
const MOST_NOTES = 100;

/** Everyone of this process who has one tool open. */
export class ToolRoom implements Room {
  readonly topic: ToolTopic;
  readonly presence: RoomPresence;
  readonly streams = new Set<ToolStream>();
  readonly #names: Names;
  /** The highest number heard of. */
  #newest = 0;
  /** Saves that no stream has got yet: whose they were and what they changed. */
  #notes: SavedMessage[] = [];
  #isCatchingUp = false;
  /** Something may have been missed: read even if nothing newer was heard of. */
  #isDoubtful = false;
  /** How often that was so. */
  #doubts = 0;

  constructor(topic: ToolTopic, names: Names) {
    this.topic = topic;
    this.#names = names;
    this.presence = new RoomPresence({ topic, instance: instanceId(), streams: this.streams, names });
  }

  get isEmpty(): boolean {
    return this.streams.size === 0 && this.presence.isEmpty;
  }

  /** @returns a ticket for `ready`. */
  join(stream: ToolStream): number {
    this.streams.add(stream);
    this.presence.enter(stream);
    return this.#doubts;
  }

  leave(stream: ToolStream): void {
    if (!this.streams.delete(stream)) return;
    this.presence.leave(stream);
    if (this.streams.size === 0) this.#notes = [];
  }

  /** The stream has caught up by itself, to its `seq`. */
  ready(stream: ToolStream, ticket: number): void {
    this.presence.broadcastSoon();
    if (ticket !== this.#doubts) this.#doubt();
    else if (this.#isBehind(stream)) void this.#catchUp();
  }

  /** A save of this process: whoever has everything before it gets it without the database. */
  saved({ seq, userId, itemIds, update }: Save): void {
    this.#newest = Math.max(this.#newest, seq);
    const shown = this.#names.find(this.topic.agencyId, userId);
    if (shown !== null) {
      const chunks = new UpdateChunks({ seq, update, by: authorOf(shown), itemIds });
      for (const stream of this.streams) if (stream.seq === seq - 1) stream.sendUpdate(chunks.for(stream), seq);
    }
    this.#note({ kind: "saved", ...this.topic, after: seq - 1, seq, userId, itemIds: [...itemIds] });
  }

  /** Saves of another instance: they are read from the database. */
  savedElsewhere(saved: SavedMessage): void {
    this.#newest = Math.max(this.#newest, saved.seq);
    this.#note(saved);
  }

  renamed(): void {
    this.presence.broadcastSoon();
    this.changed("status");
  }

  changed(what: ChangeKind): void {
    this.#sendAll(encodeEvent("changed", { what }));
  }

  listening(isAgain: boolean): void {
    this.#doubt();
    if (isAgain) {
      this.changed("notes");
      this.changed("status");
    }
    this.repeat();
    this.askWho();
  }

  repeat(): void {
    this.presence.repeat();
  }

  /** Asks the other instances who has the tool open at theirs. */
  askWho(): void {
    tellOthers(topicKeyOf(this.topic), { kind: "who", ...this.topic });
  }

  /** Notifications may have been lost. */
  #doubt(): void {
    this.#doubts += 1;
    this.#isDoubtful = true;
    void this.#catchUp();
  }

  tick(): void {
    if (this.#isDoubtful) void this.#catchUp();
    this.presence.expire();
  }

  #note(saved: SavedMessage): void {
    if (![...this.streams].some((stream) => this.#isBehind(stream))) return;
    this.#notes = this.#notes.length < MOST_NOTES ? [...this.#notes, saved] : [];
    void this.#catchUp();
  }

  #isBehind(stream: ToolStream): boolean {
    return stream.seq !== null && stream.seq < this.#newest;
  }

  /** One read for all streams that are behind; whatever comes in meanwhile is read in the next round. */
  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    try {
      for (;;) {
        const started = [...this.streams].filter(({ seq }) => seq !== null);
        const waiting = this.#isDoubtful ? started : started.filter((stream) => this.#isBehind(stream));
        this.#isDoubtful = false;
        const [first] = waiting;
        if (!first) return;
        await this.#readOnce(waiting, first);
      }
    } catch (error) {
      this.#isDoubtful = true;
      console.warn(`Live updates could not be read: ${error instanceof Error ? error.message : error}`);
    } finally {
      this.#isCatchingUp = false;
    }
  }

  async #readOnce(waiting: readonly ToolStream[], { reader }: ToolStream): Promise<void> {
    const newest = this.#newest;
    const after = Math.min(...waiting.map(({ seq }) => seq ?? 0));
    const { seq, update } = await reader.readSince(after);
    const { by, itemIds } = await this.#describe(after, seq, reader.readNames);
    // A number that was heard of but is not there (the database was restored from a backup) must not be waited for.
    if (seq < newest && this.#newest === newest) this.#newest = seq;
    const chunks = new UpdateChunks({ seq, update, by, itemIds });
    for (const stream of this.streams) {
      if (stream.seq === null || stream.seq < after || stream.seq >= seq) continue;
      stream.sendUpdate(chunks.for(stream), seq);
    }
  }

  /** Whose updates these are and what they changed, when the saves heard of are all of them. */
  async #describe(after: number, seq: number, readNames: ReadNames) {
    const notes = this.#notes.filter((note) => note.seq > after && note.seq <= seq).sort((a, b) => a.seq - b.seq);
    this.#notes = this.#notes.filter((note) => note.seq > seq);
    const [first, ...more] = notes;
    let reached = after;
    for (const note of notes) if (note.after <= reached) reached = note.seq;
    if (!first || reached !== seq) return { by: null, itemIds: [] };
    const { userId, itemIds } = more.reduce(joinSaves, first);
    if (!userId) return { by: null, itemIds };
    const names = await this.#names.resolve(this.topic.agencyId, [userId], readNames);
    const shown = names.get(userId);
    return { by: shown ? authorOf(shown) : null, itemIds };
  }

  #sendAll(chunk: Uint8Array): void {
    for (const stream of this.streams) stream.send(chunk);
  }
}

interface UpdateEvent {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly by: Author | null;
  readonly itemIds: readonly string[];
}

function authorOf({ personId, name }: ShownNow): Author {
  return { userId: personId, name };
}

/** One update as each stream may have it, written at most twice. */
class UpdateChunks {
  readonly #event: UpdateEvent;
  #named: Uint8Array | null = null;
  #unnamed: Uint8Array | null = null;

  constructor(event: UpdateEvent) {
    this.#event = event;
  }

  for({ reader }: ToolStream): Uint8Array {
    if (this.#event.by !== null && !reader.tellsWho()) return (this.#unnamed ??= updateEvent({ ...this.#event, by: null }));
    return (this.#named ??= updateEvent(this.#event));
  }
}

export function updateEvent({ update, ...event }: UpdateEvent): Uint8Array {
  return encodeEvent("update", { ...event, update: Buffer.from(update).toString("base64") });
}

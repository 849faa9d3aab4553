import "server-only";
import { instanceId, Listening } from "@/lib/platform/db/notifications";
import { listenToRenamed } from "@/lib/platform/events/renamed";
import { listenToStanding } from "@/lib/platform/events/standing";
import { type Message, readMessage, tellOthers } from "./instance-messages";
import type { LiveStream } from "./live-stream";
import { Names } from "./present-names";
import { Room } from "./room";
import { type Topic, topicKeyOf } from "./topic";

const TICK_MS = 5_000;
/** Each third tick this instance repeats what it has open, and pings itself. */
const TICKS_PER_REPEAT = 3;
/** No ping came back for this long: the connection is dead, or leads through a pooler that cannot listen. */
const SILENT_MS = 40_000;

/** The open streams of this process, and its ear for the other instances. */
export class Hub {
  readonly names = new Names();
  readonly #rooms = new Map<string, Room>();
  readonly #listening: Listening;
  readonly #timer: NodeJS.Timeout;
  #ticks = 0;
  #heardAt = Date.now();
  #hasListened = false;
  /** The process is about to end: nobody may open a stream any more. */
  isClosing = false;

  constructor() {
    this.#listening = new Listening({
      onMessage: (payload) => this.#receive(payload),
      onConnected: () => this.#catchUp(),
    });
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#timer.unref();
    listenToStanding((userId) => this.recheck(userId));
    listenToRenamed((agencyId, userId) => this.renamed(agencyId, userId));
  }

  findRoom(topic: Topic): Room | undefined {
    return this.#rooms.get(topicKeyOf(topic));
  }

  openRoom(topic: Topic): Room {
    const known = this.findRoom(topic);
    if (known) return known;
    const room = new Room(topic, this.names);
    this.#rooms.set(topicKeyOf(topic), room);
    tellOthers(topicKeyOf(topic), { kind: "who", ...topic });
    return room;
  }

  /** Takes a stream out of its room, and an empty room away. */
  leave(room: Room, stream: LiveStream): void {
    room.leave(stream);
    this.#forgetIfEmpty(room);
  }

  countStreamsOf(userId: string): number {
    return this.#streams().filter((stream) => stream.userId === userId).length;
  }

  countStreamsOfAgency(agencyId: string): number {
    let count = 0;
    for (const { topic, streams } of this.#rooms.values()) if (topic.agencyId === agencyId) count += streams.size;
    return count;
  }

  /** Asks again whether a person's streams may go on. */
  recheck(userId: string): void {
    for (const stream of this.#streams()) if (stream.userId === userId) void stream.recheck();
  }

  /** A person of the agency goes by another name. */
  renamed(agencyId: string, userId: string): void {
    this.names.forget(agencyId, userId);
    for (const room of this.#rooms.values()) if (room.topic.agencyId === agencyId) room.renamed();
  }

  /** Cuts every stream, so that the server can stop. */
  close(): void {
    this.isClosing = true;
    listenToStanding(null);
    listenToRenamed(null);
    clearInterval(this.#timer);
    for (const stream of this.#streams()) stream.cut();
    this.#listening.close();
  }

  #streams(): LiveStream[] {
    return [...this.#rooms.values()].flatMap(({ streams }) => [...streams]);
  }

  #forgetIfEmpty(room: Room): void {
    if (room.isEmpty) this.#rooms.delete(topicKeyOf(room.topic));
  }

  #receive(payload: string): void {
    const envelope = readMessage(payload);
    if (!envelope) return;
    this.#heardAt = Date.now();
    if (envelope.from === instanceId()) return;
    try {
      this.#hear(envelope.from, envelope.message);
    } catch (error) {
      console.error("A notification could not be handled:", error);
    }
  }

  #hear(from: string, message: Message): void {
    if (message.kind === "ping") return;
    if (message.kind === "standing") return this.recheck(message.userId);
    if (message.kind === "renamed") return this.renamed(message.agencyId, message.userId);
    const room = this.findRoom(message);
    if (!room) return;
    if (message.kind === "saved") room.savedElsewhere(message);
    else if (message.kind === "changed") room.changed(message.what);
    else if (message.kind === "who") room.presence.repeat();
    else room.presence.hear(from, message);
  }

  /** Whatever was said while this instance could not hear it. */
  #catchUp(): void {
    this.#heardAt = Date.now();
    for (const room of this.#rooms.values()) {
      room.doubt();
      if (this.#hasListened) {
        room.changed("notes");
        room.changed("status");
      }
      room.presence.repeat();
      tellOthers(topicKeyOf(room.topic), { kind: "who", ...room.topic });
    }
    this.#hasListened = true;
  }

  #tick(): void {
    this.#ticks += 1;
    const isRepeatDue = this.#ticks % TICKS_PER_REPEAT === 0;
    for (const room of this.#rooms.values()) {
      room.tick();
      if (isRepeatDue) room.presence.repeat();
      this.#forgetIfEmpty(room);
    }
    if (!isRepeatDue) return;
    tellOthers("", { kind: "ping" });
    if (Date.now() - this.#heardAt > SILENT_MS) {
      this.#heardAt = Date.now();
      this.#listening.reconnect();
    }
  }
}

const STOP_SIGNALS = ["SIGTERM", "SIGINT"] as const;

// Next bundles each route apart; there is one hub per process all the same.
const holder = globalThis as typeof globalThis & { workbookHub?: Hub };

/** The process's hub, if anybody has opened a stream yet: whoever only saves (the seed) needs none. */
export function findHub(): Hub | undefined {
  return holder.workbookHub;
}

export function openHub(): Hub {
  if (!holder.workbookHub) {
    holder.workbookHub = new Hub();
    for (const signal of STOP_SIGNALS) process.once(signal, closeOn);
  }
  return holder.workbookHub;
}

/** Ends this process's part in live updates; opening a stream begins it again. For tests. */
export function closeHub(): void {
  for (const signal of STOP_SIGNALS) process.off(signal, closeOn);
  holder.workbookHub?.close();
  delete holder.workbookHub;
}

/** Next stops serving on these signals, but waits for open answers; streams would keep it waiting for ever. */
function closeOn(signal: NodeJS.Signals): void {
  holder.workbookHub?.close();
  // A signal that somebody listens to does not end the process by itself.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

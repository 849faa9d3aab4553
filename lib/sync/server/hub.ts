import "server-only";
import { instanceId, Listening } from "@/lib/platform/db/notifications";
import { listenToRenamed } from "@/lib/platform/events/renamed";
import { listenToStanding } from "@/lib/platform/events/standing";
import type { ChangeKind } from "@/lib/sync/protocol";
import { type Message, readMessage, tellOthers } from "./instance-messages";
import type { LiveStream } from "./live-stream";
import { Names } from "./present-names";
import type { Room } from "./room";
import { StateRoom, type StateStream } from "./room-of-state";
import { ToolRoom } from "./room-of-tool";
import type { ToolStream } from "./tool-stream";
import { type StateTopic, type ToolTopic, topicKeyOf } from "./topic";

const TICK_MS = 5_000;
/** Each third tick this instance repeats what it has open, and pings itself. */
const TICKS_PER_REPEAT = 3;
/** No ping came back for this long: the connection is dead, or leads through a pooler that cannot listen. */
const SILENT_MS = 40_000;

/** The open streams of this process, and its ear for the other instances. */
export class Hub {
  readonly names = new Names();
  readonly #toolRooms = new Map<string, ToolRoom>();
  readonly #stateRooms = new Map<string, StateRoom>();
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

  findToolRoom(topic: ToolTopic): ToolRoom | undefined {
    return this.#toolRooms.get(topicKeyOf(topic));
  }

  openToolRoom(topic: ToolTopic): ToolRoom {
    const known = this.findToolRoom(topic);
    if (known) return known;
    const room = new ToolRoom(topic, this.names);
    this.#toolRooms.set(topicKeyOf(topic), room);
    room.askWho();
    return room;
  }

  /** Takes a stream out of its room, and an empty room away. */
  leaveTool(room: ToolRoom, stream: ToolStream): void {
    room.leave(stream);
    this.#forgetIfEmpty(room);
  }

  findStateRoom(topic: StateTopic): StateRoom | undefined {
    return this.#stateRooms.get(topicKeyOf(topic));
  }

  openStateRoom(topic: StateTopic): StateRoom {
    const room = this.findStateRoom(topic) ?? new StateRoom(topic);
    this.#stateRooms.set(topicKeyOf(topic), room);
    return room;
  }

  leaveState(room: StateRoom, stream: StateStream): void {
    room.leave(stream);
    this.#forgetIfEmpty(room);
  }

  /** Meetings of the team show what is written into its tools. What stands as before is sent to nobody. */
  toolSaved({ agencyId, teamId }: Pick<ToolTopic, "agencyId" | "teamId">): void {
    for (const room of this.#stateRooms.values()) {
      const { topic } = room;
      if (topic.about.kind === "meeting" && topic.agencyId === agencyId && topic.teamId === teamId) room.changed();
    }
  }

  /** Something beside the answers changed in a tool: its screens are told, and whoever follows the team's board, which draws on several. */
  toolChanged(topic: ToolTopic, what: ChangeKind): void {
    const { agencyId, teamId } = topic;
    this.findToolRoom(topic)?.changed(what);
    this.findStateRoom({ agencyId, teamId, about: { kind: "board", id: teamId } })?.changed();
    // Whether it is marked complete or locked says whether a meeting's decision can be saved.
    this.toolSaved(topic);
  }

  countStreamsOf(follower: string): number {
    return this.#streams().filter((stream) => stream.follower === follower).length;
  }

  countStreamsOfAgency(agencyId: string): number {
    let count = 0;
    for (const { topic, streams } of this.#rooms()) if (topic.agencyId === agencyId) count += streams.size;
    return count;
  }

  /** Asks again whether a person's streams may go on. */
  recheck(userId: string): void {
    for (const stream of this.#streams()) if (stream.follower === userId) void stream.recheck();
  }

  /** A person of the agency goes by another name. */
  renamed(agencyId: string, userId: string): void {
    this.names.forget(agencyId, userId);
    for (const room of this.#rooms()) if (room.topic.agencyId === agencyId) room.renamed();
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
    return this.#rooms().flatMap(({ streams }) => [...streams]);
  }

  #rooms(): Room[] {
    return [...this.#toolRooms.values(), ...this.#stateRooms.values()];
  }

  #forgetIfEmpty({ isEmpty, topic }: Room): void {
    if (!isEmpty) return;
    this.#toolRooms.delete(topicKeyOf(topic));
    this.#stateRooms.delete(topicKeyOf(topic));
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
    if (message.kind === "changed") return this.toolChanged(message, message.what);
    if (message.kind === "state") return this.findStateRoom(message)?.changed();
    if (message.kind === "saved") this.toolSaved(message);
    const room = this.findToolRoom(message);
    if (!room) return;
    if (message.kind === "saved") room.savedElsewhere(message);
    else if (message.kind === "who") room.repeat();
    else room.presence.hear(from, message);
  }

  /** Whatever was said while this instance could not hear it. */
  #catchUp(): void {
    this.#heardAt = Date.now();
    for (const room of this.#rooms()) room.listening(this.#hasListened);
    this.#hasListened = true;
  }

  #tick(): void {
    this.#ticks += 1;
    const isRepeatDue = this.#ticks % TICKS_PER_REPEAT === 0;
    for (const room of this.#rooms()) {
      room.tick();
      if (isRepeatDue) room.repeat();
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

import "server-only";
import type { PresentTab } from "@/lib/sync/protocol";
import { type Message, tellOthers } from "./instance-messages";
import { Presence, type Tab } from "./presence";
import type { Names, ReadNames } from "./present-names";
import { encodeEvent } from "./server-sent-events";
import type { ToolStream } from "./tool-stream";
import { type ToolTopic, topicKeyOf } from "./topic";

/** Changes of presence go out together after this time, and a little later for each open stream. */
const GATHER_MS = 50;
const GATHER_MS_PER_STREAM = 5;
/** Between two of them, so that whoever moves about very quickly does not have the list sent to everybody each time. */
const PAUSE_MS = 250;
/** As many as fit into a notification. */
const TABS_PER_MESSAGE = 25;

interface RoomPresenceOptions {
  readonly topic: ToolTopic;
  readonly instance: string;
  /** The room's, which it keeps up to date. */
  readonly streams: ReadonlySet<ToolStream>;
  readonly names: Names;
}

/** Who has the tool open: keeps the list, sends it to the room's streams, and tells the other instances. */
export class RoomPresence {
  readonly #options: RoomPresenceOptions;
  readonly #presence: Presence;
  #isScheduled = false;
  #sentAt = 0;

  constructor(options: RoomPresenceOptions) {
    this.#options = options;
    this.#presence = new Presence(options.instance);
  }

  /** No tab is open at this instance. */
  get isEmpty(): boolean {
    return this.#presence.own().length === 0;
  }

  enter({ tab, userId }: ToolStream): void {
    this.#presence.enter({ tab, userId }, Date.now());
    const entered = this.#presence.own().find((own) => own.tab === tab && own.userId === userId);
    if (entered) this.#tellPresent([entered], false);
    this.broadcastSoon();
  }

  leave({ tab, userId }: ToolStream): void {
    if (this.#presence.leave({ tab, userId })) this.#tellGone({ tab, userId });
    this.broadcastSoon();
  }

  post(tab: Tab): void {
    const forgotten = this.#presence.post(tab, Date.now());
    if (forgotten) this.#tellGone(forgotten);
    this.#tellPresent([tab], true);
    this.broadcastSoon();
  }

  hear(from: string, message: Extract<Message, { kind: "present" | "gone" }>): void {
    if (message.kind === "gone") this.#presence.hearGone(from, message);
    else for (const tab of message.tabs) this.#presence.hear(from, tab, message.isNews, Date.now());
    this.broadcastSoon();
  }

  expire(): void {
    for (const tab of this.#presence.expire(Date.now())) this.#tellGone(tab);
    this.broadcastSoon();
  }

  /** Tells the others of every tab that is open here. */
  repeat(): void {
    const tabs = this.#presence.own();
    for (let start = 0; start < tabs.length; start += TABS_PER_MESSAGE) {
      this.#tellPresent(tabs.slice(start, start + TABS_PER_MESSAGE), false);
    }
  }

  async list(readNames: ReadNames): Promise<PresentTab[]> {
    const tabs = this.#presence.list();
    const { names, topic } = this.#options;
    const found = await names.resolve(topic.agencyId, tabs.map(({ userId }) => userId), readNames);
    return tabs.map(({ tab, userId, itemId }) => {
      const shown = found.get(userId);
      return { tab, userId: shown?.personId ?? "", name: shown?.name ?? "", itemId };
    });
  }

  /** Sends the list, soon, to every stream that has caught up and does not have it. */
  broadcastSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const waitMs = Math.max(GATHER_MS + GATHER_MS_PER_STREAM * this.#options.streams.size, this.#sentAt + PAUSE_MS - Date.now());
    setTimeout(() => {
      this.#isScheduled = false;
      this.#sentAt = Date.now();
      this.#broadcast().catch((error: unknown) => console.warn("Who is here could not be sent:", error));
    }, waitMs).unref();
  }

  async #broadcast(): Promise<void> {
    const [any] = this.#options.streams;
    if (!any) return;
    const chunk = encodeEvent("presence", { people: await this.list(any.reader.readNames) });
    for (const stream of this.#options.streams) {
      if (stream.seq === null) continue;
      if (stream.presence && Buffer.compare(stream.presence, chunk) === 0) continue;
      stream.presence = chunk;
      stream.send(chunk);
    }
  }

  #tellPresent(tabs: readonly Tab[], isNews: boolean): void {
    const [first] = tabs;
    if (!first) return;
    const { topic } = this.#options;
    const key = isNews ? this.#keyOf(first) : `repeated ${this.#keyOf(first)}`;
    tellOthers(key, { kind: "present", ...topic, isNews, tabs: [...tabs] });
  }

  #tellGone({ tab, userId }: Pick<Tab, "tab" | "userId">): void {
    tellOthers(this.#keyOf({ tab, userId }), { kind: "gone", ...this.#options.topic, tab, userId });
  }

  #keyOf({ tab, userId }: Pick<Tab, "tab" | "userId">): string {
    return `${topicKeyOf(this.#options.topic)} ${userId} ${tab}`;
  }
}

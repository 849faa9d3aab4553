import type { Doc } from "yjs";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import { base64ToBytes } from "@/lib/sync/base64";
import { AnswerEditing } from "@/lib/sync/document/answer-editing";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { TextWatch } from "@/lib/sync/editing/text-watch";
import { UndoHistory } from "@/lib/sync/editing/undo-history";
import { AnswerCache, listen } from "./answer-cache";
import type { Follower } from "./follower";
import { LocalDocument } from "./local-document";
import { openTabChannel, type TabChannel, type TabMessage } from "./other-tabs";
import { type Discarding, ResponseRecovery } from "./response-recovery";
import { type Reach, type SaveState, withReach } from "./save-state";
import { SavedUpdates } from "./saved-updates";
import type { SendTiming } from "./send-timing";
import { createMemoryStorage, type UnsentStorage, type UnsentUpdate } from "./unsent-storage";
import { UpdateSender } from "./update-sender";
import type { Fetched } from "./updates-api";

export interface ResponseStoreOptions {
  readonly userId: string;
  /** "/api/teams/…/tools/…/updates": where changes go, and the name under which unsent ones are kept. */
  readonly updatesUrl: string;
  readonly items: readonly DocumentItem[];
  /** What the server rendered: shown until the document is opened, which waits until after the first paint. */
  readonly answers: Answers;
  /** The document in base64, as of `seq`. */
  readonly documentState: string;
  readonly seq: number;
  readonly storage?: UnsentStorage;
  readonly timing?: Partial<SendTiming>;
}

/**
 * One response in the browser: answers to read and subscribe to item by item, edits that are kept until the server
 * has them. Knows nothing of React.
 */
export class ResponseStore extends AnswerEditing {
  readonly #options: ResponseStoreOptions;
  readonly #items: ReadonlyMap<string, DocumentItem>;
  readonly #answers: AnswerCache;
  readonly #storage: UnsentStorage;
  readonly #stateListeners = new Set<() => void>();
  readonly #document: LocalDocument;
  readonly #saved: SavedUpdates;
  readonly #sender: UpdateSender;
  readonly #recovery: ResponseRecovery;
  readonly #editListeners = new Set<(itemIds: readonly string[]) => void>();
  #saveState: SaveState = { status: "saved" };
  #reach: Reach = "ok";
  #isResumed = false;
  #tabs: TabChannel | null = null;
  #follower: Follower | null = null;
  /** Takes back and repeats what was typed and pasted here. */
  readonly undo = new UndoHistory(() => this.#document.open(), this);

  constructor(options: ResponseStoreOptions) {
    super();
    this.#options = options;
    this.#storage = options.storage ?? createMemoryStorage();
    this.#items = new Map(options.items.map((item) => [item.id, item]));
    this.#answers = new AnswerCache(options.answers, (itemId) => this.#document.read(itemId));
    this.#document = new LocalDocument({
      items: this.#items,
      getInitialState: () => base64ToBytes(options.documentState),
      onChange: (itemIds, isHere) => this.#changed(itemIds, isHere),
      onEdit: (update, itemIds) => this.#sender.add(update, itemIds),
    });
    this.#saved = new SavedUpdates({ ...options, document: this.#document, onNewEdition: () => void this.#sender.moveToEdition() });
    this.#sender = new UpdateSender({
      userId: options.userId,
      updatesUrl: options.updatesUrl,
      storage: this.#storage,
      timing: options.timing,
      edition: () => this.#saved.edition,
      encodeMissing: (stateVector) => this.#document.encodeMissing(stateVector),
      onSending: () => this.#recovery.states.sending((itemId) => this.#answers.get(itemId)),
      describeUnsent: (itemIds) => this.#recovery.describeUnsent(itemIds),
      onApart: (writers) => this.#recovery.renameWriters(writers),
      onRebuilt: () => this.#recovery.moveToEdition(),
      onStateChange: () => this.#publishSaveState(),
      onAcknowledged: (update, seq) => this.#acknowledge(update, seq),
      onQueued: (entry) => {
        this.#tabs?.post({ kind: "changed", entry });
        this.#editListeners.forEach((listener) => listener(entry.itemIds));
      },
      onSaved: (ids) => this.#tabs?.post({ kind: "saved", ids }),
    });
    this.#recovery = new ResponseRecovery({
      items: this.#items,
      document: this.#document,
      sender: this.#sender,
      fetchSince: (seq) => this.#saved.fetchSince(seq),
      listKept: () => this.#storage.list(options.userId, options.updatesUrl),
      startOver: (saved, seq) => this.#startOver(saved, seq),
      initialSeq: options.seq,
      edition: () => this.#saved.edition,
      tellTabs: (message) => this.#tabs?.post(message),
    });
  }

  // Reading

  /** The answer, or null. The same object until it changes. */
  getAnswer(itemId: string): Answer | null {
    return this.#answers.get(itemId);
  }

  /** What the server rendered; what a page shows while it hydrates. */
  getInitialAnswer(itemId: string): Answer | null {
    return this.#answers.getInitial(itemId);
  }

  /** Calls back when this item's answer changes. Returns how to stop. */
  subscribe(itemId: string, listener: () => void): () => void {
    return this.#answers.subscribe(itemId, listener);
  }

  /** Calls back when any answer changes. */
  subscribeAll(listener: () => void): () => void {
    return this.#answers.subscribeAll(listener);
  }

  /** The same object until it changes. */
  getSaveState(): SaveState {
    return this.#saveState;
  }

  subscribeSaveState(listener: () => void): () => void {
    return listen(this.#stateListeners, listener);
  }

  /** Single texts, as teammates change them. */
  get texts(): TextWatch {
    return this.#document.texts;
  }

  /** Calls back with the items of each change made in this tab. */
  subscribeEdits(listener: (itemIds: readonly string[]) => void): () => void {
    return listen(this.#editListeners, listener);
  }

  // Saving

  /** Opens the document and brings back changes kept on this device; the first call only. */
  async resume(): Promise<void> {
    if (this.#isResumed) return;
    this.#isResumed = true;
    this.#document.open();
    const { userId, updatesUrl } = this.#options;
    this.#tabs ??= openTabChannel(userId, updatesUrl, (message) => this.#hear(message));
    // Typed before the page came alive.
    for (const entry of this.#sender.queue.own) this.#tabs?.post({ kind: "changed", entry });
    const kept = await this.#storage.list(userId, updatesUrl).catch(() => []);
    if (kept.length === 0) return;
    this.#restore(kept);
    await this.#sender.resume(kept);
  }

  /** Sends what is waiting, now. */
  async sendNow(): Promise<void> {
    await this.#sender.sendNow();
  }

  /** The same, giving up an attempt from before: it may belong to an earlier session or to a dead connection. */
  async sendAfresh(): Promise<void> {
    await this.#sender.sendAfresh();
  }

  /** The device says it has no network. */
  async lose(): Promise<void> {
    this.#follower?.lose();
    await this.#sender.lose();
  }

  /** For when the page is going away; what is not confirmed by then stays on the device. */
  sendBeforeLeaving(): void {
    this.#sender.sendBeforeLeaving();
  }

  /** Number of the newest update up to which nothing is missing. */
  get seq(): number {
    return this.#saved.seq;
  }

  /** Whether a stream brings every save; see SavedUpdates. */
  get isFed(): boolean {
    return this.#saved.isFed;
  }

  set isFed(isFed: boolean) {
    this.#saved.isFed = isFed;
  }

  /** Fetches what teammates saved since. Quiet when the server can't be reached: the next time will do. */
  async pull(): Promise<Fetched["kind"]> {
    return this.#saved.pull();
  }

  /** Takes in a change the server has; asks for everything when it builds on something that never came. */
  receive(update: Uint8Array, seq: number): void {
    this.#saved.receive(update, seq);
  }

  /** Whether a teammate has the tool open: then what is typed here goes out at once. */
  setWatched(isWatched: boolean): void {
    this.#sender.isWatched = isWatched;
  }

  /** How the page stands with the server, as whoever follows it knows. */
  setReach(reach: Reach): void {
    this.#reach = reach;
    if (reach === "ok") void this.#sender.sendIfUnreached();
    this.#publishSaveState();
  }

  get follower(): Follower | null {
    return this.#follower;
  }

  /** Names who keeps this store up to date. Returns how to end that. */
  follow(follower: Follower): () => void {
    this.#follower = follower;
    return () => {
      follower.stop();
      if (this.#follower === follower) this.#follower = null;
    };
  }

  /** Ends the talk with the person's other tabs. */
  close(): void {
    this.#tabs?.close();
    this.#tabs = null;
  }

  /** Takes back what the server refused; see ResponseRecovery. */
  async discardRefused(): Promise<Discarding> {
    return this.#recovery.discardRefused();
  }

  #startOver(saved: Uint8Array | null, seq: number): void {
    const isOlder = this.#saved.startOver(seq);
    this.#document.reset(saved);
    this.#restore(this.#sender.queue.all);
    this.#changed(new Set(this.#items.keys()), false);
    // What came in since it was asked for.
    if (isOlder && saved) void this.#saved.pull();
  }

  /** Changes to another edition don't fit this one: the sender sees to them. */
  #restore(entries: readonly UnsentUpdate[]): void {
    const { edition } = this.#saved;
    for (const entry of entries) if ((entry.edition ?? 0) === edition) this.#document.restore(entry.update);
  }

  #changed(itemIds: ReadonlySet<string>, isHere: boolean): void {
    const before = [...itemIds].map((itemId) => [itemId, this.#answers.getKnown(itemId)] as const);
    this.#answers.announce(itemIds);
    for (const [itemId, was] of before) {
      if (isHere) this.#recovery.states.edited(itemId, was);
      else this.#recovery.states.changedElsewhere(itemId, was, this.#answers.get(itemId));
    }
  }

  #hear(message: TabMessage): void {
    if (message.kind === "changed") {
      this.#restore([message.entry]);
      this.#sender.hear(message.entry);
      if ((message.entry.edition ?? 0) > this.#saved.edition) void this.#sender.moveToEdition();
      return;
    }
    if (message.kind === "renamed") return void this.#recovery.followRenaming(new Map(message.renamings), message.saved, message.seq);
    this.#sender.forget(message.ids);
    if (message.kind === "saved") return;
    const seq = message.saved ? message.seq : this.#options.seq;
    if (!this.#saved.noteEdition(seq)) this.#startOver(message.saved, seq);
  }

  protected edit(
    itemId: string,
    kind: "text" | "table" | "value",
    change: (doc: Doc, item: DocumentItem) => void,
  ): void {
    const item = this.#items.get(itemId);
    const itemKind = item?.kind === "text" || item?.kind === "table" ? item.kind : "value";
    if (item && kind === itemKind) this.#document.edit((doc) => change(doc, item));
  }

  #publishSaveState(): void {
    const next = withReach(this.#sender.state, this.#reach, this.#sender.queue.isDurable);
    if (JSON.stringify(next) === JSON.stringify(this.#saveState)) return;
    this.#saveState = next;
    this.#stateListeners.forEach((listener) => listener());
  }

  #acknowledge(update: Uint8Array, seq: number): void {
    this.#document.confirm(update);
    this.#recovery.states.saved(this.#sender.queue.itemIds);
    this.#follower?.reached();
    this.#saved.acknowledged(seq);
  }
}

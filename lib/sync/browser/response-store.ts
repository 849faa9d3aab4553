import type { Doc } from "yjs";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import { AnswerEditing } from "@/lib/sync/document/answer-editing";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { TextWatch } from "@/lib/sync/editing/text-watch";
import { UndoHistory } from "@/lib/sync/editing/undo-history";
import { listen } from "./answer-cache";
import type { Follower } from "./follower";
import { ResponseDocument } from "./response-document";
import { type Discarding, ResponseRecovery } from "./response-recovery";
import { type Reach, type SaveState, withReach } from "./save-state";
import { DEFAULT_TIMING, type SendTiming } from "./send-timing";
import { TabTalk } from "./tab-talk";
import { UnsentQueue } from "./unsent-queue";
import { createMemoryStorage, type UnsentStorage } from "./unsent-storage";
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
 * One response in the browser: a document to read and edit, a queue of what the server has not confirmed, and a sender
 * that carries the one to the other. Knows nothing of React.
 */
export class ResponseStore extends AnswerEditing {
  readonly #document: ResponseDocument;
  readonly #queue: UnsentQueue;
  readonly #sender: UpdateSender;
  readonly #recovery: ResponseRecovery;
  readonly #tabs: TabTalk;
  readonly #listKept: () => ReturnType<UnsentStorage["list"]>;
  readonly #stateListeners = new Set<() => void>();
  readonly #editListeners = new Set<(itemIds: readonly string[]) => void>();
  #resuming: Promise<void> | null = null;
  #saveState: SaveState = { status: "saved" };
  #reach: Reach = "ok";
  #follower: Follower | null = null;
  /** Takes back and repeats what was typed and pasted here. */
  readonly undo = new UndoHistory(() => this.#document.local.open(), this);

  constructor(options: ResponseStoreOptions) {
    super();
    const { userId, updatesUrl, seq, storage = createMemoryStorage(), timing } = options;
    this.#listKept = () => storage.list(userId, updatesUrl);
    this.#document = new ResponseDocument({
      ...options,
      onEdit: (update, itemIds) => this.#sender.add(update, itemIds),
      onNewEdition: () => void this.#sender.moveToEdition(),
    });
    this.#queue = new UnsentQueue({
      userId,
      updatesUrl,
      storage,
      edition: () => this.#document.saved.edition,
      describeUnsent: (itemIds) => this.#recovery.describeUnsent(itemIds),
      onDurabilityChange: () => this.#publishSaveState(),
    });
    this.#sender = new UpdateSender({
      userId,
      updatesUrl,
      timing,
      queue: this.#queue,
      encodeMissing: (stateVector) => this.#document.local.encodeMissing(stateVector),
      onSending: () => this.#document.sending(),
      fit: (misfit) => this.#recovery.fit(misfit),
      onStateChange: () => this.#publishSaveState(),
      onAcknowledged: (update, saved) => this.#acknowledge(update, saved),
      onQueued: (entry) => {
        this.#tabs.tell({ kind: "changed", entry });
        this.#editListeners.forEach((listener) => listener(entry.itemIds));
      },
      onSaved: (ids) => this.#tabs.tell({ kind: "saved", ids }),
    });
    const parts = { queue: this.#queue, document: this.#document, sender: this.#sender };
    this.#recovery = new ResponseRecovery({ ...parts, listKept: this.#listKept, initialSeq: seq, tellTabs: (message) => this.#tabs.tell(message) });
    this.#tabs = new TabTalk({
      ...parts,
      userId,
      updatesUrl,
      seq,
      recovery: this.#recovery,
      adoptMs: timing?.adoptMs ?? DEFAULT_TIMING.adoptMs,
      onHeard: () => this.#publishSaveState(),
    });
  }

  // Reading

  /** The answer, or null. The same object until it changes. */
  getAnswer(itemId: string): Answer | null {
    return this.#document.answers.get(itemId);
  }

  /** What the server rendered; what a page shows while it hydrates. */
  getInitialAnswer(itemId: string): Answer | null {
    return this.#document.answers.getInitial(itemId);
  }

  /** Calls back when this item's answer changes. Returns how to stop. */
  subscribe(itemId: string, listener: () => void): () => void {
    return this.#document.answers.subscribe(itemId, listener);
  }

  /** Calls back when any answer changes. */
  subscribeAll(listener: () => void): () => void {
    return this.#document.answers.subscribeAll(listener);
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
    return this.#document.local.texts;
  }

  /** Calls back with the items of each change made in this tab. */
  subscribeEdits(listener: (itemIds: readonly string[]) => void): () => void {
    return listen(this.#editListeners, listener);
  }

  // Saving

  /** Opens the document and brings back changes kept on this device; the first call only. */
  async resume(): Promise<void> {
    await (this.#resuming ??= this.#resume());
  }

  async #resume(): Promise<void> {
    this.#document.local.open();
    this.#tabs.open();
    const kept = await this.#listKept().catch(() => []);
    if (kept.length === 0) return;
    this.#document.restore(kept);
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
    return this.#document.saved.seq;
  }

  /** Whether a stream brings every save; see SavedUpdates. */
  get isFed(): boolean {
    return this.#document.saved.isFed;
  }

  setFed(isFed: boolean): void {
    this.#document.saved.isFed = isFed;
  }

  /** Fetches what teammates saved since. Quiet when the server can't be reached: the next time will do. */
  async pull(): Promise<Fetched["kind"]> {
    return this.#document.saved.pull();
  }

  /** Takes in a change the server has; asks for everything when it builds on something that never came. */
  receive(update: Uint8Array, seq: number): void {
    this.#document.saved.receive(update, seq);
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
    this.#tabs.close();
  }

  /** Takes back what the server refused; see ResponseRecovery. */
  async discardRefused(): Promise<Discarding> {
    return this.#recovery.discardRefused();
  }

  protected edit(itemId: string, kind: "text" | "table" | "value", change: (doc: Doc, item: DocumentItem) => void): void {
    this.#document.edit(itemId, kind, change);
  }

  #publishSaveState(): void {
    const next = withReach(this.#sender.state, this.#reach, this.#queue.isDurable);
    if (JSON.stringify(next) === JSON.stringify(this.#saveState)) return;
    this.#saveState = next;
    this.#stateListeners.forEach((listener) => listener());
  }

  #acknowledge(update: Uint8Array, seq: number): void {
    this.#follower?.reached();
    this.#document.acknowledge(update, seq, this.#queue.itemIds);
  }
}

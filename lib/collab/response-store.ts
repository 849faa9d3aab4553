import type { Doc } from "yjs";
import type { Answer, Answers, TableRow } from "@/lib/tools/answers";
import { AnswerCache, listen } from "./answer-cache";
import { base64ToBytes } from "./base64";
import { readAnswer, writeAnswer } from "./document";
import type { DocumentItem, DocumentTable } from "./document-item";
import { createDocumentFrom, LocalDocument } from "./local-document";
import { randomId } from "./random-id";
import type { SaveState } from "./save-state";
import { addRow, moveRow, removeRow, restoreRow, setCell } from "./table-rows";
import { createMemoryStorage, type UnsentStorage } from "./unsent-storage";
import { type SendTiming, UpdateSender } from "./update-sender";
import { fetchUpdatesSince } from "./updates-api";

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

/** What became of taking back a refused change. */
export type Discarding = "discarded" | "signed-out" | "unreachable";

/**
 * One response in the browser: answers to read and subscribe to item by item, edits that are kept until the server
 * has them. Knows nothing of React.
 */
export class ResponseStore {
  readonly #options: ResponseStoreOptions;
  readonly #items: ReadonlyMap<string, DocumentItem>;
  readonly #answers: AnswerCache;
  readonly #storage: UnsentStorage;
  readonly #stateListeners = new Set<() => void>();
  readonly #document: LocalDocument;
  readonly #sender: UpdateSender;
  #saveState: SaveState = { status: "saved" };
  #seq: number;
  #isResumed = false;

  constructor(options: ResponseStoreOptions) {
    this.#options = options;
    this.#storage = options.storage ?? createMemoryStorage();
    this.#items = new Map(options.items.map((item) => [item.id, item]));
    this.#answers = new AnswerCache(options.answers, (itemId) => this.#document.read(itemId));
    this.#seq = options.seq;
    this.#document = new LocalDocument({
      items: this.#items,
      getInitialState: () => base64ToBytes(options.documentState),
      onChange: (itemIds) => this.#answers.announce(itemIds),
      onEdit: (update, itemIds) => this.#sender.add(update, itemIds),
    });
    this.#sender = new UpdateSender({
      userId: options.userId,
      updatesUrl: options.updatesUrl,
      storage: this.#storage,
      timing: options.timing,
      encodeMissing: (stateVector) => this.#document.encodeMissing(stateVector),
      onStateChange: () => this.#publishSaveState(),
      onAcknowledged: (update, seq) => this.#acknowledge(update, seq),
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

  // Writing

  /** Sets a text answer, sent as the difference from what is there. */
  setText(itemId: string, text: string): void {
    this.#edit(itemId, "text", (doc, item) => writeAnswer(doc, item, withoutNul(text)));
  }

  /**
   * Sets a date, choice, status or rating; null clears it.
   * A choice without `other` keeps the words given with "Other" for when the person comes back to it.
   */
  setValue(itemId: string, value: Exclude<Answer, readonly TableRow[]> | null): void {
    const item = this.#items.get(itemId);
    if (!item || item.kind === "text" || item.kind === "table") return;
    this.#edit(itemId, item.kind, (doc) => writeAnswer(doc, item, value as never));
  }

  /** Adds a row at `index` among the visible rows, or at the end. Returns its id. */
  addRow(itemId: string, options: { readonly index?: number; readonly cells?: TableRow["cells"] } = {}): string {
    const id = randomId();
    this.#editTable(itemId, (doc, table) => addRow(doc, table, { ...options, id }));
    return id;
  }

  removeRow(itemId: string, rowId: string): void {
    this.#editTable(itemId, (doc, table) => removeRow(doc, table, rowId));
  }

  /** Brings a removed row back, with whatever teammates wrote in it meanwhile. */
  restoreRow(itemId: string, rowId: string): void {
    this.#editTable(itemId, (doc, table) => restoreRow(doc, table, rowId));
  }

  /** Moves a row to `index` among the visible rows, counted without it. */
  moveRow(itemId: string, rowId: string, index: number): void {
    this.#editTable(itemId, (doc, table) => moveRow(doc, table, rowId, index));
  }

  setCell(itemId: string, rowId: string, columnId: string, value: string): void {
    this.#editTable(itemId, (doc, table) => setCell(doc, table, rowId, columnId, withoutNul(value)));
  }

  // Saving

  /** Opens the document and brings back changes kept on this device; the first call only. */
  async resume(): Promise<void> {
    if (this.#isResumed) return;
    this.#isResumed = true;
    this.#document.open();
    const { userId, updatesUrl } = this.#options;
    const kept = await this.#storage.list(userId, updatesUrl).catch(() => []);
    if (kept.length === 0) return;
    for (const { update } of kept) this.#document.restore(update);
    await this.#sender.resume(kept);
  }

  /** Sends what is waiting, now. */
  async sendNow(): Promise<void> {
    await this.#sender.sendNow();
  }

  /** For when the page is going away; what is not confirmed by then stays on the device. */
  sendBeforeLeaving(): void {
    this.#sender.sendBeforeLeaving();
  }

  /** Fetches what teammates saved since. Quiet when the server can't be reached: the next time will do. */
  async pull(): Promise<void> {
    const latest = await fetchUpdatesSince(this.#options.updatesUrl, this.#seq);
    if (latest.kind === "fetched") this.receive(latest.update, latest.seq);
  }

  /** Takes in a change the server has. */
  receive(update: Uint8Array, seq: number): void {
    this.#document.receive(update);
    this.#seq = Math.max(this.#seq, seq);
  }

  /**
   * Takes back what the server refused: the refused answer alone when there is one, keeping every other change;
   * otherwise, or when the response is no longer the person's to see, all that is unsent.
   * Discards nothing when the server does not say what is saved.
   */
  async discardRefused(): Promise<Discarding> {
    const { refusal } = this.#sender;
    if (!refusal) return "discarded";
    const saved = await fetchUpdatesSince(this.#options.updatesUrl, 0);
    if (saved.kind === "signed-out" || saved.kind === "unreachable") return saved.kind;
    const item = refusal.itemId === null ? undefined : this.#items.get(refusal.itemId);
    if (saved.kind === "no-access") {
      // What was saved since the page was opened can't be asked for any more.
      await this.#discardAll(null, this.#options.seq);
    } else if (item) await this.#discardAnswer(item, saved.update, saved.seq);
    else await this.#discardAll(saved.update, saved.seq);
    return "discarded";
  }

  async #discardAnswer(item: DocumentItem, saved: Uint8Array, seq: number): Promise<void> {
    const answer = readAnswer(createDocumentFrom(this.#items, saved), item);
    this.receive(saved, seq);
    this.#document.edit((doc) => writeAnswer(doc, item, answer as never));
    await this.#sender.sendNow();
  }

  async #discardAll(saved: Uint8Array | null, seq: number): Promise<void> {
    await this.#sender.discardAll();
    this.#seq = seq;
    this.#document.reset(saved);
    this.#answers.announce(this.#items.keys());
  }

  #edit(itemId: string, kind: DocumentItem["kind"], edit: (doc: Doc, item: DocumentItem) => void): void {
    const item = this.#items.get(itemId);
    if (item?.kind === kind) this.#document.edit((doc) => edit(doc, item));
  }

  #editTable(itemId: string, edit: (doc: Doc, table: DocumentTable) => void): void {
    this.#edit(itemId, "table", (doc, item) => edit(doc, item as DocumentTable));
  }

  #publishSaveState(): void {
    const next = this.#sender.state;
    if (JSON.stringify(next) === JSON.stringify(this.#saveState)) return;
    this.#saveState = next;
    this.#stateListeners.forEach((listener) => listener());
  }

  #acknowledge(update: Uint8Array, seq: number): void {
    this.#document.confirm(update);
    const isNext = seq <= this.#seq + 1;
    if (isNext) this.#seq = Math.max(this.#seq, seq);
    // Someone else saved in between.
    else void this.pull();
  }
}

/** PostgreSQL stores no NUL character; one can only come from a paste. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

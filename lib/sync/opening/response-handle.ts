import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import { base64ToBytes } from "@/lib/sync/base64";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import type { SaveState } from "@/lib/sync/browser/save-state";
import { randomId } from "@/lib/sync/document/random-id";
import type { TextChange } from "@/lib/sync/document/text-diff";
import { textPlace } from "@/lib/sync/editing/text-place";
import { OpeningStore, type Stop } from "./opening-store";

/** A response as a page came with it. */
export interface PageResponse {
  readonly answers: Answers;
  /** The document in base64, as of `seq`. */
  readonly documentState: string;
  readonly seq: number;
}

const SAVED: SaveState = { status: "saved" };

/** Of the pages that are open in this tab. */
const handles = new Set<ResponseHandle>();

/** Gives what was entered so far to its stores, where they have not come yet. */
export async function handOnEntered(): Promise<void> {
  await Promise.all([...handles].filter((handle) => handle.hasEntered).map((handle) => handle.open()));
}

/**
 * What a page's controls hold on to: shows the answers that the server rendered, takes in what is entered, and hands both
 * on to the store once that has come. The store with its document is more than half of a tool page's own script; nobody
 * needs it to read, and it comes when somebody is about to do more (`openSoon`).
 */
export class ResponseHandle {
  readonly #initial: Answers;
  readonly #opening: OpeningStore;
  #response: PageResponse;
  /** What was entered before the store came, by its place: the last counts. */
  readonly #edits = new Map<string, (store: ResponseStore) => void>();
  readonly #entered = new Map<string, Answer | null>();
  /** Texts that somebody is in: what they do from the first letter on can be taken back. */
  readonly #followed = new Set<string>();
  readonly #itemListeners = new Map<string, Set<() => void>>();
  readonly #anyListeners = new Set<() => void>();
  readonly #stateListeners = new Set<() => void>();
  #saveState: SaveState = SAVED;
  #hasFailed = false;

  /** @param loaded The store of an earlier visit, where its script is there already. */
  constructor(response: PageResponse, load: (response: PageResponse) => Promise<ResponseStore>, loaded: ResponseStore | null = null) {
    this.#initial = response.answers;
    this.#response = response;
    this.#opening = new OpeningStore(
      { load: () => load(this.#response), onOpened: (store) => this.#handOn(store), onFailed: () => this.#fail() },
      loaded,
    );
  }

  /** The store, once it has come. */
  get opened(): ResponseStore | null {
    return this.#opening.store;
  }

  get hasEntered(): boolean {
    return this.#edits.size > 0;
  }

  /** Loads the store, unless it is there. Can be called again after a failure. */
  open(): Promise<ResponseStore> {
    return this.#opening.open();
  }

  /** Calls back with the store, at once where it is there. Returns how to stop waiting, and what that began. */
  whenOpened(begin: (store: ResponseStore) => Stop): Stop {
    return this.#opening.hear(begin);
  }

  /** Counts as on the page until it is left. Returns how to end that. */
  stay(): Stop {
    handles.add(this);
    return () => handles.delete(this);
  }

  /** The page was drawn anew, and brings what was saved until then. */
  renew(response: PageResponse): void {
    if (response.seq <= (this.opened ?? this.#response).seq) return;
    if (this.opened) return this.opened.receive(base64ToBytes(response.documentState), response.seq);
    this.#response = response;
    this.#tell(this.#itemListeners.keys());
  }

  // Reading

  /** The answer, or null. The same object until it changes. */
  getAnswer(itemId: string): Answer | null {
    if (this.opened) return this.opened.getAnswer(itemId);
    const entered = this.#entered.get(itemId);
    return entered === undefined ? (this.#response.answers[itemId] ?? null) : entered;
  }

  /** What the server rendered; what a page shows while it hydrates. */
  getInitialAnswer(itemId: string): Answer | null {
    return this.#initial[itemId] ?? null;
  }

  /** Calls back when this item's answer changes. Returns how to stop. */
  subscribe(itemId: string, listener: () => void): Stop {
    const listeners = this.#itemListeners.get(itemId) ?? new Set();
    this.#itemListeners.set(itemId, listeners);
    return this.#listen(listeners, listener, (store) => store.subscribe(itemId, listener));
  }

  /** Calls back when any answer changes. */
  subscribeAll(listener: () => void): Stop {
    return this.#listen(this.#anyListeners, listener, (store) => store.subscribeAll(listener));
  }

  /** The same object until it changes. */
  getSaveState(): SaveState {
    return this.opened?.getSaveState() ?? this.#saveState;
  }

  subscribeSaveState(listener: () => void): Stop {
    return this.#listen(this.#stateListeners, listener, (store) => store.subscribeSaveState(listener));
  }

  /** Tells exactly what teammates change in a text. */
  watchText(place: string, listener: (changes: readonly TextChange[]) => void): Stop {
    return this.#opening.hear((store) => store.texts.watch(place, listener));
  }

  // Entering

  /** Sets a text answer, sent as the difference from what is there. */
  setText(itemId: string, text: string): void {
    this.#edit(itemId, textPlace(itemId), text === "" ? null : text, (store) => store.setText(itemId, text));
  }

  /** Sets a date, choice, status or rating; null clears it. */
  setValue(itemId: string, value: Exclude<Answer, readonly TableRow[]> | null): void {
    this.#edit(itemId, textPlace(itemId), value, (store) => store.setValue(itemId, value));
  }

  setCell(itemId: string, rowId: string, columnId: string, value: string): void {
    const rows = this.#rowsOf(itemId).map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, [columnId]: value } } : row));
    this.#edit(itemId, textPlace(itemId, rowId, columnId), rows, (store) => store.setCell(itemId, rowId, columnId, value));
  }

  /** Adds a row at the end. Returns its id. */
  addRow(itemId: string): string {
    const id = randomId();
    this.#edit(itemId, textPlace(itemId, id), [...this.#rowsOf(itemId), { id, cells: {} }], (store) => store.addRow(itemId, { id }));
    return id;
  }

  removeRow(itemId: string, rowId: string): void {
    this.#opening.whenOpen((store) => store.removeRow(itemId, rowId));
  }

  restoreRow(itemId: string, rowId: string): void {
    this.#opening.whenOpen((store) => store.restoreRow(itemId, rowId));
  }

  moveRow(itemId: string, rowId: string, index: number): void {
    this.#opening.whenOpen((store) => store.moveRow(itemId, rowId, index));
  }

  /** Remembers from now on what is typed in this text; call it before anything can be. */
  followText(place: string): void {
    if (this.opened) this.opened.undo.follow(place);
    else this.#followed.add(place);
  }

  /** What comes next in this text is a step of its own. */
  separateText(place: string): void {
    this.opened?.undo.separate(place);
  }

  /** @returns whether there was anything to take back, or to do again. */
  undoText(direction: "undo" | "redo", place: string): boolean {
    return this.opened?.undo[direction](place) ?? false;
  }

  undoPaste(tableId: string): void {
    this.opened?.undo.undoPaste(tableId);
  }

  /** Sends what is waiting, now. */
  async sendNow(): Promise<void> {
    await (await this.open()).sendNow();
  }

  #rowsOf(itemId: string): readonly TableRow[] {
    return (this.getAnswer(itemId) as readonly TableRow[] | null) ?? [];
  }

  #edit(itemId: string, place: string, entered: Answer | null, edit: (store: ResponseStore) => void): void {
    if (this.opened) return edit(this.opened);
    this.#edits.delete(place);
    this.#edits.set(place, edit);
    this.#entered.set(itemId, entered);
    this.#tell([itemId]);
    this.#publish();
    // What could not be loaded is tried again with the next thing entered, and when the network is back.
    this.#opening.whenOpen(() => undefined);
  }

  #handOn(store: ResponseStore): void {
    for (const place of this.#followed) store.undo.follow(place);
    for (const edit of this.#edits.values()) edit(store);
    this.#edits.clear();
    this.#tell(this.#itemListeners.keys());
    this.#stateListeners.forEach((listener) => listener());
  }

  #tell(itemIds: Iterable<string>): void {
    for (const itemId of itemIds) this.#itemListeners.get(itemId)?.forEach((listener) => listener());
    this.#anyListeners.forEach((listener) => listener());
  }

  #fail(): void {
    this.#hasFailed = true;
    this.#publish();
  }

  #publish(): void {
    const unsent = this.#entered.size;
    this.#saveState = unsent === 0 ? SAVED : this.#hasFailed ? { status: "offline", unsent, isOnDevice: false } : { status: "saving", unsent };
    this.#stateListeners.forEach((listener) => listener());
  }

  #listen(listeners: Set<() => void>, listener: () => void, start: (store: ResponseStore) => Stop): Stop {
    listeners.add(listener);
    const stop = this.#opening.hear(start);
    return () => {
      listeners.delete(listener);
      stop();
    };
  }
}

import {
  applyUpdate,
  decodeStateVector,
  type Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  parseUpdateMeta,
  UndoManager,
} from "yjs";
import type { Answer } from "@/lib/domain/answer/answers";
import { createDocument, findChanges, readAnswer } from "@/lib/sync/document/document";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import { TextWatch } from "@/lib/sync/editing/text-watch";

/** Where changes come from, as Yjs origins. Only "here" has to be sent, and what an `UndoManager` does. */
type Origin = "here" | "server" | "device";

interface LocalDocumentOptions {
  readonly items: ReadonlyMap<string, DocumentItem>;
  /** What the server had when the page was made. Read on first use: opening waits until after the first paint. */
  readonly getInitialState: () => Uint8Array;
  readonly onChange: (itemIds: ReadonlySet<string>, isHere: boolean) => void;
  /** A change made here, to be sent. Comes after `onChange`. */
  readonly onEdit: (update: Uint8Array, itemIds: Iterable<string>) => void;
}

/** The browser's copy of one response, and how much of it the server has confirmed. */
export class LocalDocument {
  readonly #options: LocalDocumentOptions;
  /** Who follows single texts as others change them. */
  readonly texts = new TextWatch();
  #doc: Doc | null = null;
  /** How far the server has confirmed each writer's changes. */
  #confirmed = new Map<number, number>();

  constructor(options: LocalDocumentOptions) {
    this.#options = options;
  }

  /** Opens the document, unless it is open. */
  open(): Doc {
    return this.#doc ?? this.#attach(this.#options.getInitialState());
  }

  /** Whether something taken in builds on changes that never came. */
  get hasGap(): boolean {
    return this.#doc !== null && (this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null);
  }

  /** An answer of the open document; null before it is opened. */
  read(itemId: string): Answer | null {
    const item = this.#options.items.get(itemId);
    return item && this.#doc ? (readAnswer(this.#doc, item) as Answer | null) : null;
  }

  edit(change: (doc: Doc) => void): void {
    const doc = this.open();
    doc.transact(() => change(doc), "here" satisfies Origin);
  }

  /** Takes in a change that the server has. */
  receive(update: Uint8Array): void {
    const doc = this.open();
    if (update.byteLength === 0) return;
    applyUpdate(doc, update, "server" satisfies Origin);
    this.confirm(update);
  }

  /** Brings back an unsent change of an earlier visit or of another tab. */
  restore(update: Uint8Array): void {
    applyUpdate(this.open(), update, "device" satisfies Origin);
  }

  /** The server now has this change. */
  confirm(update: Uint8Array): void {
    for (const [client, clock] of parseUpdateMeta(update).to) {
      this.#confirmed.set(client, Math.max(clock, this.#confirmed.get(client) ?? 0));
    }
  }

  /** Everything the server is missing, as one update: since `stateVector` when it named one, else since it last confirmed. */
  encodeMissing(stateVector: Uint8Array | null): Uint8Array {
    return encodeStateAsUpdate(this.open(), stateVector ?? encodeStateVector(this.#confirmed));
  }

  /** Starts over from what the server has; null for what it had when the page was made. Nobody is told. */
  reset(state: Uint8Array | null): void {
    this.#attach(state ?? this.#options.getInitialState());
  }

  #attach(state: Uint8Array): Doc {
    const { items, onChange, onEdit } = this.#options;
    this.#doc?.destroy();
    const doc = createDocumentFrom(items, state);
    this.#doc = doc;
    this.#confirmed = decodeStateVector(encodeStateVector(doc));
    doc.on("afterTransaction", (transaction) => {
      if (transaction.origin !== ("here" satisfies Origin)) this.texts.announce(transaction);
    });
    doc.on("update", (update: Uint8Array, origin: Origin | UndoManager, _doc, transaction) => {
      const { itemIds } = findChanges(transaction, items);
      const isMine = origin === "here" || origin instanceof UndoManager;
      onChange(itemIds, isMine);
      if (isMine) onEdit(update, itemIds);
    });
    return doc;
  }
}

/** A document of its own with this state; empty bytes make an empty one. */
export function createDocumentFrom(items: ReadonlyMap<string, DocumentItem>, state: Uint8Array): Doc {
  const doc = createDocument(items.values());
  if (state.byteLength > 0) applyUpdate(doc, state);
  return doc;
}

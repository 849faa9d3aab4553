import type { Doc } from "yjs";
import type { Answers } from "@/lib/domain/answer/answers";
import { base64ToBytes } from "@/lib/sync/base64";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import { UnsentStates } from "@/lib/sync/document/unsent-states";
import { AnswerCache } from "./answer-cache";
import { LocalDocument } from "./local-document";
import { SavedUpdates } from "./saved-updates";
import type { UnsentUpdate } from "./unsent-storage";

interface ResponseDocumentOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  readonly items: readonly DocumentItem[];
  readonly answers: Answers;
  readonly documentState: string;
  readonly seq: number;
  /** A change made here, to be sent. */
  readonly onEdit: (update: Uint8Array, itemIds: Iterable<string>) => void;
  /** The server's document was built anew. */
  readonly onNewEdition: () => void;
}

/** The document of one response: its answers to read and to edit, and how far they are what the server has. */
export class ResponseDocument {
  readonly items: ReadonlyMap<string, DocumentItem>;
  readonly answers: AnswerCache;
  readonly local: LocalDocument;
  readonly saved: SavedUpdates;
  /** What the server may have of each answer that was changed here. */
  readonly states = new UnsentStates();

  constructor(options: ResponseDocumentOptions) {
    this.items = new Map(options.items.map((item) => [item.id, item]));
    this.answers = new AnswerCache(options.answers, (itemId) => this.local.read(itemId));
    this.local = new LocalDocument({
      items: this.items,
      getInitialState: () => base64ToBytes(options.documentState),
      onChange: (itemIds, isHere) => this.#changed(itemIds, isHere),
      onEdit: options.onEdit,
    });
    this.saved = new SavedUpdates({ ...options, document: this.local });
  }

  /** One edit of an item; of another kind than the edit is for, it stays as it is. */
  edit(itemId: string, kind: "text" | "table" | "value", change: (doc: Doc, item: DocumentItem) => void): void {
    const item = this.items.get(itemId);
    const itemKind = item?.kind === "text" || item?.kind === "table" ? item.kind : "value";
    if (item && kind === itemKind) this.local.edit((doc) => change(doc, item));
  }

  /** Brings back unsent changes. Those to another edition don't fit this one: the sender sees to them. */
  restore(entries: readonly UnsentUpdate[]): void {
    const { edition } = this.saved;
    for (const entry of entries) if ((entry.edition ?? 0) === edition) this.local.restore(entry.update);
  }

  /** All that is queued goes out as it is now. */
  sending(): void {
    this.states.sending((itemId) => this.answers.get(itemId));
  }

  /** The server took this change of ours; answers that were changed since are `stillUnsent`. */
  acknowledge(update: Uint8Array, seq: number, stillUnsent: ReadonlySet<string>): void {
    this.local.confirm(update);
    this.states.saved(stillUnsent);
    this.saved.acknowledged(seq);
  }

  /** Begins again with what the server has (null: with what it had when the page was made), and what is queued. */
  startOver(saved: Uint8Array | null, seq: number, queued: readonly UnsentUpdate[]): void {
    const isOlder = this.saved.startOver(seq);
    this.local.reset(saved);
    this.restore(queued);
    this.#changed(new Set(this.items.keys()), false);
    // What came in since it was asked for.
    if (isOlder && saved) void this.saved.pull();
  }

  #changed(itemIds: ReadonlySet<string>, isHere: boolean): void {
    const before = [...itemIds].map((itemId) => [itemId, this.answers.getKnown(itemId)] as const);
    this.answers.announce(itemIds);
    for (const [itemId, was] of before) {
      if (isHere) this.states.edited(itemId, was);
      else this.states.changedElsewhere(itemId, was, this.answers.get(itemId));
    }
  }
}

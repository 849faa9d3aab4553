import type { Answer } from "@/lib/tools/answers";
import { readAnswer, writeAnswer } from "./document";
import type { DocumentItem } from "./document-item";
import { isEditionStart } from "./edition";
import { createDocumentFrom, type LocalDocument } from "./local-document";
import type { TabMessage } from "./other-tabs";
import { randomId, randomWriter } from "./random-id";
import type { UpdateSender } from "./update-sender";
import type { Fetched, WriterClock } from "./updates-api";

/** What became of taking back a refused change. */
export type Discarding = "discarded" | "signed-out" | "unreachable";

/** What became of fitting unsent changes to what the server has. */
export type Fitting = "fitted" | "unreachable" | "apart";

interface RecoveryOptions {
  readonly items: ReadonlyMap<string, DocumentItem>;
  readonly document: LocalDocument;
  readonly sender: UpdateSender;
  readonly fetchSince: (seq: number) => Promise<Fetched>;
  /** Begins again with what the server has (null: with what it had when the page was made), and what is queued. */
  readonly startOver: (saved: Uint8Array | null, seq: number) => void;
  /** The number that the page was made with. */
  readonly initialSeq: number;
  readonly tellTabs: (message: TabMessage) => void;
}

/** Ways out when unsent changes and what the server has do not fit together. Nothing is lost unless the person says so. */
export class ResponseRecovery {
  readonly #options: RecoveryOptions;

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  /**
   * Takes back what the server refused: the refused answer alone when there is one, keeping every other change;
   * otherwise, or when the response is no longer the person's to see, all that is unsent.
   * Discards nothing when the server does not say what is saved.
   */
  async discardRefused(): Promise<Discarding> {
    const { sender, items, initialSeq } = this.#options;
    const { refusal } = sender;
    if (!refusal) return "discarded";
    const saved = await this.#options.fetchSince(0);
    if (saved.kind === "unreachable") return saved.kind;
    if (saved.kind === "signed-out" || saved.kind === "someone-else") return "signed-out";
    const item = refusal.itemId === null ? undefined : items.get(refusal.itemId);
    // What was saved since the page was opened can't be asked for any more.
    if (saved.kind === "no-access") await this.#discardAll(null, initialSeq);
    else if (item) await this.#discardAnswer(item, saved.update);
    else await this.#discardAll(saved.update, saved.seq);
    return "discarded";
  }

  async #discardAnswer(item: DocumentItem, saved: Uint8Array): Promise<void> {
    const { document, sender } = this.#options;
    const answer = readAnswer(createDocumentFrom(this.#options.items, saved), item);
    document.receive(saved);
    document.edit((doc) => writeAnswer(doc, item, answer as never));
    await sender.sendNow();
  }

  async #discardAll(saved: Uint8Array | null, seq: number): Promise<void> {
    const { sender, startOver, tellTabs } = this.#options;
    const ids = await sender.discardAll();
    startOver(saved, seq);
    tellTabs({ kind: "discarded", ids, saved, seq });
  }

  /** The server has other content under the numbers of these changes: they are given others, and merge like any. */
  async renameWriters(writers: readonly WriterClock[]): Promise<Fitting> {
    const saved = await this.#options.fetchSince(0);
    if (saved.kind !== "fetched") return "unreachable";
    // Hardly anybody ever needs it.
    const loaded = await import("./rename-writers").catch(() => null);
    if (!loaded) return "unreachable";
    const renamings = new Map(writers.map(({ writer, clock }) => [writer, { clock, to: randomWriter() }]));
    await this.#replaceQueue(saved.update, saved.seq, (entry) => ({ ...entry, id: randomId(), update: loaded.renameWriters(entry.update, renamings) }));
    return "fitted";
  }

  async #replaceQueue(saved: Uint8Array, seq: number, replace: Parameters<UpdateSender["replaceQueue"]>[0]): Promise<void> {
    const { sender, startOver, tellTabs } = this.#options;
    const ids = await sender.replaceQueue(replace);
    startOver(saved, seq);
    tellTabs({ kind: "discarded", ids, saved, seq });
    for (const entry of sender.queued) tellTabs({ kind: "changed", entry });
  }

  /** The document was built anew from its answers: unsent ones are written into the new one, unless others have been there. */
  async moveToEdition(): Promise<Fitting> {
    const saved = await this.#options.fetchSince(0);
    if (saved.kind !== "fetched") return "unreachable";
    const { sender, items, document, startOver, tellTabs } = this.#options;
    const unsent = [...sender.unsentItemIds].flatMap((itemId) => items.get(itemId) ?? []);
    if (unsent.length > 0 && !isEditionStart(saved.seq)) return "apart";
    const mine = unsent.map((item) => [item, document.read(item.id)] as const);
    const old = sender.takeQueue();
    startOver(saved.update, saved.seq);
    document.edit((doc) => {
      for (const [item, answer] of mine) writeAnswer(doc, item, answer as Answer as never);
    });
    tellTabs({ kind: "discarded", ids: old, saved: saved.update, seq: saved.seq });
    await sender.removeKept(old);
    return "fitted";
  }
}

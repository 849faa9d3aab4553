import { readAnswer, writeAnswer } from "@/lib/sync/document/document";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { UnsentAnswer } from "@/lib/sync/document/fit-answer";
import { deriveWriter } from "@/lib/sync/document/random-id";
import type { Renamings } from "@/lib/sync/document/rename-writers";
import { editionOf } from "@/lib/sync/edition";
import type { WriterClock } from "@/lib/sync/protocol";
import { createDocumentFrom } from "./local-document";
import type { TabMessage } from "./other-tabs";
import type { ResponseDocument } from "./response-document";
import type { Fitting, Misfit } from "./sender-states";
import type { UnsentQueue } from "./unsent-queue";
import type { UnsentUpdate } from "./unsent-storage";
import type { UpdateSender } from "./update-sender";

/** What became of taking back a refused change. */
export type Discarding = "discarded" | "signed-out" | "unreachable";

interface RecoveryOptions {
  readonly queue: UnsentQueue;
  readonly document: ResponseDocument;
  readonly sender: UpdateSender;
  /** What the device keeps of this response. */
  readonly listKept: () => Promise<readonly UnsentUpdate[]>;
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

  /** Fits what is queued to what the server has. */
  fit(misfit: Misfit): Promise<Fitting> {
    return misfit.kind === "apart" ? this.#renameWriters(misfit.writers) : this.#moveToEdition();
  }

  /**
   * Takes back what the server refused: the refused answer alone when there is one, keeping every other change;
   * otherwise, or when the response is no longer the person's to see, all that is unsent.
   * Discards nothing when the server does not say what is saved.
   */
  async discardRefused(): Promise<Discarding> {
    const { sender, document, initialSeq } = this.#options;
    const { refusal } = sender;
    if (!refusal) return "discarded";
    const saved = await document.saved.fetchSince(0);
    if (saved.kind === "unreachable" || saved.kind === "outdated") return "unreachable";
    if (saved.kind === "signed-out" || saved.kind === "someone-else") return "signed-out";
    const item = refusal.itemId === null ? undefined : document.items.get(refusal.itemId);
    // What was saved since the page was opened can't be asked for any more.
    if (saved.kind === "no-access") await this.#discardAll(null, initialSeq);
    else if (item && editionOf(saved.seq) !== document.saved.edition) {
      await sender.moveToEdition();
      if (sender.refusal?.itemId === item.id) return this.discardRefused();
    } else if (item) await this.#discardAnswer(item, saved.update);
    else await this.#discardAll(saved.update, saved.seq);
    return "discarded";
  }

  async #discardAnswer(item: DocumentItem, saved: Uint8Array): Promise<void> {
    const { document, sender } = this.#options;
    const answer = readAnswer(createDocumentFrom(document.items, saved), item);
    document.local.receive(saved);
    document.local.edit((doc) => writeAnswer(doc, item, answer as never));
    await sender.sendNow();
  }

  async #discardAll(saved: Uint8Array | null, seq: number): Promise<void> {
    const { sender, document, queue, tellTabs } = this.#options;
    const ids = await sender.discardAll();
    document.states.clear();
    document.startOver(saved, seq, queue.all);
    tellTabs({ kind: "discarded", ids, saved, seq });
  }

  /** The server has other content under the numbers of these changes: they are given others, and merge like any. */
  async #renameWriters(writers: readonly WriterClock[]): Promise<Fitting> {
    const { document, queue, tellTabs } = this.#options;
    const saved = await document.saved.fetchSince(0);
    // Hardly anybody ever needs it.
    const loaded = await import("@/lib/sync/document/rename-writers").catch(() => null);
    if (saved.kind !== "fetched" || !loaded) return "unreachable";
    if (editionOf(saved.seq) !== document.saved.edition) return this.#moveToEdition();
    const renamings: Renamings = new Map(
      writers.map(({ writer, clock }) => [writer, { clock, to: deriveWriter(loaded.findFirst(queue.all, writer)?.id ?? "", writer) }]),
    );
    const renamed = queue.replaceUpdates((update) => loaded.renameWriters(update, renamings));
    document.startOver(saved.update, saved.seq, queue.all);
    tellTabs({ kind: "renamed", renamings: [...renamings], saved: saved.update, seq: saved.seq });
    await renamed;
    return "fitted";
  }

  /** Another tab gave its changes other numbers; what was made here may build on them. */
  async followRenaming(renamings: Renamings, saved: Uint8Array, seq: number): Promise<void> {
    const loaded = await import("@/lib/sync/document/rename-writers").catch(() => null);
    const { document, queue, sender } = this.#options;
    if (!loaded || editionOf(seq) !== document.saved.edition) return;
    const renamed = queue.replaceUpdates((update) => loaded.renameWriters(update, renamings));
    document.startOver(saved, seq, queue.all);
    await renamed;
    // The server may have refused what was built on the numbers before.
    await sender.sendNow();
  }

  /** The document was built anew from its answers: unsent ones are written into the new one, beside what others wrote. */
  async #moveToEdition(): Promise<Fitting> {
    const { sender, document, queue, tellTabs } = this.#options;
    const saved = await document.saved.fetchSince(0);
    const loaded = await import("@/lib/sync/document/fit-answer").catch(() => null);
    if (saved.kind !== "fetched" || !loaded) return "unreachable";
    const kept = await this.#options.listKept().catch(() => []);
    // From here on in one go: nobody can type in between.
    const next = editionOf(saved.seq);
    const stale = queue.own.filter((entry) => (entry.edition ?? 0) !== next);
    if (stale.length === 0 && document.saved.edition === next) return "fitted";
    const unsent = this.#findUnsent(stale, kept);
    if (!unsent) return "apart";
    const ids = stale.map(({ id }) => id);
    sender.forget(ids);
    document.states.clear();
    document.startOver(saved.update, saved.seq, queue.all);
    for (const [item, answer] of unsent) {
      // With what other tabs have written into it already.
      const fitted = loaded.fitAnswer(item, answer, document.local.read(item.id));
      document.local.edit((doc) => writeAnswer(doc, item, fitted as never));
    }
    tellTabs({ kind: "saved", ids });
    // First the new ones: a page that ends in between must find either.
    await queue.keepAll();
    await queue.removeKept(ids).catch(() => undefined);
    return "fitted";
  }

  /** Each answer that these changes are about, with what is known of it; null when of one nothing is. */
  #findUnsent(stale: readonly UnsentUpdate[], kept: readonly UnsentUpdate[]): [DocumentItem, UnsentAnswer][] | null {
    const { queue, document } = this.#options;
    const { items, local, states } = document;
    const found: [string, UnsentAnswer | null][] = [];
    for (const itemId of new Set(stale.filter(({ id }) => queue.isMadeHere(id)).flatMap(({ itemIds }) => itemIds))) {
      const known = states.find(itemId);
      found.push([itemId, known && { ...known, mine: local.read(itemId) }]);
    }
    const fromElsewhere = stale.filter(({ id }) => !queue.isMadeHere(id));
    for (const itemId of new Set(fromElsewhere.flatMap(({ itemIds }) => itemIds))) {
      const newest = fromElsewhere.findLastIndex(({ itemIds }) => itemIds.includes(itemId));
      const since = new Set(fromElsewhere.slice(newest).map(({ id }) => id));
      const record = kept.findLast(({ id, answers }) => since.has(id) && answers?.[itemId] !== undefined);
      found.push([itemId, record?.answers?.[itemId] ?? null]);
    }
    // A question that the tool no longer has.
    const ours = found.flatMap(([itemId, answer]) => (items.has(itemId) ? [[items.get(itemId) as DocumentItem, answer] as const] : []));
    return ours.every((pair): pair is [DocumentItem, UnsentAnswer] => pair[1] !== null) ? ours.map(([item, answer]) => [item, answer as UnsentAnswer]) : null;
  }

  /** What a later visit needs to write these answers into another edition. */
  describeUnsent(itemIds: Iterable<string>): Readonly<Record<string, UnsentAnswer>> {
    const { local, states } = this.#options.document;
    const entries = [...itemIds].flatMap((itemId) => {
      const known = states.find(itemId);
      return known ? [[itemId, { ...known, mine: local.read(itemId) }] as const] : [];
    });
    return Object.fromEntries(entries);
  }
}

import { randomId } from "@/lib/sync/document/random-id";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";

interface QueueOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  readonly storage: UnsentStorage;
  /** The edition of the document that is edited here. */
  readonly edition: () => number;
  /** These answers as they are, for a later visit that finds another edition. */
  readonly describeUnsent: (itemIds: ReadonlySet<string>) => UnsentUpdate["answers"];
  /** The device keeps everything now, or something no more. */
  readonly onDurabilityChange: () => void;
}

/** What the server has not confirmed, oldest first: changes to send from here, kept on the device, and those other tabs send. */
export class UnsentQueue {
  readonly #options: QueueOptions;
  #own: readonly UnsentUpdate[] = [];
  /** Changes that another tab of this person keeps and sends. */
  #elsewhere: readonly UnsentUpdate[] = [];
  /** Ids of what was made in this tab since it was opened. */
  readonly #madeHere = new Set<string>();
  /** Own changes that the device would not keep: it may later. */
  readonly #unkept = new Set<string>();

  constructor(options: QueueOptions) {
    this.#options = options;
    options.storage.onLost?.(() => void this.keepAll());
  }

  /** What is to be sent from here. */
  get own(): readonly UnsentUpdate[] {
    return this.#own;
  }

  /** All that is unsent, other tabs' changes too. */
  get all(): readonly UnsentUpdate[] {
    return [...this.#own, ...this.#elsewhere];
  }

  get itemIds(): ReadonlySet<string> {
    return new Set(this.all.flatMap((entry) => entry.itemIds));
  }

  /** Whether all of it outlives the page. */
  get isDurable(): boolean {
    return this.#options.storage.isDurable && this.#unkept.size === 0;
  }

  /** Own changes to another edition than the one edited here: the page can't show them. */
  get ofOtherEdition(): readonly UnsentUpdate[] {
    const edition = this.#options.edition();
    return this.#own.filter((entry) => (entry.edition ?? 0) !== edition);
  }

  isMadeHere(id: string): boolean {
    return this.#madeHere.has(id);
  }

  /** Takes in a change made here and keeps it on the device. */
  add(update: Uint8Array, itemIds: Iterable<string>): UnsentUpdate {
    const { userId, updatesUrl, edition } = this.#options;
    const entry = { id: randomId(), userId, updatesUrl, itemIds: [...itemIds], update, edition: edition() };
    this.#own = [...this.#own, entry];
    this.#madeHere.add(entry.id);
    void this.#keep(entry);
    return entry;
  }

  /** Puts changes kept from an earlier visit before those of this one. */
  resume(entries: readonly UnsentUpdate[]): void {
    this.#own = [...entries.filter((entry) => !this.#isOwn(entry.id)), ...this.#own];
  }

  /** Another tab of this person keeps this change, and sends it. @returns whether that is news. */
  hear(entry: UnsentUpdate): boolean {
    if (this.all.some(({ id }) => id === entry.id)) return false;
    this.#elsewhere = [...this.#elsewhere, entry];
    return true;
  }

  /** Lets go of other tabs' changes, which are to be sent from here too. */
  adopt(): readonly UnsentUpdate[] {
    const adopted = this.#elsewhere;
    this.#elsewhere = [];
    return adopted;
  }

  /** These changes are saved or discarded; the device may still keep them. */
  forget(ids: ReadonlySet<string>): void {
    this.#own = this.#own.filter(({ id }) => !ids.has(id));
    this.#elsewhere = this.#elsewhere.filter(({ id }) => !ids.has(id));
    for (const id of ids) {
      this.#unkept.delete(id);
      this.#madeHere.delete(id);
    }
  }

  /** The device need not keep these any longer. */
  async removeKept(ids: readonly string[]): Promise<void> {
    await this.#options.storage.remove(ids);
  }

  /** Puts something else in the place of each update, at once; resolves when the device keeps it too. */
  async replaceUpdates(replace: (update: Uint8Array) => Uint8Array): Promise<void> {
    const replaceIn = (entry: UnsentUpdate): UnsentUpdate => ({ ...entry, update: replace(entry.update) });
    this.#own = this.#own.map(replaceIn);
    this.#elsewhere = this.#elsewhere.map(replaceIn);
    await this.keepAll();
  }

  /** Resolves when the device keeps what is to be sent from here, or would not. */
  async keepAll(): Promise<void> {
    await Promise.all(this.#own.map((entry) => this.#keep(entry)));
  }

  /** The device may have room again. */
  keepUnkept(): void {
    for (const entry of this.#own) if (this.#unkept.has(entry.id)) void this.#keep(entry);
  }

  /** With the newest change made here the device keeps what is unsent as answers: this page may be gone when it can be sent. */
  keepAnswers(): void {
    const index = this.#own.findLastIndex(({ id }) => this.#madeHere.has(id));
    const entry = this.#own[index];
    const answers = entry && this.#options.describeUnsent(this.itemIds);
    if (!entry || !answers) return;
    const described = { ...entry, answers };
    this.#own = this.#own.with(index, described);
    void this.#keep(described);
  }

  #isOwn(id: string): boolean {
    return this.#own.some((entry) => entry.id === id);
  }

  async #keep(entry: UnsentUpdate): Promise<void> {
    const wasDurable = this.isDurable;
    try {
      await this.#options.storage.add(entry);
      this.#unkept.delete(entry.id);
      // Saved or discarded while the device took its time.
      if (!this.#isOwn(entry.id)) await this.#options.storage.remove([entry.id]);
    } catch {
      if (this.#isOwn(entry.id)) this.#unkept.add(entry.id);
    }
    if (this.isDurable !== wasDurable) this.#options.onDurabilityChange();
  }
}

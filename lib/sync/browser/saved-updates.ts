import { editionOf } from "@/lib/sync/edition";
import type { LocalDocument } from "./local-document";
import { type Fetched, fetchUpdatesSince } from "./updates-api";

interface SavedUpdatesOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  /** The newest update that the document began with. */
  readonly seq: number;
  readonly document: Pick<LocalDocument, "receive" | "hasGap">;
  /** The server's document was built anew. */
  readonly onNewEdition: () => void;
}

/** Takes into the document what the server has, and knows up to which update nothing is missing. */
export class SavedUpdates {
  readonly #options: SavedUpdatesOptions;
  #seq: number;
  /** "filling": something came that builds on what never did, and all of it was asked for. */
  #whole: "whole" | "filling" = "whole";
  /** While a stream brings every save, in order, there is no need to ask for those of teammates. */
  isFed = false;

  constructor(options: SavedUpdatesOptions) {
    this.#options = options;
    this.#seq = options.seq;
  }

  /** Number of the newest update up to which nothing is missing. */
  get seq(): number {
    return this.#seq;
  }

  /** The edition of the document that is edited here. */
  get edition(): number {
    return editionOf(this.#seq);
  }

  /** Asks for what was saved since, and takes nothing in. */
  fetchSince(seq: number): Promise<Fetched> {
    const { updatesUrl: url, userId } = this.#options;
    return fetchUpdatesSince({ url, userId, seq });
  }

  /** Fetches what teammates saved since. Quiet when the server can't be reached: the next time will do. */
  async pull(after = this.#seq): Promise<Fetched["kind"]> {
    const latest = await this.fetchSince(after);
    if (latest.kind === "fetched") this.receive(latest.update, latest.seq);
    return latest.kind;
  }

  /** Takes in a change the server has; asks for everything when it builds on something that never came. */
  receive(update: Uint8Array, seq: number): void {
    if (editionOf(seq) !== this.edition) {
      // The first of a new edition is all of it; what is unsent is fitted to it by the sender.
      this.noteEdition(seq);
      return;
    }
    const { document } = this.#options;
    document.receive(update);
    this.#seq = Math.max(this.#seq, seq);
    if (document.hasGap && this.#whole === "whole") void this.pull(0);
    this.#whole = document.hasGap ? "filling" : "whole";
  }

  /** An update with this number was seen. @returns whether it is of a later edition than this one. */
  noteEdition(seq: number): boolean {
    const isLater = editionOf(seq) > this.edition;
    if (isLater) this.#options.onNewEdition();
    return isLater;
  }

  /** The server took a change of ours, which the document has. */
  acknowledged(seq: number): void {
    const isNext = seq <= this.#seq + 1;
    if (isNext) this.#seq = Math.max(this.#seq, seq);
    // Someone else saved in between.
    else if (!this.isFed) void this.pull();
  }

  /** The document begins anew with this update as its newest. @returns whether a later one had come in before. */
  startOver(seq: number): boolean {
    const isOlder = seq < this.#seq;
    this.#seq = seq;
    return isOlder;
  }
}

import type { Reach } from "@/lib/sync/browser/save-state";
import { type Fetched, fetchUpdatesSince } from "@/lib/sync/browser/updates-api";

interface FollowedSavesOptions {
  /** "/api/teams/…/tools/…/updates" */
  readonly updatesUrl: string;
  readonly userId: string;
  /** Number of the newest save that the page shows. */
  readonly seq: number;
  readonly onReach: (reach: Reach) => void;
}

/**
 * Stands where a tool's page has its document, for a page that only has to hear that something was saved, and then asks the
 * server for its own view of it: it knows up to which save nothing is missing, and what came it lets go.
 */
export class FollowedSaves {
  readonly #options: FollowedSavesOptions;
  #seq: number;
  isFed = false;

  constructor(options: FollowedSavesOptions) {
    this.#options = options;
    this.#seq = options.seq;
  }

  get seq(): number {
    return this.#seq;
  }

  setFed(isFed: boolean): void {
    this.isFed = isFed;
  }

  receive(_update: Uint8Array, seq: number): void {
    this.#seq = Math.max(this.#seq, seq);
  }

  async pull(): Promise<Fetched["kind"]> {
    const { updatesUrl: url, userId } = this.#options;
    const latest = await fetchUpdatesSince({ url, userId, seq: this.#seq });
    if (latest.kind === "fetched") this.receive(latest.update, latest.seq);
    return latest.kind;
  }

  setReach(reach: Reach): void {
    this.#options.onReach(reach);
  }
}

import { USER_HEADER } from "@/lib/platform/http/user-header";

interface LookedOptions {
  /** "/api/teams/…/tools/…" */
  readonly toolUrl: string;
  readonly userId: string;
  /** As of when the page's news are. */
  readonly at: string;
  /** The items that are new. */
  readonly itemIds: readonly string[];
  /** Where the person was last, as the server knows it. */
  readonly lastItem: string | null;
}

/** Between what is looked at and saying so, milliseconds: several items go together. */
const GATHER_MS = 1_500;

/**
 * Tells the server what the person has looked at, and where they are when they leave. What can't be told is told the next
 * time: it stays marked.
 */
export class Looked {
  readonly #options: LookedOptions;
  readonly #left: Set<string>;
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #place: string | null;
  #toldPlace: string | null;

  constructor(options: LookedOptions) {
    this.#options = options;
    this.#left = new Set(options.itemIds);
    this.#place = options.lastItem;
    this.#toldPlace = options.lastItem;
  }

  /** How many are still to be looked at. */
  get left(): number {
    return this.#left.size;
  }

  lookAt(itemId: string): void {
    if (!this.#left.delete(itemId)) return;
    this.#waiting.push(itemId);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), GATHER_MS);
  }

  /** Everything that the page shows as new, and what happened to the tool. */
  lookAtAll(): void {
    this.#left.clear();
    clearTimeout(this.#timer);
    this.#tell({ isAll: true });
  }

  moveTo(itemId: string): void {
    this.#place = itemId;
  }

  /** The page is left, or out of sight. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0 || this.#place !== this.#toldPlace) this.#tell();
  }

  #tell({ isAll = this.#waiting.length > 0 && this.#left.size === 0 } = {}): void {
    const { toolUrl, userId, at } = this.#options;
    if (!navigator.onLine) return;
    const body = { at, itemIds: isAll ? null : this.#waiting, lastItem: this.#place };
    this.#waiting = [];
    this.#toldPlace = this.#place;
    void fetch(`${toolUrl}/seen`, {
      method: "POST",
      keepalive: true,
      headers: { "content-type": "application/json", [USER_HEADER]: userId },
      body: JSON.stringify(body),
    }).catch(() => undefined);
  }
}

import { USER_HEADER } from "@/lib/platform/http/user-header";
import type { PresentTab } from "@/lib/sync/protocol";

/** Milliseconds, each. */
interface PresenceTiming {
  /** Between two moves that are told. */
  readonly quietMs: number;
  /** Between repetitions while there is no stream: the server forgets a tab it hears nothing of. */
  readonly repeatMs: number;
  /** Who has not touched the page for this long is not repeated, so that an empty chair is signed out in time. */
  readonly awayMs: number;
}

const DEFAULT_TIMING: PresenceTiming = { quietMs: 1_500, repeatMs: 15_000, awayMs: 120_000 };

interface PresenceSenderOptions {
  /** "/api/teams/…/tools/…" */
  readonly toolUrl: string;
  /** Whose page this is. */
  readonly userId: string;
  readonly tab: string;
  readonly onPeople: (people: readonly PresentTab[]) => void;
  readonly timing?: Partial<PresenceTiming>;
}

/** Tells the team where in the tool this person is. Nothing depends on its arriving. */
export class PresenceSender {
  readonly #options: PresenceSenderOptions;
  readonly #timing: PresenceTiming;
  #itemId: string | null = null;
  #sentItemId: string | null = null;
  #sentAt = 0;
  #touchedAt = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PresenceSenderOptions) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  /** The person is at this item now; null for none. */
  moveTo(itemId: string | null): void {
    this.#touchedAt = Date.now();
    this.#itemId = itemId;
    if (itemId === this.#sentItemId) return clearTimeout(this.#timer);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), Math.max(0, this.#sentAt + this.#timing.quietMs - Date.now()));
  }

  /** The person did something. */
  touch(): void {
    this.#touchedAt = Date.now();
  }

  /** Says it again when it is time to. */
  repeat(): void {
    const now = Date.now();
    if (now - this.#sentAt >= this.#timing.repeatMs && now - this.#touchedAt < this.#timing.awayMs) void this.#send();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { toolUrl, userId, tab, onPeople } = this.#options;
    const itemId = this.#itemId;
    this.#sentItemId = itemId;
    this.#sentAt = Date.now();
    try {
      const response = await fetch(`${toolUrl}/presence`, {
        method: "POST",
        headers: { "content-type": "application/json", [USER_HEADER]: userId },
        body: JSON.stringify({ tab, itemId }),
      });
      const { people } = (await response.json()) as { people?: unknown };
      if (response.ok && Array.isArray(people)) onPeople(people as PresentTab[]);
    } catch {
      // The next move tells it.
    }
  }
}

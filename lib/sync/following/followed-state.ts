import { USER_HEADER } from "@/lib/platform/http/user-header";
import type { Reach } from "@/lib/sync/browser/save-state";
import { type Fetched, REQUEST_TIMEOUT_MS, turnedAway } from "@/lib/sync/browser/updates-api";
import { PROTOCOL_PARAMETER, PROTOCOL_VERSION, type StateBody } from "@/lib/sync/protocol";

interface FollowedStateOptions {
  /** "/api/teams/…/rounds/…" */
  readonly topicUrl: string;
  /** The account; null for somebody without one. */
  readonly userId: string | null;
  /** It stands otherwise than it was last known to. */
  readonly onState: (state: object) => void;
  readonly onReach: (reach: Reach) => void;
}

/**
 * Stands where a tool's page has its document, for a page about a round, a meeting or a board: it knows how that stands, by the
 * stream or by asking.
 */
export class FollowedState {
  readonly #options: FollowedStateOptions;
  #known: string | null = null;
  /** How many times it was told, and how many times it was news. */
  #told = 0;
  #seq = 0;
  isFed = false;

  constructor(options: FollowedStateOptions) {
    this.#options = options;
  }

  /** Counts here what was news: the topic itself has no number. */
  get seq(): number {
    return this.#seq;
  }

  setFed(isFed: boolean): void {
    this.isFed = isFed;
  }

  receiveState(state: object): void {
    this.#told += 1;
    const said = JSON.stringify(state);
    if (said === this.#known) return;
    this.#known = said;
    this.#seq += 1;
    this.#options.onState(state);
  }

  async pull(): Promise<Fetched["kind"]> {
    const { topicUrl, userId } = this.#options;
    const told = this.#told;
    try {
      const response = await fetch(`${topicUrl}/events?once&${PROTOCOL_PARAMETER}=${PROTOCOL_VERSION}`, {
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(userId === null ? {} : { headers: { [USER_HEADER]: userId } }),
      });
      const body = (await response.json()) as Partial<StateBody>;
      if (response.status !== 200 || !body.state) return turnedAway(response.status, body);
      // What the stream brought meanwhile is newer.
      if (told === this.#told) this.receiveState(body.state);
      return "fetched";
    } catch {
      return "unreachable";
    }
  }

  setReach(reach: Reach): void {
    this.#options.onReach(reach);
  }
}

import { setTimeout as wait } from "node:timers/promises";
import { USER_HEADER } from "@/lib/platform/http/user-header";
import type { TestPerson } from "@/tests/support/e2e-database";

/** What can go wrong with a request; shares of all requests, from 0 to 1. */
export interface Faults {
  /** Never arrives. */
  readonly lost: number;
  /** Arrives and is answered, but the answer gets lost. */
  readonly unanswered: number;
  /** Arrives twice. */
  readonly doubled: number;
  /** The answer is held back this long at most, milliseconds. */
  readonly delayMs: number;
}

export const NO_FAULTS: Faults = { lost: 0, unanswered: 0, doubled: 0, delayMs: 0 };

const realFetch = globalThis.fetch;

/** Stands between the clients of one process and the app: carries their cookies, loses, doubles and delays. */
export class Network {
  readonly #cookies: ReadonlyMap<string, string>;
  readonly #origin: string;
  readonly #faults: Faults;
  readonly #random: () => number;
  /** Nothing passes, and nothing that is under way is heard of any more. */
  isCut = false;
  /** Who is offline, by user id. */
  readonly offline = new Set<string>();
  readonly counts = { requests: 0, lost: 0, unanswered: 0, doubled: 0 };

  constructor(origin: string, people: readonly TestPerson[], faults: Faults = NO_FAULTS, random: () => number = Math.random) {
    this.#origin = origin;
    this.#cookies = new Map(people.map(({ userId, cookie }) => [userId, `${cookie.name}=${cookie.value}`]));
    this.#faults = faults;
    this.#random = random;
  }

  open(): void {
    globalThis.fetch = (input, init) => this.#carry(String(input), init ?? {});
  }

  close(): void {
    globalThis.fetch = realFetch;
  }

  async #carry(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address);
    const headers = new Headers(init.headers);
    // Who asks is in the address, because only changes name their person in a header.
    const userId = headers.get(USER_HEADER) ?? url.username;
    url.username = "";
    headers.set("Cookie", this.#cookies.get(userId) ?? "");
    headers.set("Origin", this.#origin);
    const isOut = () => this.isCut || this.offline.has(userId);
    const happens = (share: number) => this.#random() < share;
    this.counts.requests++;
    if (isOut()) throw new TypeError("offline");
    if (happens(this.#faults.lost)) {
      this.counts.lost++;
      throw new TypeError("lost on the way");
    }
    const send = async () => {
      const response = await realFetch(url, { ...init, headers });
      const hasBody = response.status !== 204;
      return new Response(hasBody ? await response.arrayBuffer() : null, { status: response.status, headers: response.headers });
    };
    if (happens(this.#faults.doubled)) {
      this.counts.doubled++;
      await send();
    }
    const response = await send();
    if (this.#faults.delayMs > 0) await wait(this.#random() * this.#faults.delayMs);
    if (isOut() || happens(this.#faults.unanswered)) {
      this.counts.unanswered++;
      throw new TypeError("the answer got lost");
    }
    return response;
  }
}

/** An address that says who asks. */
export function addressFor(appUrl: string, teamId: string, toolNumber: number, userId: string): string {
  const url = new URL(`${appUrl}/api/teams/${teamId}/tools/${toolNumber}/updates`);
  url.username = userId;
  return url.href;
}

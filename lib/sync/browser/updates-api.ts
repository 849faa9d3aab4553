import { USER_HEADER } from "@/lib/platform/http/user-header";
import { base64ToBytes } from "@/lib/sync/base64";
import {
  EDITION_HEADER,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REFRESH,
  SEQ_HEADER,
  type UpdateProblemBody,
  type UpdatesBody,
  type WriterClock,
} from "@/lib/sync/protocol";
import type { Refusal } from "./save-state";

/** What became of an update that was sent. */
export type Outcome =
  | { readonly kind: "acknowledged"; /** The update's number; 0 when the server had all of it. */ readonly seq: number }
  | { readonly kind: "behind"; /** What the server has. */ readonly stateVector: Uint8Array }
  /** Other content has the numbers of these writers' changes, from these on. */
  | { readonly kind: "apart"; readonly writers: readonly WriterClock[] }
  /** The document was built anew from its answers. */
  | { readonly kind: "rebuilt" }
  /** Too much at once. `waitMs` is null when the server did not say how long to wait. */
  | { readonly kind: "too-many"; readonly waitMs: number | null }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "signed-out"; /** Another person is signed in now. */ readonly isSomeoneElse: boolean }
  /** The server no longer speaks with pages as old as this one. */
  | { readonly kind: "outdated" }
  | { readonly kind: "unreachable" };

/** On a network that swallows requests nothing would ever fail by itself. */
export const REQUEST_TIMEOUT_MS = 20_000;

/** Whose page asks, and which version of it. */
const naming = (userId: string) => ({ [USER_HEADER]: userId, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) });

interface UpdateToPost {
  readonly url: string;
  readonly userId: string;
  readonly update: Uint8Array;
  /** Which edition of the document it was made to. */
  readonly edition: number;
}

/** Sends one update. Never throws: no answer is an outcome too. `options.signal` replaces the usual time limit. */
export async function postUpdate({ url, userId, update, edition }: UpdateToPost, options: RequestInit = {}): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...options,
      method: "POST",
      headers: { "content-type": "application/octet-stream", ...naming(userId), [EDITION_HEADER]: String(edition) },
      body: update as Uint8Array<ArrayBuffer>,
    });
    // Only an answer of ours counts: a proxy's "200, please sign in" page must not pass for saved.
    const seq = response.headers.get(SEQ_HEADER);
    if (response.status === 204) return seq ? { kind: "acknowledged", seq: Number(seq) } : { kind: "unreachable" };
    return troubleOf(response, (await response.json()) as unknown);
  } catch {
    return { kind: "unreachable" };
  }
}

function troubleOf({ status, headers }: Response, body: unknown): Outcome {
  const { error, message, itemId, stateVector, writers } = (body ?? {}) as { readonly [Key in keyof UpdateProblemBody]?: unknown };
  if (status === 401) return { kind: "signed-out", isSomeoneElse: error === "someone-else" };
  if (status === 409 && error === REFRESH) return { kind: "outdated" };
  if (status === 409 && typeof stateVector === "string") {
    return { kind: "behind", stateVector: base64ToBytes(stateVector) };
  }
  if (status === 409 && error === "apart" && Array.isArray(writers)) return { kind: "apart", writers: writers as WriterClock[] };
  if (status === 409 && error === "rebuilt") return { kind: "rebuilt" };
  if (status === 429 && error === "too-many") return { kind: "too-many", waitMs: Number(headers.get("retry-after")) * 1_000 || null };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429 && typeof message === "string") {
    return { kind: "refused", refusal: { message, itemId: typeof itemId === "string" ? itemId : null } };
  }
  return { kind: "unreachable" };
}

/** What became of asking for updates. */
export type Fetched =
  | { readonly kind: "fetched"; readonly update: Uint8Array; readonly seq: number }
  | { readonly kind: "signed-out" }
  /** Another person has signed in in this browser. */
  | { readonly kind: "someone-else" }
  /** The team or the tool is no longer the person's to see. */
  | { readonly kind: "no-access" }
  /** The server no longer speaks with pages as old as this one. */
  | { readonly kind: "outdated" }
  | { readonly kind: "unreachable" };

interface UpdatesToFetch {
  readonly url: string;
  readonly userId: string;
  readonly seq: number;
}

/** Asks, as this person, what was saved after update number `seq`. Never throws. */
export async function fetchUpdatesSince({ url, userId, seq }: UpdatesToFetch): Promise<Fetched> {
  try {
    const response = await fetch(`${url}?after=${seq}`, {
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      headers: naming(userId),
    });
    return fetchedOf(response.status, (await response.json()) as unknown);
  } catch {
    return { kind: "unreachable" };
  }
}

function fetchedOf(status: number, body: unknown): Fetched {
  const { seq, update } = (body ?? {}) as { readonly [Key in keyof UpdatesBody]?: unknown };
  if (status === 200 && typeof seq === "number" && typeof update === "string") {
    return { kind: "fetched", seq, update: base64ToBytes(update) };
  }
  return { kind: turnedAway(status, body) };
}

/** What an answer means that does not bring what was asked for. */
export function turnedAway(status: number, body: unknown): Exclude<Fetched["kind"], "fetched"> {
  const { error, message } = (body ?? {}) as { readonly [Key in keyof UpdateProblemBody]?: unknown };
  if (status === 401) return error === "someone-else" ? "someone-else" : "signed-out";
  if (status === 409 && error === REFRESH) return "outdated";
  if ((status === 403 || status === 404) && typeof message === "string") return "no-access";
  return "unreachable";
}

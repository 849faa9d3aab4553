/**
 * What the page of a tool and the server say to each other. Both read it here, so that neither can mean something else.
 * A page stays open over a deploy: it names its version with what it asks, and one that the server no longer speaks is
 * told to reload. What it could not send stays on the device.
 */

/** Goes up with a change that a page of before would misread; what is only added needs no new version. */
export const PROTOCOL_VERSION = 1;
/** The oldest version that the server still answers. Pages from before there were versions speak the first. */
const OLDEST_VERSION = 1;

/** Names the page's version with a request; a stream, which takes no headers, has it in its address. */
export const PROTOCOL_HEADER = "workbook-protocol";
export const PROTOCOL_PARAMETER = "protocol";

/** How the server stands to a page of this version. "newer": an instance of the version before is still answering. */
export function judgeVersion(named: string | null): "spoken" | "older" | "newer" {
  if (named === null) return OLDEST_VERSION > 1 ? "older" : "spoken";
  const version = /^\d{1,6}$/.test(named) ? Number(named) : 0;
  if (version > PROTOCOL_VERSION) return "newer";
  return version < OLDEST_VERSION ? "older" : "spoken";
}

/** The server no longer speaks the page's version; `error` of an answer with status 409. */
export const REFRESH = "refresh";

// Saving, `POST …/updates`: a Yjs update as it is

/** With status 204: the update is committed, and this is its number; 0 when the server had all of it already. */
export const SEQ_HEADER = "workbook-seq";
/** Names, with a change, the edition that its page was made from (lib/sync/edition.ts). */
export const EDITION_HEADER = "workbook-edition";

/** A number from which on a writer's changes are meant. */
export interface WriterClock {
  readonly writer: number;
  readonly clock: number;
}

/** Why an update was not saved. */
export type UpdateProblem =
  | "not-found"
  | "forbidden"
  | "too-large"
  | "malformed"
  | "behind"
  | "apart"
  | "rebuilt"
  | "too-many"
  | "unknown-item"
  | "invalid-answer"
  | "response-too-large"
  | "completed"
  | "locked";

/** The answer to an update that was not saved: machines read `error`, people `message`. */
export interface UpdateProblemBody {
  readonly error: UpdateProblem;
  readonly message: string;
  /** The answer that has to change, when it is one answer. */
  readonly itemId: string | null;
  /** With "behind": what the server has, in base64, so that the sender can add what is missing. */
  readonly stateVector?: string;
  /** With "apart": from which number on which writers' changes have to go under another writer. */
  readonly writers?: readonly WriterClock[];
}

// Asking, `GET …/updates?after=…`

export interface UpdatesBody {
  readonly seq: number;
  /** One Yjs update in base64. */
  readonly update: string;
}

// Listening, `GET …/events?after=…`: server-sent events

/** Someone, by the name they chose for this agency. */
export interface Author {
  /** Who they are shown as: the account's id, unless they set older entries apart from their name. */
  readonly userId: string;
  readonly name: string;
}

/** One open tab of the tool. */
export interface PresentTab extends Author {
  readonly tab: string;
  /** Where they are writing; null when nowhere in particular. */
  readonly itemId: string | null;
}

/** What changed in a tool, beside its answers: "notes" are comments, files and assignments; "status" is complete, locked or read. */
export const CHANGE_KINDS = ["notes", "status"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Also the answer to `GET …/events?once`, for a page that no stream reaches. */
export interface StateBody {
  readonly state: object;
}

/** What a stream sends, by event name. */
export interface LiveEvents {
  /** The stream is open, and what follows builds on this number; 0 where nothing is counted. */
  readonly hello: { readonly seq: number };
  /** One save or several. */
  readonly update: UpdatesBody & {
    /** Null when several people's saves are in it, or it is not known whose. */
    readonly by: Author | null;
    /** Empty when not known. */
    readonly itemIds: readonly string[];
  };
  readonly presence: { readonly people: readonly PresentTab[] };
  readonly changed: { readonly what: ChangeKind };
  /** How a round, a meeting or a board stands: at once when the stream is opened, and whenever that changes. */
  readonly state: StateBody;
  /** The server ends the stream and would not open it again. */
  readonly bye: { readonly reason: "signed-out" | "no-access" };
}

export const LIVE_EVENTS = ["hello", "update", "presence", "changed", "state", "bye"] as const satisfies readonly (keyof LiveEvents)[];

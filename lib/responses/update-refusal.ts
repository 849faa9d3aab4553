import { isNamed } from "@/lib/platform/errors/is-named";
import type { UpdateProblem, WriterClock } from "@/lib/sync/protocol";

/** Why a change was not saved. Machines read `reason`, people `message`. */
export interface UpdateRefusal {
  readonly reason: UpdateProblem;
  readonly message: string;
  /** The answer that has to change, when it is one answer. */
  readonly itemId: string | null;
  /** With "behind": what the server has, so that the sender can add what is missing. */
  readonly stateVector?: Uint8Array;
  /** With "apart": from which number on which writers' changes have to go under another writer. */
  readonly writers?: readonly WriterClock[];
  /** With "too-many": when to try again. */
  readonly retryAfterSeconds?: number;
}

const refusal = (reason: UpdateRefusal["reason"], message: string): UpdateRefusal => ({ reason, message, itemId: null });

/** The numbers of these changes are taken: the page gives them others. Only an old page shows this to anybody. */
export const APART = refusal("apart", "This page was opened before the workbook was renewed. Reload the page: your changes are kept.");

/** Refusals that say the same each time. */
export const REFUSALS = {
  malformed: refusal("malformed", "This change could not be read. Copy what you wrote, then reload the page and try again."),
  "unknown-item": refusal("unknown-item", "This change is about a question this tool does not have. Reload the page."),
  "too-large": refusal(
    "response-too-large",
    "This tool now holds as much text as it can. Shorten some answers, or discard this change. An agency admin can also make room, on this tool’s History page.",
  ),
  rebuilt: refusal("rebuilt", "Room was made in this tool after this page was opened. Reload the page: your changes are kept."),
  manyAtOnce: { ...refusal("too-many", "Very much is being saved at once. It goes on by itself in a moment."), retryAfterSeconds: 1 },
  manyWriters: refusal("too-many", "You opened this tool very many times in the last hour. Wait a while, then go on."),
} as const;

/** Also for a route that stops reading at the limit. */
export const TOO_LARGE: UpdateRefusal = {
  reason: "too-large",
  message: "This change is too large to save in one piece. Shorten the longest answer you changed, or discard the change.",
  itemId: null,
};

/** Thrown inside the save transaction, so that nothing of it stays. */
export class UpdateRefusedError extends Error {
  override readonly name = "UpdateRefusedError";

  constructor(readonly refusal: UpdateRefusal) {
    super(refusal.message);
  }
}

export function refuse(
  reason: UpdateRefusal["reason"],
  message: string,
  more: Partial<Pick<UpdateRefusal, "itemId" | "stateVector" | "retryAfterSeconds">> = {},
): UpdateRefusedError {
  return new UpdateRefusedError({ reason, message, itemId: null, ...more });
}

/** What an UpdateRefusedError says, whichever bundle made it, else null. */
export function findUpdateRefusal(error: unknown): UpdateRefusal | null {
  return isNamed<UpdateRefusedError>(error, "UpdateRefusedError") ? error.refusal : null;
}

import { isNamed } from "@/lib/errors/is-named";

/** Why a change was not saved. Machines read `reason`, people `message`. */
export interface UpdateRefusal {
  readonly reason:
    | "not-found"
    | "forbidden"
    | "too-large"
    | "malformed"
    | "behind"
    | "unknown-item"
    | "invalid-answer"
    | "response-too-large"
    | "completed"
    | "locked";
  readonly message: string;
  /** The answer that has to change, when it is one answer. */
  readonly itemId: string | null;
  /** With "behind": what the server has, so that the sender can add what is missing. */
  readonly stateVector?: Uint8Array;
}

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
  more: Partial<Pick<UpdateRefusal, "itemId" | "stateVector">> = {},
): UpdateRefusedError {
  return new UpdateRefusedError({ reason, message, itemId: null, ...more });
}

/** What an UpdateRefusedError says, whichever bundle made it, else null. */
export function findUpdateRefusal(error: unknown): UpdateRefusal | null {
  return isNamed<UpdateRefusedError>(error, "UpdateRefusedError") ? error.refusal : null;
}

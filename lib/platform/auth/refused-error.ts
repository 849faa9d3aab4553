import { isNamed } from "@/lib/platform/errors/is-named";

/** A rule said no. Its message is shown to the person as it stands; nothing was changed. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";

  constructor(
    message: string,
    /** Messages by form field, when the refusal is about what was typed. */
    readonly fieldErrors?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

/** The error when it is a RefusedError, whichever bundle made it, else null. */
export function findRefusal(error: unknown): RefusedError | null {
  return isNamed<RefusedError>(error, "RefusedError") ? error : null;
}

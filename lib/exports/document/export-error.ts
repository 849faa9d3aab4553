import { isNamed } from "@/lib/platform/errors/is-named";

export type ExportErrorCode = "busy" | "timed-out" | "too-large" | "nothing-open" | "failed";

const MESSAGES: Record<ExportErrorCode, string> = {
  busy: "Several downloads are being made right now. Please try again in a minute.",
  "timed-out": "Making this file took too long. Please try again, or download one tool at a time.",
  "too-large": "There is too much text for one file. Please download one tool at a time.",
  "nothing-open": "None of these tools is open to you.",
  failed: "The file could not be made. Please try again. If it happens again, tell the person who runs this site.",
};

/** Why there is no file. `message` is written for the person who asked; `cause` is for the log. */
export class ExportError extends Error {
  override readonly name = "ExportError";

  constructor(
    readonly code: ExportErrorCode,
    cause?: unknown,
  ) {
    super(MESSAGES[code], cause === undefined ? undefined : { cause });
  }
}

/** The error when it is an ExportError, whichever bundle or process made it, else null. */
export function findExportError(error: unknown): ExportError | null {
  return isNamed<ExportError>(error, "ExportError") && Object.hasOwn(MESSAGES, error.code) ? error : null;
}

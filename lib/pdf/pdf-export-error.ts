export type PdfExportErrorCode = "busy" | "timed-out" | "too-large" | "failed";

const MESSAGES: Record<PdfExportErrorCode, string> = {
  busy: "Several PDFs are being made right now. Please try again in a minute.",
  "timed-out": "Making this PDF took too long. Please try again, or download one tool at a time.",
  "too-large": "There is too much text for one PDF. Please download one tool at a time.",
  failed: "The PDF could not be made. Please try again. If it happens again, tell the person who runs this site.",
};

/** Why there is no PDF. `message` is written for the person who asked; `cause` is for the log. */
export class PdfExportError extends Error {
  override readonly name = "PdfExportError";

  constructor(
    readonly code: PdfExportErrorCode,
    cause?: unknown,
  ) {
    super(MESSAGES[code], cause === undefined ? undefined : { cause });
  }
}

/**
 * Thrown when a write finds that its author's session or rights ended after they were checked (the database's
 * `require_standing`); nothing was written. Routes and actions answer it as they answer the check before.
 */
export class EndedStandingError extends Error {
  override readonly name = "EndedStandingError";

  constructor(readonly reason: "signed-out" | "not-found" | "forbidden") {
    super(`the author's standing ended: ${reason}`);
  }
}

/** The codes that `require_standing` raises (prisma/migrations). */
const REASONS: Readonly<Record<string, EndedStandingError["reason"]>> = {
  WB401: "signed-out",
  WB403: "forbidden",
  WB404: "not-found",
};

/** What the database said, as ours where it is one of its refusals. */
export function standingError(error: unknown): unknown {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  // Prisma has a code of its own for whatever its driver says.
  const said = meta?.driverAdapterError?.cause?.originalCode ?? code;
  const reason = typeof said === "string" ? REASONS[said] : undefined;
  return reason ? new EndedStandingError(reason) : error;
}

/** By its name: a bundle can carry a second copy of the class. */
export function isEndedStanding(error: unknown): error is EndedStandingError {
  return error instanceof Error && error.name === "EndedStandingError";
}

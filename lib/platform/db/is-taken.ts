/** Whether the database refused a row because another has its name (see lib/platform/errors/is-named.ts for why not by class). */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && error.name === "PrismaClientKnownRequestError" && (error as { code?: unknown }).code === "P2002";
}

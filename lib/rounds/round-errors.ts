import "server-only";
import { RefusedError } from "@/lib/platform/auth/refused-error";

/** What the database's own rules say, in words (prisma/migrations, the migrations of the rounds and of meeting mode). */
const WORDS: Readonly<Record<string, string>> = {
  WB409: "The round was revealed. What you rated before stands; items that you had left out can still be rated.",
  WB410: "This round has moved on since you opened the page. Load the page again to see how it stands.",
  WB411: "This round does not ask about that. Load the page again.",
  WB413: "This link no longer works. A newer one was given in its place. Ask your team lead.",
  WB420: "This place in the meeting was taken away, or is somebody else’s.",
  WB412: "Meanwhile others have finished, or gone back to rating. Look again at who is missing.",
};

/** Does it; what the database refuses becomes a refusal in words. @param own words by code, where a rule means something else there */
export async function inWords<T>(work: () => Promise<T>, own: Readonly<Record<string, string>> = {}): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, meta } = (error ?? {}) as { readonly code?: unknown; readonly meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
    // Prisma has a code of its own for whatever its driver says.
    const said = meta?.driverAdapterError?.cause?.originalCode ?? code;
    const words = typeof said === "string" ? (own[said] ?? WORDS[said]) : undefined;
    if (words !== undefined) throw new RefusedError(words);
    throw error;
  }
}

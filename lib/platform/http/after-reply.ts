import "server-only";
import { after } from "next/server";
import { env } from "@/lib/platform/env";

/**
 * Runs work whose duration would tell whether an account exists, once the reply is out. Beside the embedded database
 * the letter is the next thing people look for, in the outbox, so there it is waited for.
 */
export async function afterReply(work: () => Promise<void>): Promise<void> {
  const quietly = () => work().catch((error: unknown) => console.error("Work after a reply failed:", error));
  if (env().EMBEDDED_DATABASE) await quietly();
  else after(quietly);
}

import type { ActionFailure } from "@/lib/platform/entry/action-result";

/** What stands in place of an action's answer where none came. @param kept what of it is not lost: "What you typed is still here." */
export function noAnswer(kept = ""): ActionFailure {
  const message = "We could not reach the server. Check your connection and try again.";
  return { ok: false, message: kept ? `${message} ${kept}` : message };
}

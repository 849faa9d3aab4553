import "server-only";
import { RefusedError } from "@/lib/platform/auth/refused-error";

export const FORM_GONE = "We could not find this form. It may have been deleted.";
export const ANSWER_GONE = "We could not find this answer. Load the page again.";
export const OUTCOME_GONE = "We could not find this entry. It may have been deleted.";
export const ANOTHER_LOOK = "Some answers need another look.";
export const MOVED_ON = "This changed since you opened the page. Load the page again to see how it stands.";

export function refuseField(field: string, words: string): RefusedError {
  return new RefusedError(ANOTHER_LOOK, { [field]: words });
}

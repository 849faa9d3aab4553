import "server-only";
import { createHash } from "node:crypto";
import { followCodeOf } from "@/lib/domain/feedback/follow-code";
import { hashSecret, secretOf } from "@/lib/platform/auth/secrets";

/**
 * The code of an answer: made of its id with a secret of the site, so that a form sent again is given the same.
 * @param attempt 0, or one more for each answer of the form that has the code before already
 */
export function codeOfAnswer(formId: string, answerId: string, attempt: number): string {
  return followCodeOf(createHash("sha256").update(secretOf("feedback-code", formId, answerId, String(attempt))).digest());
}

/** What row level security asks for in place of the code, which is too short to be hashed alone. */
export function keyOfCode(formId: string, code: string): string {
  return secretOf("feedback-code-key", formId, code);
}

/** What the database keeps of a code. */
export function hashOfCode(formId: string, code: string): Buffer {
  return Buffer.from(hashSecret(keyOfCode(formId, code)));
}

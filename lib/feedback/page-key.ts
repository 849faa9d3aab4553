import "server-only";
import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import { isUuid } from "@/lib/platform/db/uuid";
import { secretOf } from "@/lib/platform/auth/secrets";

/** A page can be sent for so long; then the day's counters that belonged to it are gone. */
const GOOD_FOR_MS = 24 * 60 * 60_000;
const KEY_MAX = 120;

/**
 * What a page of a form carries: which answer it will make, and when it was made. Sent twice it makes one answer; nobody can
 * make one up, or take one from another form. Works without scripts and without cookies.
 */
export interface FormKey {
  readonly answerId: string;
  readonly madeAt: number;
}

export function newFormKey(now: number): FormKey {
  return { answerId: randomUUID(), madeAt: now };
}

export function writeFormKey(formId: string, { answerId, madeAt }: FormKey): string {
  return `${answerId}.${madeAt.toString(36)}.${signatureOf(formId, answerId, madeAt)}`;
}

/** What a page sent; null for what no page of this form was given. */
export function readFormKey(formId: string, sent: string): FormKey | null {
  if (sent.length > KEY_MAX) return null;
  const [answerId = "", time = "", signature = ""] = sent.split(".");
  const madeAt = Number.parseInt(time, 36);
  if (!isUuid(answerId) || !Number.isSafeInteger(madeAt)) return null;
  return isEqual(signature, signatureOf(formId, answerId, madeAt)) ? { answerId, madeAt } : null;
}

export function isOld({ madeAt }: FormKey, now: number): boolean {
  return now - madeAt > GOOD_FOR_MS;
}

function signatureOf(formId: string, answerId: string, madeAt: number): string {
  return secretOf("feedback-page", formId, answerId, String(madeAt));
}

/** Compares hashes: equally long, whatever was sent. */
function isEqual(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

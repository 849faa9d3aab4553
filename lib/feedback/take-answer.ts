import "server-only";
import { ANSWER_LIMITS } from "@/lib/domain/feedback/answer";
import { findHeldReasons, HOLD_LIMITS } from "@/lib/domain/feedback/hold";
import { isNamed } from "@/lib/platform/errors/is-named";
import type { LineFullError } from "@/lib/platform/turns/fair-queue";
import type { FoundForm } from "./find-form";
import { type FormKey, isOld, newFormKey, readFormKey } from "./page-key";
import { readProof } from "./proof-of-work";
import type { SentAnswer } from "./sent-answer";
import { type NotTaken, storeAnswer } from "./store-answer";

/**
 * "old-page": its key is none of this form's, or a day old. "nothing": all was skipped. "problems": of some questions.
 * "too-long": of all together. "busy": others are served first just now. In all of these nothing was kept.
 */
export type Refused = NotTaken | "nothing" | "problems" | "too-long" | "busy";

export type Taken =
  | { readonly code: string }
  | {
      readonly refused: Refused;
      /** Of the page that shows the words again: the same answer where it was sound, so that it is made once. */
      readonly key: FormKey;
    };

/** Takes an answer from somebody of whom nothing is asked. @param network where it comes from, for the day's counters alone */
export async function takeAnswer(form: FoundForm, sent: SentAnswer, network: string | null): Promise<Taken> {
  const now = Date.now();
  const key = readFormKey(form.place.formId, sent.key);
  // Whoever has written already need not wait until they can send again.
  if (key === null) return { refused: "old-page", key: newFormKey(now - HOLD_LIMITS.quickestMs) };
  const refused = findRefusal(form, sent);
  if (refused !== null) return { refused, key };
  const texts = form.questions.flatMap(({ id, kind }) => (kind === "text" ? (sent.answers[id] ?? []) : []));
  const usedKey = await readProof(key, sent.challenge, sent.proof);
  const kept = { answerId: key.answerId, answeredOn: form.today, answers: sent.answers };
  const stored = await orBusy(() =>
    storeAnswer(form.place, kept, {
      network,
      texts,
      usedKey,
      refusal: form.state !== "open" ? "closed" : isOld(key, now) ? "old-page" : null,
      reasonsOf: ({ fromOne, sameText, isProofNew }) => findHeldReasons({ hasProof: isProofNew, trap: sent.trap, afterMs: now - key.madeAt, texts, sameText, fromOne }),
    }),
  );
  if (stored === "old-page") return { refused: stored, key: newFormKey(now - HOLD_LIMITS.quickestMs) };
  return typeof stored === "string" ? { refused: stored, key } : stored;
}

function findRefusal({ questions }: FoundForm, { answers, problems }: SentAnswer): Refused | null {
  if (Object.keys(problems).length > 0) return "problems";
  const given = questions.flatMap(({ id }) => answers[id] ?? []);
  if (given.length === 0) return "nothing";
  return given.reduce((sum, answer) => sum + answer.length, 0) > ANSWER_LIMITS.all ? "too-long" : null;
}

/** Whether something failed only because others are served first just now. */
export function isBusy(error: unknown): boolean {
  return isNamed<LineFullError>(error, "LineFullError");
}

async function orBusy<T>(work: () => Promise<T>): Promise<T | "busy"> {
  try {
    return await work();
  } catch (error) {
    if (isBusy(error)) return "busy";
    throw error;
  }
}

import "server-only";
import { type FeedbackAnswers, takeOut } from "@/lib/domain/feedback/answer";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { ANSWER_GONE, FORM_GONE, MOVED_ON, refuseField } from "./feedback-errors";
import { type AnswerKey, findAnswer, type TeamAnswer } from "./looked-answers";
import { findForm } from "./team-forms";

const EMPTIED = "This answer was emptied. Nothing of it is left.";

/** Does something with an answer as it is, which nobody else changes meanwhile. @throws RefusedError when it is gone. */
async function withAnswer(context: TeamContext, { formId, answerId }: AnswerKey, work: (tx: Tx, answer: TeamAnswer) => Promise<void>): Promise<void> {
  await withAgency(context, async (tx) => {
    await tx.$queryRaw`select from feedback_answer where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and form_id = ${formId}::uuid and id = ${answerId}::uuid for no key update`;
    const form = await findForm(context, formId);
    if (!form) throw new RefusedError(FORM_GONE);
    const answer = await findAnswer(context, form, answerId);
    if (!answer) throw new RefusedError(ANSWER_GONE);
    await work(tx, answer);
  });
}

/** Lets an answer count, or sets it aside; it can be moved back and forth. @throws RefusedError for one that was emptied. */
export async function setAnswerCounted(context: TeamContext, key: AnswerKey, isCounted: boolean): Promise<void> {
  await withAnswer(context, key, async (tx, { state }) => {
    if (state === "removed") throw new RefusedError(EMPTIED);
    const next = isCounted ? "counted" : "set-aside";
    if (state === next) return;
    await tx.$executeRaw`
      update feedback_answer set state = ${next}, looked_at = now(), looked_by = ${context.userId}::uuid
       where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and form_id = ${key.formId}::uuid and id = ${key.answerId}::uuid`;
  });
}

/**
 * Takes a passage out of one question's answer, wherever it stands there. Words are only ever taken out: nobody's answer becomes
 * what they did not say. It can't be undone, as what is taken out is not kept anywhere.
 * @throws RefusedError when the passage does not stand there (any more).
 */
export async function takeWordsOut(context: TeamContext, key: AnswerKey, { questionId, passage }: { readonly questionId: string; readonly passage: string }): Promise<void> {
  await withAnswer(context, key, async (tx, { state, answers }) => {
    if (state === "removed") throw new RefusedError(EMPTIED);
    const words = answers[questionId];
    if (words === undefined) throw new RefusedError(MOVED_ON);
    if (passage.trim() === "") throw refuseField("passage", "Choose the words to take out.");
    const left = takeOut(words, passage);
    if (left === words) throw refuseField("passage", "These words do not stand in the answer. Copy them from it, letter for letter.");
    const after: FeedbackAnswers = { ...answers, [questionId]: left };
    await tx.$executeRaw`
      update feedback_answer set answers = ${JSON.stringify(after)}::jsonb
       where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and form_id = ${key.formId}::uuid and id = ${key.answerId}::uuid`;
  });
}

/**
 * Empties an answer for good: it named somebody, or must not be kept. Whoever sent it finds by their code that it was removed. What
 * was brought into tools stays there, as the team's own words; that it came from here is forgotten.
 */
export async function emptyAnswer(context: TeamContext, key: AnswerKey): Promise<void> {
  await withAnswer(context, key, async (tx, { state }) => {
    if (state === "removed") return;
    await tx.$executeRaw`delete from feedback_quote where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and form_id = ${key.formId}::uuid and answer_id = ${key.answerId}::uuid`;
    await tx.$executeRaw`
      update feedback_answer set answers = '{}'::jsonb, state = 'removed', looked_at = now(), looked_by = ${context.userId}::uuid
       where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and form_id = ${key.formId}::uuid and id = ${key.answerId}::uuid`;
  });
}

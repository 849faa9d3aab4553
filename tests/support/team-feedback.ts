import { randomUUID } from "node:crypto";
import type { FeedbackAnswers, HeldReason } from "@/lib/domain/feedback/answer";
import type { FormWords } from "@/lib/domain/feedback/form";
import { optionsOf } from "@/lib/domain/feedback/question";
import { createForm, moveForm } from "@/lib/feedback/change-forms";
import { storeAnswer } from "@/lib/feedback/store-answer";
import { findForm, type TeamForm } from "@/lib/feedback/team-forms";
import type { TeamContext } from "@/lib/platform/auth/context";

/** A form of tests: one choice, one question in people's own words. */
export const TEST_FORM: FormWords = {
  title: "Help after an overdose",
  intro: "",
  questions: [
    { id: "q1", kind: "choice", words: "Is help there at night?", options: optionsOf(["Yes", "No", "I do not know"]), source: null },
    { id: "q2", kind: "text", words: "What should we do better?", options: [], source: null },
  ],
  closesOn: null,
  quota: 1_000,
};

/** A published form of a lead's. */
export async function openTestForm(lead: TeamContext, form: Partial<FormWords> = {}): Promise<{ readonly formId: string }> {
  const { formId } = await createForm(lead, { ...TEST_FORM, ...form });
  await moveForm(lead, formId, "publish");
  return { formId };
}

/** An answer as it comes from somebody without an account. @returns its id */
export async function sendTestAnswer({ agencyId, teamId }: TeamContext, formId: string, answers: FeedbackAnswers, heldFor: readonly HeldReason[] = [], answeredOn = "2026-11-17"): Promise<string> {
  const answerId = randomUUID();
  const kept = await storeAnswer({ agencyId, teamId, formId }, { answerId, answeredOn, answers }, { network: randomUUID(), texts: [], usedKey: null, refusal: null, reasonsOf: () => heldFor });
  if (typeof kept === "string") throw new Error(`an answer of a test was not taken: ${kept}`);
  return answerId;
}

/** A form that is there. */
export async function readTestForm(context: TeamContext, formId: string): Promise<TeamForm> {
  const form = await findForm(context, formId);
  if (!form) throw new Error("a test's form is there");
  return form;
}

"use server";

import { z } from "zod";
import { findToolBySlug } from "@/content/toolkits";
import { formWordsSchema } from "@/lib/domain/feedback/form";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { changeForm, createForm, deleteDraft, FORM_ACTS, moveForm } from "@/lib/feedback/change-forms";
import { listToolQuestions } from "@/lib/feedback/offered-questions";
import { idSchema } from "@/lib/people/people-schemas";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

const form = z.strictObject({ formId: idSchema });

/** Makes a draft of a form. */
export const createFormAction = teamAction({
  permission: "feedback:make",
  rate: RATES.change,
  input: formWordsSchema,
  once: {},
  run: createForm,
  audit: (_input, { formId }) => ({ formId, change: "make" }),
});

/** Changes what a form says; its questions as long as nobody has answered. */
export const changeFormAction = teamAction({
  permission: "feedback:make",
  rate: RATES.change,
  input: form.extend(formWordsSchema.shape),
  run: async (context, { formId, ...words }) => {
    await changeForm(context, formId, words);
    return { formId };
  },
  audit: ({ formId }) => ({ formId, change: "words" }),
});

/** Publishes a form, closes it, opens it again, or withdraws it for good. */
export const moveFormAction = teamAction({
  permission: "feedback:make",
  rate: RATES.change,
  input: form.extend({ act: z.enum(FORM_ACTS) }),
  run: (context, { formId, act }) => moveForm(context, formId, act),
  audit: ({ formId, act }) => ({ formId, change: act }),
});

export const deleteDraftAction = teamAction({
  permission: "feedback:make",
  rate: RATES.change,
  input: form,
  run: (context, { formId }) => deleteDraft(context, formId),
  audit: ({ formId }) => ({ formId, change: "delete" }),
});

/** The items of a tool as questions, for whoever makes a form. */
export const listToolQuestionsAction = teamAction({
  permission: "feedback:make",
  rate: RATES.read,
  input: z.strictObject({ tool: boundedText(100) }),
  run: (context, { tool }) => Promise.resolve(listToolQuestions(context, findToolBySlug(tool)?.ref ?? NO_TOOL)),
  audit: false,
});

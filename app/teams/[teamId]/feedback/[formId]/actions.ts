"use server";

import { z } from "zod";
import { findToolBySlug } from "@/content/toolkits";
import { ANSWER_LIMITS } from "@/lib/domain/feedback/answer";
import { outcomeWordsSchema } from "@/lib/domain/feedback/outcome";
import { quotedWordsSchema } from "@/lib/domain/feedback/quotation";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { addOutcome, changeOutcome, deleteOutcome, moveOutcome, setOutcomePublished } from "@/lib/feedback/change-outcomes";
import { emptyAnswer, setAnswerCounted, takeWordsOut } from "@/lib/feedback/look-at-answers";
import { bringIntoTool, listQuoteTargets } from "@/lib/feedback/quotes";
import { idSchema } from "@/lib/people/people-schemas";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

const LONGEST_ID = 200;
const answer = z.strictObject({ formId: idSchema, answerId: idSchema });
const outcome = z.strictObject({ formId: idSchema, outcomeId: idSchema });
const questionId = boundedText(30);
const placeId = boundedText(LONGEST_ID);
const outcomeShape = { ...outcomeWordsSchema.shape, actionId: boundedText(LONGEST_ID).nullable() };

/** Lets an answer count, or sets it aside. */
export const countAnswerAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: answer.extend({ isCounted: z.boolean() }),
  run: (context, { isCounted, ...key }) => setAnswerCounted(context, key, isCounted),
  audit: ({ isCounted, ...key }) => ({ ...key, change: isCounted ? "count" : "set aside" }),
});

/** Takes a passage out of an answer. The audit tells that, not which words. */
export const takeWordsOutAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: answer.extend({ questionId, passage: writtenText(ANSWER_LIMITS.text) }),
  run: (context, { questionId: question, passage, ...key }) => takeWordsOut(context, key, { questionId: question, passage }),
  audit: ({ formId, answerId }) => ({ formId, answerId, change: "take words out" }),
});

/** Empties an answer for good. */
export const emptyAnswerAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: answer,
  run: emptyAnswer,
  audit: (key) => ({ ...key, change: "empty" }),
});

/** Where in a tool words can be brought. */
export const listQuoteTargetsAction = teamAction({
  permission: "feedback:look",
  rate: RATES.read,
  input: z.strictObject({ tool: boundedText(100) }),
  run: (context, { tool }) => listQuoteTargets(context, findToolBySlug(tool)?.ref ?? NO_TOOL),
  audit: false,
});

/** Brings words of an answer into a tool, with their source. */
export const bringIntoToolAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: answer.extend({ questionId, words: quotedWordsSchema, tool: boundedText(100), item: placeId, column: placeId.nullable(), row: placeId.nullable() }),
  once: {},
  run: (context, { questionId: question, words, tool, item, column, row, ...key }) =>
    bringIntoTool(context, key, { questionId: question, words, place: { ...(findToolBySlug(tool)?.ref ?? NO_TOOL), itemId: item, columnId: column, rowId: row } }),
  audit: ({ formId, answerId, item }, { quoteId }) => ({ formId, answerId, quoteId, itemId: item, change: "bring into a tool" }),
});

export const addOutcomeAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: z.strictObject({ formId: idSchema, ...outcomeShape }),
  once: {},
  run: (context, { formId, ...words }) => addOutcome(context, formId, words),
  audit: ({ formId }, { outcomeId }) => ({ formId, outcomeId, change: "write" }),
});

export const changeOutcomeAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: outcome.extend(outcomeShape),
  run: async (context, { formId, outcomeId, ...words }) => {
    await changeOutcome(context, { formId, outcomeId }, words);
    return { outcomeId };
  },
  audit: ({ formId, outcomeId }) => ({ formId, outcomeId, change: "words" }),
});

/** What the public sees is the leads' to say. */
export const publishOutcomeAction = teamAction({
  permission: "feedback:make",
  rate: RATES.change,
  input: outcome.extend({ isPublished: z.boolean() }),
  run: (context, { isPublished, ...key }) => setOutcomePublished(context, key, isPublished),
  audit: ({ isPublished, ...key }) => ({ ...key, change: isPublished ? "publish" : "unpublish" }),
});

export const moveOutcomeAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: outcome.extend({ by: z.enum(["up", "down"]) }),
  run: (context, { by, ...key }) => moveOutcome(context, key, by),
  audit: ({ by, ...key }) => ({ ...key, change: `move ${by}` }),
});

export const deleteOutcomeAction = teamAction({
  permission: "feedback:look",
  rate: RATES.change,
  input: outcome,
  run: deleteOutcome,
  audit: (key) => ({ ...key, change: "delete" }),
});

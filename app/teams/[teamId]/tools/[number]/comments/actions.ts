"use server";

import { z } from "zod";
import {
  commentBodySchema,
  createThread,
  deleteComment,
  replyToThread,
  resolveThread,
  updateComment,
} from "@/lib/comments/change-comments";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { idSchema } from "@/lib/people/people-schemas";
import { toolAction, toolSchema } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const threadSchema = toolSchema.extend({ threadId: idSchema });
const commentSchema = toolSchema.extend({ commentId: idSchema });
const body = commentBodySchema;

export const createThreadAction = toolAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: toolSchema.extend({ itemId: boundedText(80), body }),
  once: {},
  run: createThread,
  audit: ({ itemId }, threadId) => ({ itemId, threadId }),
});

export const replyAction = toolAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: threadSchema.extend({ body }),
  once: {},
  run: replyToThread,
  audit: ({ threadId }, commentId) => ({ threadId, commentId }),
});

export const updateCommentAction = toolAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: commentSchema.extend({ body }),
  run: updateComment,
  audit: ({ commentId }) => ({ commentId, change: "edit" }),
});

export const deleteCommentAction = toolAction({
  permission: "comment:create",
  rate: RATES.change,
  input: commentSchema,
  run: deleteComment,
  audit: ({ commentId }) => ({ commentId, change: "delete" }),
});

export const resolveThreadAction = toolAction({
  permission: "comment:create",
  rate: RATES.change,
  input: threadSchema.extend({ isResolved: z.boolean() }),
  run: resolveThread,
  audit: ({ threadId, isResolved }) => ({ threadId, isResolved }),
});

"use server";

import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { TeamContext } from "@/lib/auth/context";
import { RATES } from "@/lib/auth/rates";
import {
  commentBodySchema,
  createThread,
  deleteComment,
  replyToThread,
  resolveThread,
  updateComment,
} from "@/lib/data/comments";
import { idSchema } from "@/lib/data/people-schemas";
import { announceChange } from "@/lib/live/announce";
import { boundedText } from "@/lib/tools/bounded-text";

const toolSchema = z.strictObject({ toolNumber: z.number().int() });
const threadSchema = toolSchema.extend({ threadId: idSchema });
const commentSchema = toolSchema.extend({ commentId: idSchema });
const body = commentBodySchema;

const toolOf = (input: { toolNumber: number }) => input.toolNumber;

async function tellScreens(_data: unknown, context: TeamContext, { toolNumber }: { toolNumber: number }): Promise<null> {
  announceChange(context, toolNumber, "notes");
  return null;
}

export const createThreadAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: toolSchema.extend({ itemId: boundedText(80), body }),
  toolNumber: toolOf,
  once: {},
  run: createThread,
  finish: tellScreens,
  audit: ({ toolNumber, itemId }, threadId) => ({ toolNumber, itemId, threadId }),
});

export const replyAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: threadSchema.extend({ body }),
  toolNumber: toolOf,
  once: {},
  run: replyToThread,
  finish: tellScreens,
  audit: ({ toolNumber, threadId }, commentId) => ({ toolNumber, threadId, commentId }),
});

export const updateCommentAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: commentSchema.extend({ body }),
  toolNumber: toolOf,
  run: updateComment,
  finish: tellScreens,
  audit: ({ toolNumber, commentId }) => ({ toolNumber, commentId, change: "edit" }),
});

export const deleteCommentAction = teamAction({
  permission: "comment:create",
  rate: RATES.change,
  input: commentSchema,
  toolNumber: toolOf,
  run: deleteComment,
  finish: tellScreens,
  audit: ({ toolNumber, commentId }) => ({ toolNumber, commentId, change: "delete" }),
});

export const resolveThreadAction = teamAction({
  permission: "comment:create",
  rate: RATES.change,
  input: threadSchema.extend({ isResolved: z.boolean() }),
  toolNumber: toolOf,
  run: resolveThread,
  finish: tellScreens,
  audit: ({ toolNumber, threadId, isResolved }) => ({ toolNumber, threadId, isResolved }),
});

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
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { toolRefSchema } from "@/lib/tools/tool-ref-schema";

const toolSchema = z.strictObject({ toolRef: toolRefSchema });
const threadSchema = toolSchema.extend({ threadId: idSchema });
const commentSchema = toolSchema.extend({ commentId: idSchema });
const body = commentBodySchema;

const toolOf = (input: { toolRef: ToolRef }) => input.toolRef;

async function tellScreens(_data: unknown, context: TeamContext, { toolRef }: { toolRef: ToolRef }): Promise<null> {
  announceChange(context, toolRef, "notes");
  return null;
}

export const createThreadAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: toolSchema.extend({ itemId: boundedText(80), body }),
  toolRef: toolOf,
  once: {},
  run: createThread,
  finish: tellScreens,
  audit: ({ toolRef, itemId }, threadId) => ({ tool: toolKey(toolRef), itemId, threadId }),
});

export const replyAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: threadSchema.extend({ body }),
  toolRef: toolOf,
  once: {},
  run: replyToThread,
  finish: tellScreens,
  audit: ({ toolRef, threadId }, commentId) => ({ tool: toolKey(toolRef), threadId, commentId }),
});

export const updateCommentAction = teamAction({
  permission: "comment:create",
  rate: RATES.comment,
  input: commentSchema.extend({ body }),
  toolRef: toolOf,
  run: updateComment,
  finish: tellScreens,
  audit: ({ toolRef, commentId }) => ({ tool: toolKey(toolRef), commentId, change: "edit" }),
});

export const deleteCommentAction = teamAction({
  permission: "comment:create",
  rate: RATES.change,
  input: commentSchema,
  toolRef: toolOf,
  run: deleteComment,
  finish: tellScreens,
  audit: ({ toolRef, commentId }) => ({ tool: toolKey(toolRef), commentId, change: "delete" }),
});

export const resolveThreadAction = teamAction({
  permission: "comment:create",
  rate: RATES.change,
  input: threadSchema.extend({ isResolved: z.boolean() }),
  toolRef: toolOf,
  run: resolveThread,
  finish: tellScreens,
  audit: ({ toolRef, threadId, isResolved }) => ({ tool: toolKey(toolRef), threadId, isResolved }),
});

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { TeamContext } from "@/lib/auth/context";
import { completeTool, reopenTool, reviewTool } from "@/lib/data/tool-status";

const toolSchema = z.strictObject({ toolNumber: z.number().int() });
const reviewSchema = toolSchema.extend({ isReviewed: z.boolean() });

const toolOf = (input: { toolNumber: number }) => input.toolNumber;

/** Status shows on the tool, the team home and the readiness page. */
async function showNewStatus(_data: unknown, { teamId }: TeamContext): Promise<null> {
  revalidatePath(`/teams/${teamId}`, "layout");
  return null;
}

export const completeToolAction = teamAction({
  permission: "response:complete",
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => completeTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber }),
});

export const reopenToolAction = teamAction({
  permission: "response:complete",
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => reopenTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber, reopened: true }),
});

export const reviewToolAction = teamAction({
  permission: "tool:review",
  input: reviewSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber, isReviewed }) => reviewTool(context, toolNumber, isReviewed),
  finish: showNewStatus,
  audit: ({ toolNumber, isReviewed }) => ({ toolNumber, isReviewed }),
});

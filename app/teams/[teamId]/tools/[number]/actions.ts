"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { TeamContext } from "@/lib/auth/context";
import { RATES } from "@/lib/auth/rates";
import { rebuildDocument } from "@/lib/data/rebuild-document";
import { completeTool, lockTool, reopenTool, reviewTool, unlockTool } from "@/lib/data/tool-status";
import { announceChange } from "@/lib/live/announce";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { toolRefSchema } from "@/lib/tools/tool-ref-schema";

const toolSchema = z.strictObject({ toolRef: toolRefSchema });
const reviewSchema = toolSchema.extend({ isReviewed: z.boolean() });

const toolOf = (input: { toolRef: ToolRef }) => input.toolRef;

/** Status shows on the tool, the team home and the readiness page, and on everyone's open screen of the tool. */
async function showNewStatus(_data: unknown, context: TeamContext, { toolRef }: { toolRef: ToolRef }): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  announceChange(context, toolRef, "status");
  return null;
}

export const completeToolAction = teamAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  toolRef: toolOf,
  run: (context, { toolRef }) => completeTool(context, toolRef),
  finish: showNewStatus,
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef) }),
});

export const reopenToolAction = teamAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  toolRef: toolOf,
  run: (context, { toolRef }) => reopenTool(context, toolRef),
  finish: showNewStatus,
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef), reopened: true }),
});

export const completeAndLockToolAction = teamAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  toolRef: toolOf,
  run: async (context, { toolRef }) => {
    await completeTool(context, toolRef);
    await lockTool(context, toolRef);
  },
  finish: showNewStatus,
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef), completed: true }),
});

export const lockToolAction = teamAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  toolRef: toolOf,
  run: (context, { toolRef }) => lockTool(context, toolRef),
  finish: showNewStatus,
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef) }),
});

export const unlockToolAction = teamAction({
  permission: "response:unlock",
  rate: RATES.change,
  input: toolSchema,
  toolRef: toolOf,
  run: (context, { toolRef }) => unlockTool(context, toolRef),
  finish: showNewStatus,
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef) }),
});

/** Makes room in the tool; open screens are told of it as of any save. */
export const rebuildToolAction = teamAction({
  permission: "response:rebuild",
  rate: RATES.rebuild,
  input: toolSchema,
  toolRef: toolOf,
  run: (context, { toolRef }) => rebuildDocument(context, toolRef),
  audit: ({ toolRef }) => ({ tool: toolKey(toolRef) }),
});

export const reviewToolAction = teamAction({
  permission: "tool:review",
  rate: RATES.change,
  input: reviewSchema,
  toolRef: toolOf,
  run: (context, { toolRef, isReviewed }) => reviewTool(context, toolRef, isReviewed),
  finish: showNewStatus,
  audit: ({ toolRef, isReviewed }) => ({ tool: toolKey(toolRef), isReviewed }),
});

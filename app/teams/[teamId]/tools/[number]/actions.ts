"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { TeamContext } from "@/lib/auth/context";
import { RATES } from "@/lib/auth/rates";
import { rebuildDocument } from "@/lib/data/rebuild-document";
import { completeTool, lockTool, reopenTool, reviewTool, unlockTool } from "@/lib/data/tool-status";
import { announceChange } from "@/lib/live/announce";

const toolSchema = z.strictObject({ toolNumber: z.number().int() });
const reviewSchema = toolSchema.extend({ isReviewed: z.boolean() });

const toolOf = (input: { toolNumber: number }) => input.toolNumber;

/** Status shows on the tool, the team home and the readiness page, and on everyone's open screen of the tool. */
async function showNewStatus(_data: unknown, context: TeamContext, { toolNumber }: { toolNumber: number }): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  announceChange(context, toolNumber, "status");
  return null;
}

export const completeToolAction = teamAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => completeTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber }),
});

export const reopenToolAction = teamAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => reopenTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber, reopened: true }),
});

export const completeAndLockToolAction = teamAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  toolNumber: toolOf,
  run: async (context, { toolNumber }) => {
    await completeTool(context, toolNumber);
    await lockTool(context, toolNumber);
  },
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber, completed: true }),
});

export const lockToolAction = teamAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => lockTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber }),
});

export const unlockToolAction = teamAction({
  permission: "response:unlock",
  rate: RATES.change,
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => unlockTool(context, toolNumber),
  finish: showNewStatus,
  audit: ({ toolNumber }) => ({ toolNumber }),
});

/** Makes room in the tool; open screens are told of it as of any save. */
export const rebuildToolAction = teamAction({
  permission: "response:rebuild",
  rate: RATES.rebuild,
  input: toolSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber }) => rebuildDocument(context, toolNumber),
  audit: ({ toolNumber }) => ({ toolNumber }),
});

export const reviewToolAction = teamAction({
  permission: "tool:review",
  rate: RATES.change,
  input: reviewSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber, isReviewed }) => reviewTool(context, toolNumber, isReviewed),
  finish: showNewStatus,
  audit: ({ toolNumber, isReviewed }) => ({ toolNumber, isReviewed }),
});

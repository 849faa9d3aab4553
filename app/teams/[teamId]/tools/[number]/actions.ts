"use server";

import { z } from "zod";
import { showOnTeamPages, toolAction, toolSchema } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";
import { rebuildDocument } from "@/lib/responses/rebuild-document";
import { completeAndLockTool, completeTool, lockTool, reopenTool, reviewTool, unlockTool } from "@/lib/responses/tool-status";

export const completeToolAction = toolAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolRef }) => completeTool(context, toolRef),
  finish: showOnTeamPages,
});

export const reopenToolAction = toolAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolRef }) => reopenTool(context, toolRef),
  finish: showOnTeamPages,
  audit: () => ({ reopened: true }),
});

export const completeAndLockToolAction = toolAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolRef }) => completeAndLockTool(context, toolRef),
  finish: showOnTeamPages,
  audit: () => ({ completed: true }),
});

export const lockToolAction = toolAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolRef }) => lockTool(context, toolRef),
  finish: showOnTeamPages,
});

export const unlockToolAction = toolAction({
  permission: "response:unlock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolRef }) => unlockTool(context, toolRef),
  finish: showOnTeamPages,
});

/** Makes room in the tool; open screens are told of it as of any save. */
export const rebuildToolAction = toolAction({
  permission: "response:rebuild",
  rate: RATES.rebuild,
  input: toolSchema,
  once: {},
  run: (context, { toolRef }) => rebuildDocument(context, toolRef),
});

export const reviewToolAction = toolAction({
  permission: "tool:review",
  rate: RATES.change,
  input: toolSchema.extend({ isReviewed: z.boolean() }),
  run: (context, { toolRef, isReviewed }) => reviewTool(context, toolRef, isReviewed),
  finish: showOnTeamPages,
  audit: ({ isReviewed }) => ({ isReviewed }),
});

"use server";

import { z } from "zod";
import { RATES } from "@/lib/auth/rates";
import { rebuildDocument } from "@/lib/data/rebuild-document";
import { completeAndLockTool, completeTool, lockTool, reopenTool, reviewTool, unlockTool } from "@/lib/data/tool-status";
import { showOnTeamPages, toolAction, toolSchema } from "./tool-action";

export const completeToolAction = toolAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolNumber }) => completeTool(context, toolNumber),
  finish: showOnTeamPages,
});

export const reopenToolAction = toolAction({
  permission: "response:complete",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolNumber }) => reopenTool(context, toolNumber),
  finish: showOnTeamPages,
  audit: () => ({ reopened: true }),
});

export const completeAndLockToolAction = toolAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolNumber }) => completeAndLockTool(context, toolNumber),
  finish: showOnTeamPages,
  audit: () => ({ completed: true }),
});

export const lockToolAction = toolAction({
  permission: "response:lock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolNumber }) => lockTool(context, toolNumber),
  finish: showOnTeamPages,
});

export const unlockToolAction = toolAction({
  permission: "response:unlock",
  rate: RATES.change,
  input: toolSchema,
  run: (context, { toolNumber }) => unlockTool(context, toolNumber),
  finish: showOnTeamPages,
});

/** Makes room in the tool; open screens are told of it as of any save. */
export const rebuildToolAction = toolAction({
  permission: "response:rebuild",
  rate: RATES.rebuild,
  input: toolSchema,
  run: (context, { toolNumber }) => rebuildDocument(context, toolNumber),
});

export const reviewToolAction = toolAction({
  permission: "tool:review",
  rate: RATES.change,
  input: toolSchema.extend({ isReviewed: z.boolean() }),
  run: (context, { toolNumber, isReviewed }) => reviewTool(context, toolNumber, isReviewed),
  finish: showOnTeamPages,
  audit: ({ isReviewed }) => ({ isReviewed }),
});

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { TeamContext } from "@/lib/auth/context";
import { RATES } from "@/lib/auth/rates";
import {
  acceptAssignment,
  assign,
  dueOnSchema,
  handBackAssignment,
  handBackNoteSchema,
  removeAssignment,
} from "@/lib/data/assignments";
import { idSchema } from "@/lib/data/people-schemas";
import { announceChange } from "@/lib/live/announce";
import { boundedText, idText } from "@/lib/tools/bounded-text";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { toolRefSchema } from "@/lib/tools/tool-ref-schema";

const assignmentSchema = z.strictObject({ toolRef: toolRefSchema, assignmentId: idSchema });
const toolOf = (input: { toolRef: ToolRef }) => input.toolRef;

/** Shows on the tool and on the team home. */
async function showEverywhere(_data: unknown, context: TeamContext, input: { toolRef: ToolRef }): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  announceChange(context, input.toolRef, "notes");
  return null;
}

export const assignAction = teamAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: z.strictObject({
    toolRef: toolRefSchema,
    targetId: boundedText(80),
    assigneeId: idText("Choose a person."),
    dueOn: dueOnSchema.nullable(),
  }),
  toolRef: toolOf,
  once: { mayChange: true },
  run: assign,
  finish: showEverywhere,
  audit: ({ toolRef, targetId, assigneeId }, assignmentId) => ({ tool: toolKey(toolRef), targetId, assigneeId, assignmentId }),
});

export const removeAssignmentAction = teamAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: assignmentSchema,
  toolRef: toolOf,
  run: (context, { toolRef, assignmentId }) => removeAssignment(context, toolRef, assignmentId),
  finish: showEverywhere,
  audit: ({ toolRef, assignmentId }) => ({ tool: toolKey(toolRef), assignmentId, change: "remove" }),
});

export const acceptAssignmentAction = teamAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema,
  toolRef: toolOf,
  run: (context, { toolRef, assignmentId }) => acceptAssignment(context, toolRef, assignmentId),
  finish: showEverywhere,
  audit: ({ toolRef, assignmentId }) => ({ tool: toolKey(toolRef), assignmentId, change: "accept" }),
});

export const handBackAssignmentAction = teamAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema.extend({ note: handBackNoteSchema }),
  toolRef: toolOf,
  run: (context, { toolRef, assignmentId, note }) => handBackAssignment(context, toolRef, assignmentId, note),
  finish: showEverywhere,
  audit: ({ toolRef, assignmentId }) => ({ tool: toolKey(toolRef), assignmentId, change: "hand-back" }),
});

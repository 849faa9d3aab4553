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

const assignmentSchema = z.strictObject({ toolNumber: z.number().int(), assignmentId: idSchema });
const toolOf = (input: { toolNumber: number }) => input.toolNumber;

/** Shows on the tool and on the team home. */
async function showEverywhere(_data: unknown, context: TeamContext, input: { toolNumber: number }): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  announceChange(context, input.toolNumber, "notes");
  return null;
}

export const assignAction = teamAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: z.strictObject({
    toolNumber: z.number().int(),
    targetId: boundedText(80),
    assigneeId: idText("Choose a person."),
    dueOn: dueOnSchema.nullable(),
  }),
  toolNumber: toolOf,
  once: { mayChange: true },
  run: assign,
  finish: showEverywhere,
  audit: ({ toolNumber, targetId, assigneeId }, assignmentId) => ({ toolNumber, targetId, assigneeId, assignmentId }),
});

export const removeAssignmentAction = teamAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: assignmentSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber, assignmentId }) => removeAssignment(context, toolNumber, assignmentId),
  finish: showEverywhere,
  audit: ({ toolNumber, assignmentId }) => ({ toolNumber, assignmentId, change: "remove" }),
});

export const acceptAssignmentAction = teamAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema,
  toolNumber: toolOf,
  run: (context, { toolNumber, assignmentId }) => acceptAssignment(context, toolNumber, assignmentId),
  finish: showEverywhere,
  audit: ({ toolNumber, assignmentId }) => ({ toolNumber, assignmentId, change: "accept" }),
});

export const handBackAssignmentAction = teamAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema.extend({ note: handBackNoteSchema }),
  toolNumber: toolOf,
  run: (context, { toolNumber, assignmentId, note }) => handBackAssignment(context, toolNumber, assignmentId, note),
  finish: showEverywhere,
  audit: ({ toolNumber, assignmentId }) => ({ toolNumber, assignmentId, change: "hand-back" }),
});

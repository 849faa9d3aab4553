"use server";

import {
  acceptAssignment,
  assign,
  dueOnSchema,
  handBackAssignment,
  handBackNoteSchema,
  removeAssignment,
} from "@/lib/assignments/assignments";
import { boundedText, idText } from "@/lib/domain/text/bounded-text";
import { idSchema } from "@/lib/people/people-schemas";
import { showOnTeamPages, toolAction, toolSchema } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const assignmentSchema = toolSchema.extend({ assignmentId: idSchema });

export const assignAction = toolAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: toolSchema.extend({
    targetId: boundedText(80),
    assigneeId: idText("Choose a person."),
    dueOn: dueOnSchema.nullable(),
  }),
  once: { mayChange: true },
  run: assign,
  finish: showOnTeamPages,
  audit: ({ targetId }, assignmentId) => ({ targetId, assignmentId }),
});

export const removeAssignmentAction = toolAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: assignmentSchema,
  run: (context, { toolRef, assignmentId }) => removeAssignment(context, toolRef, assignmentId),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "remove" }),
});

export const acceptAssignmentAction = toolAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema,
  run: (context, { toolRef, assignmentId }) => acceptAssignment(context, toolRef, assignmentId),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "accept" }),
});

export const handBackAssignmentAction = toolAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema.extend({ note: handBackNoteSchema }),
  run: (context, { toolRef, assignmentId, note }) => handBackAssignment(context, toolRef, assignmentId, note),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "hand-back" }),
});

"use server";

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
import { boundedText, idText } from "@/lib/tools/bounded-text";
import { showOnTeamPages, toolAction, toolSchema } from "../../tool-action";

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
  audit: ({ targetId, assigneeId }, assignmentId) => ({ targetId, assigneeId, assignmentId }),
});

export const removeAssignmentAction = toolAction({
  permission: "assignment:create",
  rate: RATES.assignment,
  input: assignmentSchema,
  run: (context, { toolNumber, assignmentId }) => removeAssignment(context, toolNumber, assignmentId),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "remove" }),
});

export const acceptAssignmentAction = toolAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema,
  run: (context, { toolNumber, assignmentId }) => acceptAssignment(context, toolNumber, assignmentId),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "accept" }),
});

export const handBackAssignmentAction = toolAction({
  permission: "assignment:answer",
  rate: RATES.assignment,
  input: assignmentSchema.extend({ note: handBackNoteSchema }),
  run: (context, { toolNumber, assignmentId, note }) => handBackAssignment(context, toolNumber, assignmentId, note),
  finish: showOnTeamPages,
  audit: ({ assignmentId }) => ({ assignmentId, change: "hand-back" }),
});

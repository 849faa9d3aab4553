"use server";

import { z } from "zod";
import { findToolBySlug } from "@/content/toolkits";
import { MILESTONE_LIMITS } from "@/lib/domain/milestones/milestone";
import { boundedText, dateText, writtenText } from "@/lib/domain/text/bounded-text";
import { DATE_PROBLEM, findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { toolRefSchema } from "@/lib/domain/tool/tool-ref-schema";
import { setMilestoneRemoved } from "@/lib/milestones/change-milestones";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import { lookAtAnswers, startReassessment, stopReassessment } from "@/lib/milestones/reassess";
import { idSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { findOpenTool } from "@/lib/responses/tool-access";

const trimmed = (text: string) => text.trim();
const MOST_ITEMS = 400;
const LONGEST_ID = 100;

/** Keeps the team's work of today, or of a past day out of its history. */
export const makeMilestoneAction = teamAction({
  permission: "milestone:make",
  rate: RATES.milestone,
  input: z.strictObject({
    name: writtenText(MILESTONE_LIMITS.name, undefined, trimmed).pipe(boundedText(MILESTONE_LIMITS.name).min(1, "Give it a name, such as “Baseline”.")),
    day: dateText(DATE_PROBLEM).refine((day) => findDateProblem(day) === null, YEAR_PROBLEM),
    people: z.enum(["roles", "names"], "Choose how people are shown in it."),
  }),
  once: {},
  run: (context, { name, day, people }) => makeMilestone(context, { name, day, keepsNames: people === "names" }),
  audit: ({ people }, { milestoneId }) => ({ milestoneId, change: "make", people }),
});

/** Takes a milestone out of every list, or puts it back. */
export const removeMilestoneAction = teamAction({
  permission: "milestone:make",
  rate: RATES.change,
  input: z.strictObject({ milestoneId: idSchema, isRemoved: z.boolean() }),
  run: (context, { milestoneId, isRemoved }) => setMilestoneRemoved(context, milestoneId, isRemoved),
  audit: ({ milestoneId, isRemoved }) => ({ milestoneId, change: isRemoved ? "remove" : "put back" }),
});

/** Reopens tools with their answers of a milestone carried forward. A team has one at a time, so that pressing twice makes one. */
export const startReassessmentAction = teamAction({
  permission: "reassessment:start",
  rate: RATES.change,
  input: z.strictObject({ milestoneId: idSchema, tools: z.array(boundedText(LONGEST_ID)).min(1, "Choose at least one tool.").max(50) }),
  run: (context, { milestoneId, tools }) => startReassessment(context, { milestoneId, tools: [...new Set(tools)].map((slug) => openTool(context, slug)) }),
  audit: ({ milestoneId, tools }, { carried }) => ({ milestoneId, tools: tools.join(" "), carried, change: "start" }),
});

function openTool(context: Parameters<typeof findOpenTool>[0], slug: string): ToolRef {
  const tool = findToolBySlug(slug);
  if (!tool || !findOpenTool(context, tool.ref)) throw new RefusedError("We could not find one of these tools. Load the page again.");
  return tool.ref;
}

/** Ends the reassessment: what still waits counts again as it stands. */
export const stopReassessmentAction = teamAction({
  permission: "reassessment:start",
  rate: RATES.change,
  input: z.strictObject({}),
  run: (context) => stopReassessment(context),
  audit: () => ({ change: "stop" }),
});

/** Says of answers that they still hold, or takes that back. */
export const lookAtAnswersAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  toolRef: ({ tool }) => tool,
  input: z.strictObject({ tool: toolRefSchema, itemIds: z.array(boundedText(LONGEST_ID)).min(1).max(MOST_ITEMS), isLooked: z.boolean() }),
  run: (context, { tool, itemIds, isLooked }) => lookAtAnswers(context, tool, itemIds, isLooked),
  audit: ({ tool, itemIds, isLooked }) => ({ toolkitId: tool.toolkitId, toolId: tool.toolId, items: itemIds.length, change: isLooked ? "confirm" : "take back" }),
});

import "server-only";
import { getTool, getToolWithRole, MAIN_TOOLKIT, TOOLS } from "@/content/toolkits";
import { listTeamAssignments, measureProgress } from "@/lib/assignments/assignments";
import { countOpenThreads } from "@/lib/comments/comment-threads";
import type { Answer } from "@/lib/domain/answer/answers";
import { type AgendaEntry, buildAgenda } from "@/lib/domain/meetings/agenda";
import { nextMeetingDay } from "@/lib/domain/meetings/meeting-dates";
import { listActions } from "@/lib/domain/plan/actions";
import { findStaleDays } from "@/lib/domain/plan/plan-groups";
import { listPriorities } from "@/lib/domain/plan/priorities";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { findAssignmentTarget } from "@/lib/domain/tool/tool-parts";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { listPlannedActions } from "@/lib/plan/load-plan";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";

/**
 * What the team's work puts on the agenda of its next meeting, as far as this person may read it.
 * @param when the reader's day, and when the team met last (null before its first meeting).
 */
export async function loadAgenda(context: TeamContext, { today, since }: { readonly today: string; readonly since: string | null }): Promise<readonly AgendaEntry[]> {
  const flow = MAIN_TOOLKIT.planFlow;
  if (!flow) return [];
  const isOpen = (ref: ToolRef) => findOpenTool(context, ref) !== null;
  const answered = getTeamAnswers(context);
  const [{ answers, records, tools }, planned, assignments, threads, flagged] = await Promise.all([
    answered,
    listPlannedActions(context, answered),
    listTeamAssignments(context),
    countOpenThreads(context),
    listFlaggedItems(context),
  ]);
  const report = isAllowedInTeam(context.role, "report:view") ? buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged, isOpen }) : null;
  const assessment = getToolWithRole("assessment");
  const isComplete = (ref: ToolRef) => tools.get(toolKey(ref))?.status === "complete";
  const assigned = measureProgress(assignments, { answers, records }).filter(({ toolRef, handedBack }) => isOpen(toolRef) && !handedBack && !isComplete(toolRef));
  const days = { today, dayOf: (instant: string) => instant.slice(0, 10) };
  return buildAgenda({
    flow,
    planTool: getTool(flow.plan.tool),
    priorityTool: getTool(flow.priorities.tool),
    actions: isOpen(flow.plan.tool) ? listActions(flow.plan.ideas, answers) : [],
    staleDays: new Map(planned.map((action) => [action.id, findStaleDays(action, days) ?? 0])),
    assigned: assigned.map(({ toolRef, targetId, assignee, dueOn, progress }) => {
      const tool = getTool(toolRef);
      const name = targetId === "" ? tool.title : (findAssignmentTarget(tool, targetId)?.name ?? tool.title);
      return { name, tool, targetId, assignee, dueOn, isFilledIn: progress.total > 0 && progress.answered === progress.total };
    }),
    gaps: report?.gaps ?? [],
    openThreads: TOOLS.filter(({ ref }) => isOpen(ref)).map((tool) => ({ tool, count: threads.get(toolKey(tool.ref)) ?? 0 })),
    priorities: isOpen(flow.priorities.tool) ? listPriorities(flow.priorities, answers) : [],
    shared: report?.sharedItems ?? [],
    assessment: isOpen(assessment.ref) ? assessment : null,
    today,
    since,
  });
}

/** What Tool 8 says of the team's meetings, to be offered for a new one. */
export interface MeetingSuggestion {
  /** "2026-12-03" */
  readonly day: string;
  readonly place: string;
}

/** Null where its tool doesn't say, or is not this person's. @param today the reader's day */
export async function suggestMeeting(context: TeamContext, today: string): Promise<MeetingSuggestion | null> {
  const items = MAIN_TOOLKIT.meetingItems;
  if (!items || !findOpenTool(context, items.tool)) return null;
  const { answers } = await getTeamAnswers(context, [items.tool]);
  const day = nextMeetingDay(textOf(answers[items.first]), optionOf(answers[items.frequency]), today);
  return day === null ? null : { day, place: (textOf(answers[items.place]) ?? "").trim() };
}

function textOf(answer: Answer | undefined): string | null {
  return typeof answer === "string" ? answer : null;
}

function optionOf(answer: Answer | undefined): string | null {
  return typeof answer === "object" && "option" in answer ? answer.option : null;
}

import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { AssignmentView, MyAssignment } from "@/lib/assignments/assignment";
import { listAssignedItems, listTeamAssignments, measureProgress } from "@/lib/assignments/assignments";
import { buildReadiness, type ReadinessReport } from "@/lib/domain/readiness/readiness";
import { findPathStep } from "@/lib/domain/plan/path-step";
import { priorityOfGap } from "@/lib/domain/plan/trace";
import { findStartWith } from "@/lib/domain/readiness/first-picks";
import { isSameTool, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { WaitingForm } from "@/lib/domain/feedback/form";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import { countByRound, flaggedItems, type UndecidedRound } from "@/lib/domain/rounds/open-disagreement";
import { nameAnswers } from "@/lib/people/name-answers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { FLOW, listPathTools, loadTrace } from "@/lib/links/load-trace";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { listPlannedActions } from "@/lib/plan/load-plan";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { listWaitingForms } from "@/lib/feedback/team-forms";
import { listAskedRounds } from "@/lib/rounds/asked-rounds";
import { listOpenDisagreements } from "@/lib/rounds/open-disagreements";
import { listTeamNews } from "@/lib/since/load-since";
import type { ToolNews } from "@/lib/since/since";
import { findNextStep, type NextStep } from "./next-step";
import { pickActions, type WaitingActions } from "./waiting-actions";
import { listTasks } from "./load-tasks";
import type { Task } from "./task";

/** What a team's home shows to one person. */
export interface TeamHome {
  /** Null for those who only read. */
  readonly next: NextStep | null;
  /** Of tools that are not complete, by the day they are due. */
  readonly mine: readonly MyAssignment[];
  /** Rounds that wait for the reader's ratings, the first due first. */
  readonly rounds: readonly AskedRound[];
  /** Rounds with items on which views differ and nothing is decided, the newest first, for those who call the team together. */
  readonly undecided: readonly UndecidedRound[];
  /** Where answers from the community wait to be looked at; empty for those who don't. */
  readonly feedback: readonly WaitingForm[];
  /** Other people's work that needs somebody: handed back, or overdue. For those who give out work. */
  readonly loose: readonly MyAssignment[];
  /** The same of the plan. */
  readonly actions: WaitingActions;
  readonly news: readonly ToolNews[];
  /** As of when the news are. */
  readonly at: string;
  /** Null for those who may not see it, and before the first rating. */
  readonly readiness: ReadinessReport | null;
  readonly tasks: readonly Task[];
}

/** What readiness is made of: the assessment and the checklists. */
const RATED: readonly ToolRef[] = MAIN_TOOLKIT.tools.filter(({ kind, role }) => kind === "checklist" || role === "assessment").map(({ ref }) => ref);

/** @param today the day by UTC, "2026-12-01": what is overdue is told again by the reader's own day on the page. */
export async function loadHome(context: TeamContext, now: Date): Promise<TeamHome> {
  const today = now.toISOString().slice(0, 10);
  const may = (permission: Parameters<typeof isAllowedInTeam>[1]) => isAllowedInTeam(context.role, permission);
  const assignments = await listTeamAssignments(context);
  const assigned = assignments.map(({ toolRef }) => toolRef);
  const pathTools = listPathTools(context);
  const refs = [...(may("report:view") ? RATED : []), ...assigned, ...pathTools].filter((ref) => findOpenTool(context, ref));
  const openRefs = MAIN_TOOLKIT.tools.map(({ ref }) => ref).filter((ref) => findOpenTool(context, ref));
  const answered = getTeamAnswers(context, refs);
  const [tasks, { answers, records }, news, trace, actions, rounds, disagreements, feedback] = await Promise.all([
    listTasks(context, assignments),
    answered,
    listTeamNews(context, openRefs),
    loadTrace(context, answered),
    listPlannedActions(context, answered),
    listAskedRounds(context),
    may("round:view") ? listOpenDisagreements(context) : [],
    listWaitingForms(context),
  ]);
  const isOpen = ({ toolRef }: AssignmentView) => tasks.some(({ tool, status }) => status !== "complete" && isSameTool(tool.ref, toolRef));
  const measured = measureProgress(assignments.filter(isOpen), { answers: await nameAnswers(context, listAssignedItems(assignments), answers), records });
  const mine = measured.filter(({ isMine }) => isMine);
  const report = may("report:view") ? buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged: flaggedItems(disagreements) }) : null;
  const isAssessed = report !== null && (report.headline.scored === report.headline.total || isComplete(tasks, report.assessment.ref));
  const start = report && report.answered > 0 ? findStartWith(report) : null;
  const mayChange = (toolRef: ToolRef) => tasks.some(({ tool, status }) => status !== "complete" && isSameTool(tool.ref, toolRef));
  const path = findPathStep({
    trace,
    gaps: report?.gaps.filter(({ kind }) => kind === "gap" || kind === "partly-there").length ?? 0,
    mayChange: { priorities: mayChange(FLOW.priorities.tool), plan: mayChange(FLOW.plan.tool), evaluation: mayChange(FLOW.evaluation.tool) },
  });
  const isPriority = (itemId: string) => priorityOfGap(trace, itemId) !== null;
  return {
    next: may("response:edit") ? findNextStep({ mine, rounds, start, isAssessed, path, isPriority, tools: tasks }) : null,
    mine,
    rounds,
    undecided: may("round:open") ? countByRound(disagreements) : [],
    feedback,
    loose: may("assignment:create") ? measured.filter((one) => !one.isMine && isLoose(one, today)) : [],
    actions: pickActions(actions, { personId: context.personId, today, seesOthers: may("assignment:create") }),
    news,
    at: now.toISOString(),
    readiness: report && report.answered > 0 ? report : null,
    tasks,
  };
}

function isComplete(tasks: readonly Task[], toolRef: ToolRef): boolean {
  return tasks.some(({ tool, status }) => status === "complete" && isSameTool(tool.ref, toolRef));
}

function isLoose({ handedBack, dueOn, progress: { answered, total } }: MyAssignment, today: string): boolean {
  if (handedBack) return true;
  return dueOn !== null && dueOn < today && !(total > 0 && answered === total);
}

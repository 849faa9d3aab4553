import "server-only";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { listOwnAgencies } from "@/lib/agencies/agencies";
import type { MyAssignment } from "@/lib/assignments/assignment";
import { listTeamAssignments, measureProgress } from "@/lib/assignments/assignments";
import type { Answers } from "@/lib/domain/answer/answers";
import { type Action, listActions } from "@/lib/domain/plan/actions";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { byDay } from "@/lib/domain/reminders/digest";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import { shorten } from "@/lib/domain/text/shorten";
import { toolName } from "@/lib/domain/tool/items";
import { findAssignmentTarget } from "@/lib/domain/tool/tool-parts";
import { NO_TOOL, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers, NO_ANSWERS } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { listAskedRounds } from "@/lib/rounds/asked-rounds";
import type { DueThing } from "./due-thing";
import { findTeamsToLookInto } from "./find-teams";

const PLAN_TOOL: ToolRef = MAIN_TOOLKIT.planFlow?.plan.tool ?? NO_TOOL;

/**
 * What one person has to do by a day in the teams they can open now, of one agency or of all: what is assigned to them and
 * not filled in, rounds that wait for their ratings, and actions they own that are not done. By day.
 */
export async function listDue(userId: string, agencyId: string | null): Promise<readonly DueThing[]> {
  const things: DueThing[] = [];
  for (const agency of await listOwnAgencies(userId)) {
    if (agencyId !== null && agency.agencyId !== agencyId) continue;
    const withWork = await findTeamsToLookInto({ agencyId: agency.agencyId, userId }, PLAN_TOOL);
    for (const { teamId, name } of agency.teams.filter((team) => withWork.has(team.teamId))) {
      const access = await authorizeTeam(userId, teamId, "response:view");
      if (access.ok) things.push(...(await listDueInTeam(access.context, name)));
    }
  }
  return things.sort(byDay);
}

async function listDueInTeam(context: TeamContext, teamName: string): Promise<DueThing[]> {
  const dated = (await listTeamAssignments(context)).filter(({ isMine, dueOn, handedBack }) => isMine && dueOn !== null && handedBack === null);
  const plan = findOpenPlan(context);
  const rounds = (await listAskedRounds(context)).map((round) => ofRound(context, round)).filter(({ dueOn }) => dueOn !== "");
  const refs = [...dated.map(({ toolRef }) => toolRef), ...(plan ? [plan.tool] : [])];
  const answered = refs.length > 0 ? await getTeamAnswers(context, refs) : NO_ANSWERS;
  const { answers, tools } = answered;
  const open = measureProgress(dated, answered).filter(
    ({ toolRef, progress: { answered, total } }) => tools.get(toolKey(toolRef))?.status !== "complete" && !(total > 0 && answered === total),
  );
  const told = [
    ...open.map((assignment) => ofAssignment(context, assignment)),
    ...rounds,
    ...(plan ? listOwnActions(plan, context, answers).map((action) => ofAction(plan, context, action)) : []),
  ];
  return told.map((one) => ({ ...one, teamId: context.teamId, teamName }));
}

type Plan = PlanFlow["plan"];

/** Where the team's actions are; null for a partner who was not given that tool. */
function findOpenPlan(context: TeamContext): Plan | null {
  const plan = MAIN_TOOLKIT.planFlow?.plan;
  return plan && findOpenTool(context, plan.tool) ? plan : null;
}

type Told = Pick<DueThing, "key" | "dueOn" | "what" | "path">;

const NAME_LENGTH = 140;

function ofAssignment({ teamId }: TeamContext, { assignmentId, toolRef, targetId, dueOn }: MyAssignment): Told {
  const tool = getTool(toolRef);
  const target = findAssignmentTarget(tool, targetId);
  return {
    key: `assignment/${assignmentId}`,
    dueOn: dueOn ?? "",
    what: target && target.kind !== "tool" ? `“${shorten(target.name, NAME_LENGTH)}” in ${toolName(tool)}` : toolName(tool),
    path: `/teams/${teamId}/tools/${tool.slug}${targetId === "" ? "" : `#${targetId}`}`,
  };
}

function ofRound({ teamId }: TeamContext, { roundId, number, tool, untilOn }: AskedRound): Told {
  return { key: `round/${roundId}`, dueOn: untilOn ?? "", what: `Rating ${toolName(getTool(tool))} on your own (round ${number})`, path: `/teams/${teamId}/rounds/${roundId}` };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function listOwnActions({ ideas }: Plan, { personId }: TeamContext, answers: Answers): readonly Action[] {
  return listActions(ideas, answers).filter(
    ({ owner, dueOn, status }) => owner?.personId === personId && status !== "done" && dueOn !== null && DAY.test(dueOn),
  );
}

function ofAction({ tool: toolRef }: Plan, { teamId }: TeamContext, { id, idea, itemId, dueOn }: Action): Told {
  const tool = getTool(toolRef);
  return {
    key: `action/${teamId}/${id}`,
    dueOn: dueOn ?? "",
    what: `An action in ${idea.name}`,
    path: `/teams/${teamId}/tools/${tool.slug}#${itemId}`,
  };
}

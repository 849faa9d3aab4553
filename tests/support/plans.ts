import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadPlan } from "@/lib/plan/load-plan";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { linesToAnswers, type PlanLine } from "@/prisma/plan-lines";

export const PLAN_TOOL = (MAIN_TOOLKIT.planFlow as PlanFlow).plan.tool;

/** Writes these lines into the team's plan, by the ids of their actions. */
export async function setLines(context: TeamContext, lines: Readonly<Record<string, PlanLine>>): Promise<void> {
  const result = await updateAnswersAsServer(context, PLAN_TOOL, linesToAnswers(lines));
  if (!result.ok) throw new Error(result.refusal.message);
}

export async function planOf(context: TeamContext): Promise<readonly PlannedAction[]> {
  return (await loadPlan(context)).actions;
}

export async function findActionStatus(context: TeamContext, actionId: string): Promise<string | null> {
  return (await planOf(context)).find(({ id }) => id === actionId)?.status ?? null;
}

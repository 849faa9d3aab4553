import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { personToken } from "@/lib/domain/people/person";
import type { ActionColumns, PlanFlow } from "@/lib/domain/plan/plan-flow";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { gridCellId } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadPlan } from "@/lib/plan/load-plan";
import { updateAnswersAsServer } from "@/lib/responses/responses";

const { tool, ideas } = (MAIN_TOOLKIT.planFlow as PlanFlow).plan;
export const PLAN_TOOL = tool;

/** What stands on a line; `owner` is a person's id. */
export type Line = Partial<Record<keyof ActionColumns, string>>;

/** The answers of a plan with these lines, by the ids of their actions. Tables are whole: what is not named is not in them. */
export function linesToAnswers(lines: Readonly<Record<string, Line>>): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const rows = new Map<string, TableRow[]>();
  for (const [id, line] of Object.entries(lines)) {
    const idea = ideas.find(({ section }) => id.startsWith(`${section}-`));
    if (!idea) throw new Error(`${id} is of no idea`);
    const [place = "", rowId] = id.split("/");
    const cells = (Object.entries(line) as [keyof ActionColumns, string][])
      .filter(([, value]) => value !== "")
      .map(([column, value]) => [column, idea.columns[column], column === "owner" ? personToken({ personId: value }) : value] as const);
    if (rowId !== undefined) rows.set(place, [...(rows.get(place) ?? []), { id: rowId, cells: Object.fromEntries(cells.map(([, column, value]) => [column, value])) }]);
    else for (const [column, columnId, value] of cells) answers[gridCellId(place, columnId)] = column === "status" ? { option: value } : value;
  }
  return { ...answers, ...Object.fromEntries(rows) };
}

/** Writes these lines into the team's plan. */
export async function setLines(context: TeamContext, lines: Readonly<Record<string, Line>>): Promise<void> {
  const result = await updateAnswersAsServer(context, PLAN_TOOL, linesToAnswers(lines));
  if (!result.ok) throw new Error(result.refusal.message);
}

export async function planOf(context: TeamContext): Promise<readonly PlannedAction[]> {
  return (await loadPlan(context)).actions;
}

export async function findActionStatus(context: TeamContext, actionId: string): Promise<string | null> {
  return (await planOf(context)).find(({ id }) => id === actionId)?.status ?? null;
}

import "server-only";
import { getTool } from "@/content/toolkits";
import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import { type GoalIndicators, nameRow } from "@/lib/domain/indicators/goal-indicators";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import type { GoalPlace } from "@/lib/domain/plan/plan-flow";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { itemsById } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { metaOf } from "@/lib/responses/response-facts";
import { getTeamAnswers, type TeamAnswers } from "@/lib/responses/team-answers";
import { drawIndicator, type IndicatorDrawing } from "./indicator-chart";
import { evaluationOf, loadGoalIndicators } from "./load-indicators";

export interface GoalPage {
  readonly goal: GoalPlace;
  readonly answers: Answers;
  readonly standing: ToolReportMeta;
  readonly indicators: GoalIndicators;
  /** By row. */
  readonly drawings: ReadonlyMap<string, IndicatorDrawing>;
  /** By row: the month that is likely entered next. */
  readonly nextOn: ReadonlyMap<string, string>;
  /** The goals in use, and this one. */
  readonly sheets: readonly GoalPlace[];
  /** The first goal that nobody uses; null when all are in use. */
  readonly nextSheet: GoalPlace | null;
}

const HEIGHTS = { first: 210, others: 140 } as const;

/**
 * Everything a goal's page shows of the team's.
 * @param now for the month that is offered for the next value
 * @param known the answers of the evaluation's tool, where they are read for more than that
 */
export async function loadGoalPage(context: TeamContext, goal: GoalPlace, now: Date, known?: Promise<Pick<TeamAnswers, "answers" | "tools">>): Promise<GoalPage> {
  const { tool, goals } = evaluationOf();
  const { answers, tools } = await (known ?? getTeamAnswers(context, [tool]));
  const indicators = await loadGoalIndicators(context, goal, answers);
  const measured = indicators.rows.flatMap((row) => (row.measured ? [{ row, measured: row.measured }] : []));
  const first = indicators.rows[0];
  const drawings = measured.flatMap(({ row, measured: indicator }) => {
    const drawing = drawIndicator(indicator, nameRow(row), row === first ? HEIGHTS.first : HEIGHTS.others);
    return drawing ? [[row.rowId, drawing] as const] : [];
  });
  return {
    goal,
    answers,
    standing: tools.get(toolKey(tool)) ?? metaOf(undefined),
    indicators,
    drawings: new Map(drawings),
    nextOn: new Map(measured.map(({ row, measured: { values } }) => [row.rowId, nextMonth(values.at(-1)?.on.day ?? null, now)])),
    sheets: goals.filter((one) => one === goal || !one.isAdded || isUsed(one, answers)),
    nextSheet: goals.find((one) => one !== goal && one.isAdded && !isUsed(one, answers)) ?? null,
  };
}

/** The month after the newest value's, and none that has not begun. */
function nextMonth(newest: string | null, now: Date): string {
  const current = now.toISOString().slice(0, 7);
  const [year = 0, month = 0] = newest === null ? [] : newest.split("-").map(Number);
  const after = newest === null ? current : new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
  return formatMeasuredOn({ day: `${after < current ? after : current}-01`, isMonth: true });
}

function isUsed({ goal, indicators, staff, sharing, review }: GoalPlace, answers: Answers): boolean {
  const items = itemsById(getTool(evaluationOf().tool));
  return [goal, indicators, staff, sharing, ...review].some((id) => {
    const item = items.get(id);
    return item !== undefined && isAnswered(item, answerTo(item, answers));
  });
}

/** A goal's text as the team wrote it. */
export function textOf(answers: Answers, itemId: string): string {
  const answer = answers[itemId];
  return typeof answer === "string" ? answer.trim() : "";
}

import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answers, TableRow } from "@/lib/domain/answer/answers";
import { type GoalIndicators, type IndicatorPoint, joinGoalRows, latestValue, nameRow, pointsOf } from "@/lib/domain/indicators/goal-indicators";
import { formatTarget, type Indicator, type IndicatorDirection, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import type { GoalPlace, PlanFlow } from "@/lib/domain/plan/plan-flow";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findStoredDocument, partsOf } from "@/lib/responses/response-document";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import { readIndicators } from "./read-indicators";

/** The toolkit whose goals hold indicators. @throws RangeError when it has none, which tests/content rules out. */
export function evaluationOf({ planFlow }: { readonly planFlow?: PlanFlow | undefined } = MAIN_TOOLKIT): PlanFlow["evaluation"] {
  if (!planFlow) throw new RangeError("This toolkit has no evaluation");
  return planFlow.evaluation;
}

/** The goal with this section; null when there is none. Section ids are permanent, and stand for the goal in links. */
export function findGoal(section: string): GoalPlace | null {
  return evaluationOf().goals.find((goal) => goal.section === section) ?? null;
}

/** A goal's rows with what they measure, from answers that are read already. */
export async function loadGoalIndicators(context: TeamContext, goal: GoalPlace, answers: Answers): Promise<GoalIndicators> {
  const [loaded] = await loadGoals(context, [goal], answers);
  return loaded?.indicators ?? { rows: [], removedRows: [], isNarrow: false };
}

/** A row of a goal in short, for pages that tell of it among other things. */
export interface IndicatorSummary {
  readonly rowId: string;
  readonly name: string;
  readonly question: string;
  /** Null before anybody said how it is measured. */
  readonly measured: Indicator | null;
  /** The newest value that stands; null without any. */
  readonly latest: IndicatorValue | null;
  readonly direction: IndicatorDirection | null;
  /** In words, "90%"; empty without one. */
  readonly target: string;
  readonly points: readonly IndicatorPoint[];
}

/**
 * The rows of the goal with this section, as its table stands; none for whoever may not open it.
 * @param known the answers of its tool, where they are read already
 */
export async function listGoalIndicators(context: TeamContext, section: string, known?: Answers): Promise<readonly IndicatorSummary[]> {
  const goal = findGoal(section);
  const { tool } = evaluationOf();
  if (!goal || !findOpenTool(context, tool)) return [];
  const answers = known ?? (await getTeamAnswers(context, [tool])).answers;
  const { rows } = await loadGoalIndicators(context, goal, answers);
  return rows.map((row) => ({
    rowId: row.rowId,
    name: nameRow(row),
    question: row.question,
    measured: row.measured,
    latest: row.measured && latestValue(row.measured),
    direction: row.measured?.direction ?? null,
    target: row.measured ? formatTarget(row.measured) : "",
    points: row.measured ? pointsOf(row.measured) : [],
  }));
}

export interface LoadedGoal {
  readonly goal: GoalPlace;
  readonly indicators: GoalIndicators;
}

/** The answers of a past day, and what of the indicators stood then. */
export interface PastGoals {
  readonly answers: Answers;
  readonly asOf: (measured: readonly Indicator[]) => Promise<readonly Indicator[]>;
}

/**
 * Every goal of a team with its rows and what they measure; none for whoever may not open the evaluation's tool.
 * @param past as on a day, in place of now
 */
export async function loadTeamGoals(context: TeamContext, past?: PastGoals): Promise<readonly LoadedGoal[]> {
  const { tool, goals } = evaluationOf();
  if (!findOpenTool(context, tool)) return [];
  const { answers } = past ?? (await getTeamAnswers(context, [tool]));
  return loadGoals(context, goals, answers, past?.asOf);
}

async function loadGoals(context: TeamContext, goals: readonly GoalPlace[], answers: Answers, asOf?: PastGoals["asOf"]): Promise<readonly LoadedGoal[]> {
  const { tool } = evaluationOf();
  if (!findOpenTool(context, tool)) return [];
  const tables = goals.map(({ indicators }) => indicators);
  const read = await withAgencyConnection(context, (client) => readIndicators(client, context, tool, tables));
  const measured = asOf ? await asOf(read) : read;
  const rowsOf = (table: string) => (answers[table] as readonly TableRow[] | undefined) ?? [];
  const removed = await readRemovedRows(context, measured, (table, rowId) => rowsOf(table).some(({ id }) => id === rowId));
  return goals.map((goal) => ({
    goal,
    indicators: joinGoalRows(goal, rowsOf(goal.indicators), removed[goal.indicators] ?? [], measured),
  }));
}

/** The words of rows that were removed and hold values, from the document, which is opened only where there are such rows. */
async function readRemovedRows(
  context: TeamContext,
  measured: readonly Indicator[],
  isPresent: (table: string, rowId: string) => boolean,
): Promise<Readonly<Record<string, readonly TableRow[]>>> {
  if (measured.every(({ itemId, rowId }) => isPresent(itemId, rowId))) return {};
  const { tool: ref } = evaluationOf();
  const tool = findOpenTool(context, ref);
  const stored = tool && (await findStoredDocument(context, ref));
  if (!tool || !stored) return {};
  return workOnDocument(context, "readRemoved", { items: documentItemsOf(itemIndexOf(tool)), parts: partsOf(stored) });
}

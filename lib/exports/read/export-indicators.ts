import "server-only";
import { getTool } from "@/content/toolkits";
import { type GoalRow, nameRow } from "@/lib/domain/indicators/goal-indicators";
import { isSameTool, nameOf, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { ExportIndicator } from "@/lib/exports/document/export-document";
import { evaluationOf, loadTeamGoals, type PastGoals } from "@/lib/indicators/load-indicators";
import type { TeamContext } from "@/lib/platform/auth/context";

/**
 * What the rows of these tools' goals measure, sheet by sheet; those that nobody has said anything of are not in it.
 * @param past as on a day, in place of now
 */
export async function listExportIndicators(context: TeamContext, tools: readonly ToolRef[], past?: PastGoals): Promise<readonly ExportIndicator[]> {
  const { tool: ref } = evaluationOf();
  if (!tools.some((tool) => isSameTool(tool, ref))) return [];
  const tool = nameOf(getTool(ref));
  const goals = await loadTeamGoals(context, past);
  return goals.flatMap(({ goal, indicators: { rows, removedRows } }) => {
    const toExport = (row: GoalRow, number: number | null): ExportIndicator[] => {
      if (!row.measured) return [];
      const name = number === null && !row.indicator && !row.question ? "A removed row" : nameRow(row);
      // Whoever was named by a removed value alone is not named here.
      return [{ tool, sheet: goal.name, row: number, question: row.question, name, measured: { ...row.measured, removedValues: [] } }];
    };
    return [...rows.flatMap((row) => toExport(row, row.number)), ...removedRows.flatMap((row) => toExport(row, null))];
  });
}

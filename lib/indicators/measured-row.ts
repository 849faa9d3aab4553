import "server-only";
import type { GoalPlace } from "@/lib/domain/plan/plan-flow";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import type { Tx } from "@/lib/platform/db/with-agency";
import { evaluationOf } from "./load-indicators";

/** A row of a table, wherever it stands. */
export interface RowPlace {
  readonly toolRef: ToolRef;
  readonly itemId: string;
  readonly rowId: string;
}

const NO_ROW = "This row is not in the table any more, so nothing was saved. Its values are kept: bring the row back in the tool’s history.";

/** The goal whose table this is; null for any other item. */
export function findGoalOfTable(toolRef: ToolRef, itemId: string): GoalPlace | null {
  const { tool, goals } = evaluationOf();
  return isSameTool(tool, toolRef) ? (goals.find(({ indicators }) => indicators === itemId) ?? null) : null;
}

/** @throws RefusedError for a row that is in no goal's table now. */
export async function requireMeasuredRow(tx: Tx, { agencyId, teamId }: TeamContext, { toolRef, itemId, rowId }: RowPlace): Promise<void> {
  if (!findGoalOfTable(toolRef, itemId)) throw new RefusedError(NO_ROW);
  const [found] = await tx.$queryRaw<unknown[]>`
    select 1 from response r join answer a on a.agency_id = r.agency_id and a.response_id = r.id
     where r.agency_id = ${agencyId}::uuid and r.team_id = ${teamId}::uuid and r.toolkit_id || '/' || r.tool_id = ${toolKey(toolRef)}
       and a.item_id = ${itemId} and a.value @> jsonb_build_array(jsonb_build_object('id', ${rowId}::text))`;
  if (found === undefined) throw new RefusedError(NO_ROW);
}

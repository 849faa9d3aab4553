import "server-only";
import type { PoolClient } from "pg";
import { findLibraryIndicator } from "@/content/indicator-library";
import { INDICATORS_PER_TEAM } from "@/lib/domain/limits";
import type { LibraryIndicator } from "@/lib/domain/indicators/indicator-library";
import type { GoalPlace } from "@/lib/domain/plan/plan-flow";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { editAsServer } from "@/lib/responses/responses";
import { TOO_MANY_ROWS } from "./change-indicators";
import { findGoalOfTable, type RowPlace } from "./measured-row";

/**
 * Adds a row to a goal's table with what the library offers, and how it is measured: a change of the tool like any other,
 * in the name of whoever chose it.
 * @param place names the new row as well: sent again, it is the same row, and nothing happens a second time.
 * @throws RefusedError for an entry or a table that is not there, and what saving refuses: a tool that is complete, a full table.
 */
export async function addFromLibrary(context: TeamContext, place: RowPlace, libraryId: string): Promise<void> {
  const entry = findLibraryIndicator(libraryId);
  const goal = findGoalOfTable(place.toolRef, place.itemId);
  if (!entry || !goal) throw new RefusedError("We could not find that in the library. Load the page again.");
  const row = { id: place.rowId, cells: cellsOf(goal, entry) };
  const alongside = (client: PoolClient) => measureRow(client, context, place, entry);
  const add = async () => {
    const edited = await editAsServer(context, place.toolRef, { kind: "add-rows", tableId: place.itemId, rows: [row] }, { alongside });
    if (edited === "no-row") throw new RangeError("a row that is added is named by no other");
    return edited.result;
  };
  const first = await add();
  // Of two that come at once the second is refused, as another row of the same name, and finds the first one's now.
  const result = first.ok ? first : await add();
  if (!result.ok) throw new RefusedError(result.refusal.message);
}

function cellsOf({ columns }: GoalPlace, { question, indicator, source, timeframe }: LibraryIndicator): Readonly<Record<string, string>> {
  return { [columns.question]: question, [columns.indicator]: indicator, [columns.source]: source, [columns.timeframe]: timeframe };
}

async function measureRow(client: PoolClient, { agencyId, teamId, userId }: TeamContext, place: RowPlace, entry: LibraryIndicator): Promise<void> {
  const { toolRef, itemId, rowId } = place;
  await client.query("select from team where agency_id = $1 and id = $2 for no key update", [agencyId, teamId]);
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from indicator where agency_id = $1 and team_id = $2", [agencyId, teamId]);
  if ((rows[0]?.count ?? 0) >= INDICATORS_PER_TEAM) throw new RefusedError(TOO_MANY_ROWS);
  await client.query(
    `insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, set_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing`,
    [agencyId, teamId, toolRef.toolkitId, toolRef.toolId, itemId, rowId, entry.unit, entry.unitWords, entry.direction, userId],
  );
}

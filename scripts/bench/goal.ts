import type { TableRow } from "@/lib/domain/answer/answers";
import { saveAnswers } from "@/tests/support/e2e-answers";
import type { Bench } from "./bench-team";
import { measureScripts } from "./browser-loads";
import { measurePage } from "./pages";
import type { Row } from "./table";

const ROWS = 20;
/** A value a month for five years. */
const VALUES = 60;

/** Server time of a goal's page whose twenty rows hold five years each. */
export async function measureGoal(bench: Bench): Promise<Row[]> {
  const { app, team, lead } = bench;
  const rows: TableRow[] = Array.from({ length: ROWS }, (_, index) => ({
    id: `bench-${index}`,
    cells: { question: `Is it better? ${index}`, indicators: `Reached in time, part ${index}`, sources: "Run sheet", timeframe: "Monthly" },
  }));
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 13 }, { "t13-questions": rows });
  await insertValues(bench, { rows: ROWS, values: VALUES });
  const page = `/teams/${team.teamId}/goals/1`;
  return [
    await measurePage(bench, `/teams/[team]/goals/1, ${ROWS} indicators with ${VALUES} values each`, page),
    await measureScripts(bench, "a goal's page", page),
  ];
}

/** Measures the first goal's rows "bench-0" and on, each with a value a month. */
export async function insertValues({ access, team, lead }: Bench, { rows, values }: { readonly rows: number; readonly values: number }): Promise<void> {
  await access.database.query(
    `with measured as (
       insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, target, set_by)
       select $1, gen_random_uuid(), $2, 'ps-cope', 'tool-13', 't13-questions', 'bench-' || n, 'percent', 'calls', 'up', 90, $3
         from generate_series(0, $4::int - 1) n returning id
     )
     insert into indicator_value (agency_id, id, indicator_id, measured_on, is_month, value, whole, source, note, entered_by)
     select $1, gen_random_uuid(), id, date '2021-01-01' + make_interval(months => n), true, n, 60 + n, 'Run sheet', '', $3
       from measured, generate_series(0, $5::int - 1) n`,
    [team.agencyId, team.teamId, lead.userId, rows, values],
  );
}

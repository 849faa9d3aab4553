import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/platform/auth/context";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import type { ImportReport } from "./import-report";

/** After a day a file that nobody brought in is forgotten. */
const KEPT = "interval '1 day'";

/** Whether nothing was ever answered or signed off: only such a team can be filled from a file. */
export async function isTeamEmpty(context: TeamContext): Promise<boolean> {
  return withAgencyConnection(context, (client) => isEmpty(client, context));
}

/** The same inside a transaction, as of now. */
export async function isEmpty(client: PoolClient, { agencyId, teamId }: TeamContext): Promise<boolean> {
  const { rows } = await client.query<{ is_empty: boolean }>(
    `select not exists (
              select from response r
               where r.agency_id = $1 and r.team_id = $2
                 and (r.completed_at is not null
                      or exists (select from answer a where a.agency_id = r.agency_id and a.response_id = r.id))
            ) as is_empty`,
    [agencyId, teamId],
  );
  return rows[0]?.is_empty ?? false;
}

/** Keeps what was found in the file this person chose, and its answers, in place of what they chose before. */
export async function keepImport(
  context: TeamContext,
  report: ImportReport,
  content: Uint8Array | null,
): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgencyConnection(context, async (client) => {
    await requireStanding(client, context, { permission: "import:team" });
    await client.query(`delete from answer_import where agency_id = $1 and created_at < now() - ${KEPT}`, [agencyId]);
    await client.query(
      `insert into answer_import (agency_id, team_id, user_id, report, content) values ($1, $2, $3, $4, $5)
       on conflict (agency_id, team_id, user_id)
       do update set report = excluded.report, content = excluded.content, created_at = now()`,
      [agencyId, teamId, userId, JSON.stringify(report), content],
    );
  });
}

/** What was found in the file that this person chose for the team last; null without one. */
export async function findImport(context: TeamContext): Promise<ImportReport | null> {
  const found = await withAgencyConnection(context, (client) =>
    client.query<{ report: ImportReport }>(
      `select report from answer_import
        where agency_id = $1 and team_id = $2 and user_id = $3 and created_at > now() - ${KEPT}`,
      [context.agencyId, context.teamId, context.userId],
    ),
  );
  return found.rows[0]?.report ?? null;
}

/** Forgets the file. */
export async function forgetImport(context: TeamContext): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgencyConnection(context, (client) =>
    client.query("delete from answer_import where agency_id = $1 and team_id = $2 and user_id = $3", [agencyId, teamId, userId]),
  );
}

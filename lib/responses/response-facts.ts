import "server-only";
import type { PoolClient } from "pg";
import { personOf, type PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent, ToolReportMeta } from "@/lib/domain/report/report-model";
import type { ToolKey, ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";

/** What is known about a response without opening its document. */
export interface ResponseFacts {
  readonly toolRef: ToolRef;
  readonly answeredCount: number;
  readonly completed: ReportEvent | null;
  readonly locked: ReportEvent | null;
  readonly lastChange: ReportEvent | null;
  /** The team is rating it anew, and nobody has looked at any of its answers yet. */
  readonly isUntouched: boolean;
}

interface FactsRow {
  toolkit_id: string;
  tool_id: string;
  answered_count: number;
  completed_at: Date | null;
  completed_by: string | null;
  locked_at: Date | null;
  locked_by: string | null;
  last_edited_at: Date | null;
  last_edited_by: string | null;
  waiting: number | null;
  is_untouched: boolean | null;
}

/** Who did it and when, as reports have it. */
export function eventOf(at: Date, by: PersonRef): ReportEvent {
  return { by, at: at.toISOString() };
}

/** An instant's column as `eventOf` tells it: where rows are many, a date for each of them takes longer than reading them. */
export function instantText(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Of answer `a` and `carried_answer c` in reassessment `s`: it stands as it was carried forward, and nobody has looked at it. */
export const IS_WAITING = "(c.looked_at is null and a.updated_at <= s.started_at)";

/** Of `response r`: how many of its answers were carried forward and wait, and whether all were carried and none was looked at. */
export const CARRIED_IN = `
  select count(*) filter (where ${IS_WAITING})::int as waiting,
         count(*) > 0 and bool_and(${IS_WAITING} and r.last_edited_at <= s.started_at) as is_untouched
    from reassessment s
    join carried_answer c on c.agency_id = s.agency_id and c.team_id = s.team_id and c.reassessment_id = s.id
    left join answer a on a.agency_id = r.agency_id and a.response_id = r.id and a.item_id = c.item_id
   where s.agency_id = r.agency_id and s.team_id = r.team_id and s.stopped_at is null and c.toolkit_id = r.toolkit_id and c.tool_id = r.tool_id`;

/** The team's responses that exist, of the tools named, and for a partner only of theirs. */
export async function listResponseFacts(
  client: PoolClient,
  context: TeamContext,
  toolKeys: readonly ToolKey[] | null = context.toolKeys,
): Promise<ResponseFacts[]> {
  const author = (person: string, happened: string) => shownAuthor(context, "r.agency_id", person, happened);
  const { rows } = await client.query<FactsRow>(
    `select r.toolkit_id, r.tool_id, r.answered_count, r.completed_at, r.locked_at, r.last_edited_at,
            ${author("r.completed_by", "r.completed_at")} as completed_by, ${author("r.locked_by", "r.locked_at")} as locked_by,
            ${author("r.last_edited_by", "r.last_edited_at")} as last_edited_by, k.waiting, k.is_untouched
       from response r
       left join lateral (${CARRIED_IN}) k on true
      where r.agency_id = $1 and r.team_id = $2 and ($3::text[] is null or r.toolkit_id || '/' || r.tool_id = any($3::text[]))`,
    [context.agencyId, context.teamId, toolKeys],
  );
  return rows.map((row) => ({
    toolRef: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    // What was carried forward counts once somebody has looked at it.
    answeredCount: row.answered_count - (row.waiting ?? 0),
    isUntouched: row.is_untouched === true,
    completed: row.completed_at && eventOf(row.completed_at, personOf(row.completed_by)),
    locked: row.locked_at && eventOf(row.locked_at, personOf(row.locked_by)),
    lastChange: row.last_edited_at && eventOf(row.last_edited_at, personOf(row.last_edited_by)),
  }));
}

/** The facts as screens and reports show them; without any, the tool is not started. */
export function metaOf(facts: ResponseFacts | undefined): ToolReportMeta {
  const { completed = null, locked = null, lastChange = null } = facts ?? {};
  return { status: completed ? "complete" : lastChange && !facts?.isUntouched ? "in-progress" : "not-started", completed, locked, lastChange };
}

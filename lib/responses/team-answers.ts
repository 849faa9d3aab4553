import "server-only";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import type { AnswerRecord, AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findStoredDocument } from "./response-document";
import { instantText, IS_WAITING, listResponseFacts, metaOf } from "./response-facts";
import { openKeysOf } from "./tool-access";
import { findOutdated } from "./upgrade-response";

/** Everything a team has answered, over all tools the person may open. Item ids are unique among all tools. */
export interface TeamAnswers {
  readonly answers: Answers;
  /** The same with who answered last, and when. */
  readonly records: AnswerRecords;
  /** Status of each tool that was started. */
  readonly tools: ReadonlyMap<ToolKey, ToolReportMeta>;
}

/** Of whoever may open none of the tools that are asked for. */
export const NO_ANSWERS: TeamAnswers = { answers: {}, records: {}, tools: new Map() };

interface AnswerRow {
  item_id: string;
  value: Answer;
  at: string;
  person_id: string;
  is_carried: boolean;
}

/**
 * Beside `response r` and `answer a`: whether the team is rating anew, and the answer, carried forward, waits to be looked at. One
 * that was changed since does not.
 */
const CARRIED = `left join (reassessment s join carried_answer c on c.agency_id = s.agency_id and c.team_id = s.team_id and c.reassessment_id = s.id)
           on s.agency_id = r.agency_id and s.team_id = r.team_id and s.stopped_at is null
          and c.toolkit_id = r.toolkit_id and c.tool_id = r.tool_id and c.item_id = a.item_id and ${IS_WAITING}`;
const IS_CARRIED = "c.item_id is not null";

/** What readiness, reports and exports read: two queries for all tools, or fewer when `toolRefs` says so. */
export async function getTeamAnswers(
  context: TeamContext,
  toolRefs: readonly ToolRef[] | null = null,
): Promise<TeamAnswers> {
  for (const toolRef of await findOutdated(context, toolRefs)) await findStoredDocument(context, toolRef);
  const open = openKeysOf(context, toolRefs);
  const [facts, rows] = await withAgencyConnection(context, async (client) => {
    const found = await client.query<AnswerRow>(
      `select a.item_id, a.value, ${instantText("a.updated_at")} as at, ${shownAuthor(context, "a.agency_id", "a.updated_by", "a.updated_at")} as person_id, ${IS_CARRIED} as is_carried
         from response r
         join answer a on a.agency_id = r.agency_id and a.response_id = r.id
         ${CARRIED}
        where r.agency_id = $1 and r.team_id = $2 and ($3::text[] is null or r.toolkit_id || '/' || r.tool_id = any($3::text[]))`,
      [context.agencyId, context.teamId, open],
    );
    return [await listResponseFacts(client, context, open), found.rows] as const;
  });
  const records: Record<string, AnswerRecord> = {};
  for (const row of rows) {
    records[row.item_id] = { answer: row.value, by: personOf(row.person_id), at: row.at, ...(row.is_carried ? { isCarried: true as const } : {}) };
  }
  return {
    answers: Object.fromEntries(rows.map((row) => [row.item_id, row.value])),
    records,
    tools: new Map(facts.map((fact) => [toolKey(fact.toolRef), metaOf(fact)])),
  };
}

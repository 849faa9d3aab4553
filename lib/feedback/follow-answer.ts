import "server-only";
import type { AnswerState } from "@/lib/domain/feedback/answer";
import { readFollowCode } from "@/lib/domain/feedback/follow-code";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { type FormPlace, nobodyAt } from "./find-form";
import { hashOfCode, keyOfCode } from "./answer-code";

/** What became of an answer. Nothing of what was written: a code can be found by somebody else. */
export interface Followed {
  readonly state: AnswerState;
  /** Whether words of it stand in the team's work, changed so that nobody can be recognized. */
  readonly isQuoted: boolean;
  /** Which published entries of "You said, we did" it led to. */
  readonly outcomeIds: readonly string[];
}

interface FollowedRow {
  state: AnswerState;
  is_quoted: boolean;
  outcome_ids: string[];
}

/** Null where nothing is under this code. The database shows this one answer to whoever has its code, and no other. */
export async function followAnswer(place: FormPlace, typed: string): Promise<Followed | null> {
  const code = readFollowCode(typed);
  if (code === null) return null;
  const { agencyId, teamId, formId } = place;
  const [row] = await withAgencyConnection(nobodyAt(place), async (client) => {
    await client.query("select set_config('app.feedback_key', $1, true)", [keyOfCode(formId, code)]);
    const { rows } = await client.query<FollowedRow>(
      `select a.state,
              exists (select from feedback_quote q where q.agency_id = a.agency_id and q.team_id = a.team_id and q.form_id = a.form_id and q.answer_id = a.id) as is_quoted,
              array(select o.id::text from feedback_outcome_answer l
                      join feedback_outcome o on o.agency_id = l.agency_id and o.team_id = l.team_id and o.form_id = l.form_id and o.id = l.outcome_id
                     where l.agency_id = a.agency_id and l.team_id = a.team_id and l.form_id = a.form_id and l.answer_id = a.id and o.published_at is not null
                     order by o.position, o.id) as outcome_ids
         from feedback_answer a
        where a.agency_id = $1 and a.team_id = $2 and a.form_id = $3 and a.code_hash = $4`,
      [agencyId, teamId, formId, hashOfCode(formId, code)],
    );
    return rows;
  });
  return row ? { state: row.state, isQuoted: row.is_quoted, outcomeIds: row.outcome_ids } : null;
}

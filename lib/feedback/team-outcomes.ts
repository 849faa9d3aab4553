import "server-only";
import type { PublicOutcome, Standing } from "@/lib/domain/feedback/outcome";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";

/** An entry of "You said, we did" as its team sees it. */
export interface TeamOutcome extends PublicOutcome {
  readonly isPublished: boolean;
  /** The action of the plan that it is about; null for none. */
  readonly actionId: string | null;
  /** Those of the form's answers that it answers. */
  readonly answerIds: readonly string[];
  /** When anything of it was written last. */
  readonly written: ReportEvent;
}

interface OutcomeRow {
  id: string;
  said: string;
  did: string;
  standing: Standing;
  standing_words: string;
  published_at: Date | null;
  action_id: string | null;
  answer_ids: string[];
  written_at: Date;
  written_by: string | null;
}

const WRITTEN_AT = "coalesce(o.updated_at, o.created_at)";

/** A form's entries in the team's order. Whoever may not look at answers reads what was published. */
export async function listOutcomes(context: TeamContext, formId: string): Promise<readonly TeamOutcome[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<OutcomeRow>(
      `select o.id, o.said, o.did, o.standing, o.standing_words, o.published_at, o.action_id, ${WRITTEN_AT} as written_at,
              ${shownPerson("o.agency_id", "coalesce(o.updated_by, o.created_by)", WRITTEN_AT)} as written_by,
              array(select l.answer_id::text from feedback_outcome_answer l
                     where l.agency_id = o.agency_id and l.team_id = o.team_id and l.form_id = o.form_id and l.outcome_id = o.id order by l.answer_id) as answer_ids
         from feedback_outcome o
        where o.agency_id = $1 and o.team_id = $2 and o.form_id = $3 and (o.published_at is not null or $4)
        order by o.position, o.created_at, o.id`,
      [context.agencyId, context.teamId, formId, isAllowedInTeam(context.role, "feedback:look")],
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    said: row.said,
    did: row.did,
    standing: row.standing,
    standingWords: row.standing_words,
    isPublished: row.published_at !== null,
    actionId: row.action_id,
    answerIds: row.answer_ids,
    written: eventOf(row.written_at, personOf(row.written_by)),
  }));
}

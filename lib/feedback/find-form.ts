import "server-only";
import { type PublicForm, type FormState, formStateOf, isFull } from "@/lib/domain/feedback/form";
import { readFormCode } from "@/lib/domain/feedback/form-code";
import type { PublicOutcome, Standing } from "@/lib/domain/feedback/outcome";
import { readQuestions } from "@/lib/domain/feedback/question";
import type { StateCode } from "@/lib/agencies/agency-facts";
import { localDay } from "@/lib/domain/reminders/local-time";
import { timeZoneOf } from "@/lib/history/time-zones";
import { queryAuth } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/** Which form somebody without an account is at. Its code alone led there. */
export interface FormPlace {
  readonly agencyId: string;
  readonly teamId: string;
  readonly formId: string;
}

/** Whoever answers is nobody: the form itself stands where a person would, and is no member of anything. */
export function nobodyAt({ agencyId, formId }: FormPlace) {
  return { agencyId, userId: formId };
}

/** A form as whoever has its address finds it now. */
export interface FoundForm extends PublicForm {
  readonly place: FormPlace;
  readonly agencyName: string;
  readonly teamName: string;
  readonly state: Exclude<FormState, "draft">;
  /** Whether it has all the answers that it takes. */
  readonly isFull: boolean;
  readonly taken: number;
  readonly outcomes: readonly PublicOutcome[];
  /** The day where the agency is. */
  readonly today: string;
  /** Of its closing and withdrawal, the same. */
  readonly closedOn: string | null;
  readonly withdrawnOn: string | null;
}

interface PlaceRow {
  agency_id: string;
  team_id: string;
  id: string;
}

interface FormRow {
  code: string;
  title: string;
  intro: string;
  questions: unknown;
  published_at: Date | null;
  closes_on: string | null;
  closed_at: Date | null;
  withdrawn_at: Date | null;
  quota: number;
  taken: number;
  agency_name: string;
  agency_state: StateCode;
  team_name: string;
}

interface OutcomeRow {
  id: string;
  said: string;
  did: string;
  standing: Standing;
  standing_words: string;
}

/**
 * The form at an address; null where there is none that is published. Reads only.
 * @param typed the code as it stands in the address @param by whose turn the question takes: a network
 */
export async function findFormByCode(typed: string, by: string): Promise<FoundForm | null> {
  const code = readFormCode(typed);
  if (code === null) return null;
  const [row] = await queryAuth<PlaceRow>({ name: "feedback-form-by-code", text: "select agency_id, team_id, id from feedback_form where code = $1", values: [code] }, by);
  return row ? readForm({ agencyId: row.agency_id, teamId: row.team_id, formId: row.id }) : null;
}

async function readForm(place: FormPlace): Promise<FoundForm | null> {
  const { agencyId, teamId, formId } = place;
  const [row, outcomes] = await withAgencyConnection(nobodyAt(place), async (client) => {
    const forms = await client.query<FormRow>(
      `select f.code, f.title, f.intro, f.questions, f.published_at, to_char(f.closes_on, 'YYYY-MM-DD') as closes_on, f.closed_at, f.withdrawn_at, f.quota, f.taken,
              a.name as agency_name, a.state as agency_state, t.name as team_name
         from feedback_form f
         join agency a on a.id = f.agency_id
         join team t on t.agency_id = f.agency_id and t.id = f.team_id
        where f.agency_id = $1 and f.team_id = $2 and f.id = $3`,
      [agencyId, teamId, formId],
    );
    const published = await client.query<OutcomeRow>(
      `select id, said, did, standing, standing_words from feedback_outcome
        where agency_id = $1 and team_id = $2 and form_id = $3 and published_at is not null order by position, id`,
      [agencyId, teamId, formId],
    );
    return [forms.rows[0], published.rows] as const;
  });
  if (!row) return null;
  const dayOf = (moment: Date | null) => moment && localDay(moment, timeZoneOf(row.agency_state));
  const days = { publishedAt: iso(row.published_at), closesOn: row.closes_on, closedAt: iso(row.closed_at), withdrawnAt: iso(row.withdrawn_at) };
  const today = localDay(new Date(), timeZoneOf(row.agency_state));
  const state = formStateOf(days, today);
  if (state === "draft") return null;
  return {
    ...days,
    place,
    code: row.code,
    title: row.title,
    intro: row.intro,
    questions: readQuestions(row.questions),
    agencyName: row.agency_name,
    teamName: row.team_name,
    state,
    isFull: isFull(row),
    taken: row.taken,
    outcomes: outcomes.map(({ id, said, did, standing, standing_words }) => ({ id, said, did, standing, standingWords: standing_words })),
    today,
    closedOn: dayOf(row.closed_at) ?? row.closes_on,
    withdrawnOn: dayOf(row.withdrawn_at),
  };
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

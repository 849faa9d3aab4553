import "server-only";
import { type FormState, formStateOf, type PublicForm, type WaitingForm } from "@/lib/domain/feedback/form";
import { readQuestions } from "@/lib/domain/feedback/question";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findTeamDay } from "@/lib/meetings/team-day";

/** A form as its team sees it. */
export interface TeamForm extends PublicForm {
  readonly id: string;
  readonly state: FormState;
  readonly made: ReportEvent;
  readonly closed: ReportEvent | null;
  readonly withdrawn: ReportEvent | null;
  /** How many answers it takes in all, and has ever taken. */
  readonly quota: number;
  readonly taken: number;
  /** How many wait to be looked at, those held among them; 0 for who may not look. */
  readonly waiting: number;
  readonly held: number;
  /** How many count. */
  readonly counted: number;
}

interface FormRow {
  id: string;
  code: string;
  title: string;
  intro: string;
  questions: unknown;
  created_at: Date;
  created_by: string | null;
  published_at: Date | null;
  closes_on: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  quota: number;
  taken: number;
  waiting: number;
  held: number;
  counted: number;
}

/** `$1` agency, `$2` team. */
const FORMS = `
  select f.id, f.code, f.title, f.intro, f.questions, f.created_at, f.published_at, to_char(f.closes_on, 'YYYY-MM-DD') as closes_on, f.closed_at, f.withdrawn_at, f.quota, f.taken,
         ${shownPerson("f.agency_id", "f.created_by", "f.created_at")} as created_by, ${shownPerson("f.agency_id", "f.closed_by", "f.closed_at")} as closed_by,
         ${shownPerson("f.agency_id", "f.withdrawn_by", "f.withdrawn_at")} as withdrawn_by, a.waiting, a.held, a.counted
    from feedback_form f
    cross join lateral (select count(*) filter (where a.state in ('new', 'held'))::int as waiting, count(*) filter (where a.state = 'held')::int as held,
                               count(*) filter (where a.state = 'counted')::int as counted
                          from feedback_answer a where a.agency_id = f.agency_id and a.team_id = f.team_id and a.form_id = f.id) a
   where f.agency_id = $1 and f.team_id = $2`;

function formOf(row: FormRow, today: string, mayLook: boolean): TeamForm {
  const days = { publishedAt: row.published_at?.toISOString() ?? null, closesOn: row.closes_on, closedAt: row.closed_at?.toISOString() ?? null, withdrawnAt: row.withdrawn_at?.toISOString() ?? null };
  return {
    ...days,
    id: row.id,
    code: row.code,
    title: row.title,
    intro: row.intro,
    questions: readQuestions(row.questions),
    state: formStateOf(days, today),
    made: eventOf(row.created_at, personOf(row.created_by)),
    closed: row.closed_at && eventOf(row.closed_at, personOf(row.closed_by)),
    withdrawn: row.withdrawn_at && eventOf(row.withdrawn_at, personOf(row.withdrawn_by)),
    quota: row.quota,
    taken: row.taken,
    waiting: mayLook ? row.waiting : 0,
    held: mayLook ? row.held : 0,
    counted: row.counted,
  };
}

async function readForms(context: TeamContext, where: string, values: readonly unknown[]): Promise<readonly TeamForm[]> {
  const [today, { rows }] = await Promise.all([
    findTeamDay(context, new Date()),
    withAgencyConnection(context, (client) => client.query<FormRow>(`${FORMS} ${where}`, [context.agencyId, context.teamId, ...values])),
  ]);
  const mayLook = isAllowedInTeam(context.role, "feedback:look");
  return rows.map((row) => formOf(row, today, mayLook)).filter(({ state }) => mayLook || state !== "draft");
}

/** The team's forms, the newest first. Drafts are for those who may look at answers. */
export function listForms(context: TeamContext): Promise<readonly TeamForm[]> {
  return readForms(context, "order by f.created_at desc, f.id", []);
}

/** One form; null when the team has none of this id, or it is a draft that is not for this person. */
export async function findForm(context: TeamContext, formId: string): Promise<TeamForm | null> {
  if (!isUuid(formId)) return null;
  return (await readForms(context, "and f.id = $3", [formId]))[0] ?? null;
}

/** For home: where answers wait; empty for who may not look at them. */
export async function listWaitingForms(context: TeamContext): Promise<readonly WaitingForm[]> {
  if (!isAllowedInTeam(context.role, "feedback:look")) return [];
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ form_id: string; title: string; waiting: number; held: number }>(
      `select f.id as form_id, f.title, count(*)::int as waiting, count(*) filter (where a.state = 'held')::int as held
         from feedback_answer a
         join feedback_form f on f.agency_id = a.agency_id and f.team_id = a.team_id and f.id = a.form_id
        where a.agency_id = $1 and a.team_id = $2 and a.state in ('new', 'held')
        group by f.id, f.title, f.created_at order by f.created_at`,
      [context.agencyId, context.teamId],
    ),
  );
  return rows.map(({ form_id, title, waiting, held }) => ({ formId: form_id, title, waiting, held }));
}

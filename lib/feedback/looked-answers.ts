import "server-only";
import { type AnswerState, countAnswers, type FeedbackAnswers, type HeldReason, type QuestionCounts, readAnswers, readHeldFor } from "@/lib/domain/feedback/answer";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { listQuotes, type Quote } from "./read-quotes";
import type { TeamForm } from "./team-forms";

export interface AnswerKey {
  readonly formId: string;
  readonly answerId: string;
}

/** An answer as whoever looks at answers sees it. */
export interface TeamAnswer {
  readonly id: string;
  readonly formId: string;
  /** A day; nothing tells when on it. */
  readonly answeredOn: string;
  readonly answers: FeedbackAnswers;
  readonly state: AnswerState;
  readonly heldFor: readonly HeldReason[];
  /** Where words of it were brought. */
  readonly quotes: readonly Quote[];
}

interface AnswerRow {
  id: string;
  form_id: string;
  answered_on: string;
  answers: unknown;
  state: AnswerState;
  held_for: string | null;
}

// In no order that tells when they came: ids are random.
const ANSWERS = `
  select a.id, a.form_id, to_char(a.answered_on, 'YYYY-MM-DD') as answered_on, a.answers, a.state, a.held_for
    from feedback_answer a
   where a.agency_id = $1 and a.team_id = $2 and a.form_id = $3`;

/** Answers of one form in these states, by their day, the latest first. */
export async function listAnswers(context: TeamContext, form: TeamForm, states: readonly AnswerState[]): Promise<readonly TeamAnswer[]> {
  const [{ rows }, quotes] = await Promise.all([
    withAgencyConnection(context, (client) => client.query<AnswerRow>(`${ANSWERS} and a.state = any($4::text[]) order by a.answered_on desc, a.id`, [context.agencyId, context.teamId, form.id, states])),
    listQuotes(context, form.id),
  ]);
  return rows.map((row) => answerOf(form, row, quotes));
}

/** One answer; null when the form has none of this id. */
export async function findAnswer(context: TeamContext, form: TeamForm, answerId: string): Promise<TeamAnswer | null> {
  if (!isUuid(answerId)) return null;
  const { rows } = await withAgencyConnection(context, (client) => client.query<AnswerRow>(`${ANSWERS} and a.id = $4`, [context.agencyId, context.teamId, form.id, answerId]));
  return rows[0] ? answerOf(form, rows[0], await listQuotes(context, form.id)) : null;
}

function answerOf(form: TeamForm, row: AnswerRow, quotes: readonly Quote[]): TeamAnswer {
  return {
    id: row.id,
    formId: row.form_id,
    answeredOn: row.answered_on,
    answers: readAnswers(form.questions, row.answers),
    state: row.state,
    heldFor: readHeldFor(row.held_for),
    quotes: quotes.filter(({ answerId }) => answerId === row.id),
  };
}

/** How the answers that count were given, question by question. */
export function countByQuestion(form: TeamForm, answers: readonly TeamAnswer[]): readonly QuestionCounts[] {
  return countAnswers(form.questions, answers.filter(({ state }) => state === "counted").map((answer) => answer.answers));
}
